"""The texts whose relations are annotated, each with its gold and with what the builder recognises in it.

training/corpus/   NAME.mentions.tsv and NAME.relations.tsv, stand-off over raw news items
training/texts/    relations.tsv over the texts written for training, whose names are marked inline
sentences.txt      sentences written for training, names and relations marked
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.characters import normal
from kg.extraction import heads, recognition
from kg.linking.linker import occurrences
from kg.model import Article, EntityType, Extraction, Mention, Sentence, Source, Text
from kg.reading import read

_MARK = re.compile(r"\[([OLPYH])(\??)\|([^\[\]|]+)\]")
TYPES: dict[str, EntityType] = {
    "O": "Organisation",
    "L": "Place",
    "P": "Project",
    "Y": "Policy",
    "H": "Person",
}
Triple = tuple[str, str, str]  # subject, predicate, object: entities by their names or numbers


@dataclass(slots=True)
class Gold:
    """One text's answer. ``forms``: the entity of each surface form in normal form."""

    name: str
    text: str
    forms: dict[str, str] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)  # entities
    # triple -> the ranges of the text that say it (none: not known), and whether it takes inference
    relations: dict[Triple, list[tuple[int, int]]] = field(default_factory=dict)
    inferred: set[Triple] = field(default_factory=set)
    measured: bool = True  # whether what is learnt is tried on it


@dataclass(frozen=True, slots=True)
class Document:
    """A text as the builder reads it, and which entity of the gold each mention is."""

    gold: Gold
    source: Source
    mentions: tuple[tuple[Mention, ...], ...]  # by article
    entity: dict[Mention, str]


def standoff(folder: Path, texts: Path, days: tuple[str, str]) -> Iterator[Gold]:
    """The news items whose name lies within ``days``.

    Not those of batch-1, annotated before the guide took the places of a chain apart.
    """
    for file in sorted(folder.glob("train-*.mentions.tsv")):
        found: dict[str, Gold] = {}
        for row in _rows(file):
            if days[0] <= row["name"][:10] <= days[1]:
                gold = found.get(row["name"]) or _gold(row["name"], texts)
                found[row["name"]] = gold
                surface = gold.text[int(row["start"]) : int(row["end"])]
                gold.forms.setdefault(normal(surface), row["entity"])
                if row["optional"] == "1":
                    gold.disputed.add(row["entity"])
        for row in _rows(file.with_name(file.name.replace("mentions", "relations"))):
            if row["name"] in found:
                where = [(int(row["start"]), int(row["end"]))]
                _relate(found[row["name"]], row, where)
        yield from found.values()


def _gold(name: str, texts: Path) -> Gold:
    return Gold(name, (texts / f"{name}.txt").read_text(encoding="utf-8-sig"))


def marked(folder: Path) -> Iterator[Gold]:
    """The written texts whose relations stand in ``relations.tsv``; entities by their first name."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in _rows(folder / "relations.tsv"):
        rows.setdefault(row["text"], []).append(row)
    for name, lines in rows.items():
        page = (folder / f"{name}.txt").read_text(encoding="utf-8")
        gold = Gold(name, _MARK.sub(lambda mark: mark.group(3), page))
        for mark in _MARK.finditer(page):
            form = normal(mark.group(3))
            gold.forms.setdefault(form, form)
            if mark.group(2):
                gold.disputed.add(form)
        for row in lines:
            if row["predicate"] == "same":
                gold.forms[normal(row["object"])] = gold.forms[normal(row["subject"])]
        for row in lines:
            if row["predicate"] != "same":
                ends = {end: gold.forms[normal(row[end])] for end in ("subject", "object")}
                _relate(gold, {**row, **ends}, [])
        yield gold


def _relate(gold: Gold, row: dict[str, str], where: list[tuple[int, int]]) -> None:
    triple = (row["subject"], row["predicate"], row["object"])
    gold.relations.setdefault(triple, []).extend(where)
    if row["optional"] == "1":
        gold.inferred.add(triple)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def recognised(golds: Iterable[Gold]) -> Iterator[Document]:
    """Each text read, its names recognised, each mention with its entity: by its own name, else by its things'."""
    for gold in golds:
        source, _ = read(gold.text.encode("utf-8"), f"{gold.name}.txt")
        mentions = tuple(recognition.recognise(article) for article in source.articles)
        entity: dict[Mention, str] = {}
        flat = tuple(mention for group in mentions for mention in group)
        for occurrence in occurrences(Extraction(source, flat)):
            names = [gold.forms[form] for m in occurrence.cluster.mentions if (form := normal(m.surface)) in gold.forms]
            for mention in occurrence.cluster.mentions:
                own = gold.forms.get(normal(mention.surface)) or (names[0] if names else None)
                if own is not None:
                    entity[mention] = own
        yield Document(gold, source, mentions, entity)


def sentences(file: Path) -> Iterator[Document]:
    """The written sentences, each an article of one or two; learnt from, never measured on."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.startswith("#"):
            page, _, said = line.partition("=>")
            yield _written(f"{file.name}:{number}", page.strip().split("<>"), said)


def _written(name: str, lines: Sequence[str], said: str) -> Document:
    sentences, mentions, at = [], [], 0
    for index, line in enumerate(lines):
        chars, done = "", 0
        for mark in _MARK.finditer(line):
            chars += line[done : mark.start()]
            mentions.append(_mention(index, len(chars), mark))
            chars += mark.group(3)
            done = mark.end()
        chars += line[done:]
        sentences.append(Sentence(index, Text(chars, tuple(range(at, at + len(chars))))))
        at += len(chars)
    text = "".join(sentence.text.chars for sentence in sentences)
    gold = Gold(name, text, measured=False)
    for subject, predicate, optional, target in re.findall(r"(\d+) (\w+)(\??) (\d+)", said):
        ends = [mentions[int(number) - 1].surface for number in (subject, target)]
        triple = (ends[0], predicate, ends[1])
        gold.relations[triple] = []
        if optional:
            gold.inferred.add(triple)
    source = Source(name, "", text, "utf-8", (Article(0, "report", None, tuple(sentences)),))
    return Document(gold, source, (tuple(mentions),), {mention: mention.surface for mention in mentions})


def _mention(sentence: int, start: int, mark: re.Match[str]) -> Mention:
    kind, surface = TYPES[mark.group(1)], mark.group(3)
    subtype = heads.subtype(surface, kind)
    return Mention(0, sentence, start, start + len(surface), surface, kind, subtype, score=0.95, reason="tagger")
