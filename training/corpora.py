"""The annotated corpora, each as sentences with spans.

    msra      PER LOC ORG                    news of the 1990s
    cluener   ten types                      news of 2020
    own       the project's five types       training/corpus/, stand-off over raw news items
    silver    what a teacher found           raw news items tagged by LAC

A ``Sample`` is one sentence. Spans that careful annotators would dispute are ``ignored``:
the network is neither praised nor blamed for what it says of their characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]
SHORT = {"Organisation": "O", "Place": "L", "Project": "P", "Policy": "Y", "Person": "H"}


@dataclass(frozen=True, slots=True)
class Sample:
    corpus: str
    text: str
    spans: tuple[Span, ...]
    ignored: tuple[tuple[int, int], ...] = ()


def labels(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """O first, then begin, inside, end, single of each kind."""
    return ("O", *(f"{place}-{kind}" for kind in kinds for place in "BIES"))


def jsonl(file: Path, corpus: str) -> Iterator[Sample]:
    """One JSON a line: text, and entities as [start, end, type]."""
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["text"]:
            yield Sample(corpus, record["text"], tuple((s, e, kind) for s, e, kind in record["entities"]))


def sentences(text: str, limit: int = 250) -> Iterator[tuple[int, int]]:
    """Ranges of ``text`` of whole sentences, at most ``limit`` long; a longer sentence is cut.

    Several sentences stand together, as they do when an article is tagged.
    """
    start = end = 0
    for match in re.finditer(r"[^。！？!?\n]+[。！？!?\n”’）)]*", text):
        if match.end() - start > limit and end > start:
            yield start, end
            start = match.start()
        end = match.end()
        while end - start > limit:
            yield start, start + limit
            start += limit
    if end > start:
        yield start, end


def spread(corpus: str, text: str, spans: list[Span], ignored: list[tuple[int, int]]) -> Iterator[Sample]:
    """The samples of a document whose spans count in the whole text."""
    for start, end in sentences(text):
        inside = tuple((s - start, e - start, kind) for s, e, kind in spans if start <= s and e <= end)
        unsure = tuple((s - start, e - start) for s, e in ignored if start <= s and e <= end)
        yield Sample(corpus, text[start:end], inside, unsure)


def standoff(folder: Path, texts: Path, days: tuple[str, str]) -> Iterator[Sample]:
    """The project's own annotations of the texts whose name lies within ``days``.

    Each file of ``folder`` holds lines ``name, start, end, type, subtype, entity, optional``
    (tab-separated); the texts themselves lie in ``texts`` and are not republished.
    """
    for file in sorted(folder.glob("*.mentions.tsv")):
        rows: dict[str, list[list[str]]] = {}
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            rows.setdefault(cells[0], []).append(cells)
        for name, lines in rows.items():
            if not days[0] <= name[:10] <= days[1]:
                continue
            text = (texts / f"{name}.txt").read_text(encoding="utf-8")
            sure = [(int(c[1]), int(c[2]), c[3]) for c in lines if c[6] == "0"]
            unsure = [(int(c[1]), int(c[2])) for c in lines if c[6] == "1"]
            yield from spread("own", text, sure, unsure)
