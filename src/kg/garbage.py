"""How often Python looks for cyclic garbage, which it does by going through every value that is alive."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# new values; by default 700. What a build makes lives until its end, and hardly any of it in a cycle
_RARELY: Final = (1_000_000, 20, 1000)


@contextmanager
def rarely_sought() -> Iterator[None]:
    """Meanwhile a search after a million new values: they bound what cycles may hold to some 200 MB."""
    usual = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
