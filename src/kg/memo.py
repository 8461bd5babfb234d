"""Results worth remembering from one build to the next, by what they follow from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

Plain = TypeVar("Plain")  # bytes, text, numbers, and tuples of these


class Memo(Protocol):
    """What ``make`` gives, or what it gave for the same ``key`` before."""

    def __call__(self, key: str, make: Callable[[], Plain]) -> Plain: ...


def forgetful(key: str, make: Callable[[], Plain]) -> Plain:
    """Remembers nothing."""
    return make()
