"""Results worth remembering from one build to the next, by what they follow from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Memo(Protocol):
    """The bytes that ``make`` gives, or what it gave for the same ``key`` before."""

    def __call__(self, key: str, make: Callable[[], bytes]) -> bytes: ...


def forgetful(key: str, make: Callable[[], bytes]) -> bytes:
    """Remembers nothing."""
    return make()
