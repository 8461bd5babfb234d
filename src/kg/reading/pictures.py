"""Captions that only their surroundings show: the line below names the photographer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.reading import captions, shapes
from kg.reading.bylines import Credit
from kg.reading.layout import Block

_GAP = 2  # blank lines that part a caption from the text above it
_POINTING = ("图为", "图①", "▲")


def captioned(blocks: Sequence[Block]) -> list[Block]:
    """``blocks`` with those paragraphs marked as captions that only their surroundings show to be."""
    found = list(blocks)
    texts = [position for position, block in enumerate(found) if block.kind not in ("furniture", "tail")]
    for order, position in enumerate(texts):
        block = found[position]
        if block.kind not in ("body", "subheading") or block.dateline or len(block.text) > captions.LONGEST:
            continue
        above = found[texts[order - 1]] if order else None
        below = found[texts[order + 1]] if order + 1 < len(texts) else None
        beyond = found[texts[order + 2]] if order + 2 < len(texts) else None
        if below is not None and below.kind == "byline" and _credits_picture(block, above, below, beyond):
            found[position] = replace(block, kind="caption", credit=below.credit)
            found[texts[order + 1]] = replace(below, kind="furniture")
        elif block.chars.startswith(_POINTING) and block.kind == "body":
            found[position] = replace(block, kind="caption", credit=Credit())
    return found


def _credits_picture(block: Block, above: Block | None, below: Block, beyond: Block | None) -> bool:
    """Whether the byline below ``block`` names its photographer.

    One with 摄 does. One without looks like the byline of a report; it is a photographer's where
    ``block`` begins as captions do, stands apart from the text above, and no body follows.
    """
    if below.credit is not None and below.credit.photo:
        return True
    if below.credit is None or below.credit.staff or not captions.begins_as_caption(block.chars):
        return False
    apart = (
        above is None
        or above.kind not in ("body", "subheading")
        or block.gap >= _GAP
        or not shapes.finished(above.chars)
    )
    return apart and (beyond is None or beyond.kind in ("headline", "rule", "caption", "dateline"))
