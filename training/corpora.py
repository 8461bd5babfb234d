"""The annotated corpora, each as sentences with spans.

    msra      PER LOC ORG                    news of the 1990s
    cluener   ten types                      news of 2020
    own       the project's five types       training/corpus/, stand-off over raw news items;
                                             training/texts/, written for the purpose
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


def marked(folder: Path) -> Iterator[Sample]:
    """Texts written for the purpose, every name marked where it stands: ``[L|湖南省][L|长沙市]``.

    ``[X?|…]`` is disputed. Letters as in ``SHORT``.
    """
    kinds = {letter: kind for kind, letter in SHORT.items()}
    for file in sorted(folder.glob("*.txt")):
        text, at = "", 0
        spans: list[Span] = []
        ignored: list[tuple[int, int]] = []
        page = file.read_text(encoding="utf-8")
        for mark in re.finditer(r"\[([OLPYH])(\??)\|([^\[\]|]+)\]", page):
            text += page[at : mark.start()]
            start, end = len(text), len(text) + len(mark.group(3))
            if mark.group(2):
                ignored.append((start, end))
            else:
                spans.append((start, end, kinds[mark.group(1)]))
            text += mark.group(3)
            at = mark.end()
        yield from spread("own", text + page[at:], spans, ignored)


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
            text = (texts / f"{name}.txt").read_text(encoding="utf-8-sig")
            sure = [(int(c[1]), int(c[2]), c[3]) for c in lines if c[6] == "0"]
            unsure = [(int(c[1]), int(c[2])) for c in lines if c[6] == "1"]
            yield from spread("own", text, sure, unsure)
