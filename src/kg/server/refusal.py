"""A request that gets no answer, and the line that says why."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException


class Refusal(HTTPException):
    """An HTTP status with one line for people: what is wrong, and what to do next."""

    def __init__(self, status: int, line: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, line, headers)
