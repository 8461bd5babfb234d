"""Text as XML 1.0 can hold it."""

from __future__ import annotations

from typing import Final

from kg.export.property_graph import Value
from kg.store.results import NOT_XML

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'

# White space too: a reader would turn a raw line break of an attribute into a space.
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


def escaped(text: str) -> str:
    """For an element or a quoted attribute. Control characters, which XML has no way to write, become U+FFFD."""
    return NOT_XML.sub("\ufffd", text).translate(_ESCAPES)


def written(value: Value) -> str:
    """A property as text, escaped; of several, one a line."""
    return escaped("\n".join(value) if isinstance(value, tuple) else str(value))
