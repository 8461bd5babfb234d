"""Compact annotations -> stand-off tables: ``python training/standoff.py FILE.anno TEXTS OUT``.

Writes OUT.mentions.tsv (name, start, end, type, subtype, entity, optional) and
OUT.relations.tsv (name, subject, predicate, object, start, end, optional, role): offsets in
code points of the text as read, entities by number, none of the text's own words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.extraction.gazetteer import Gazetteer

TYPES = {"O": "Organisation", "L": "Place", "P": "Project", "Y": "Policy", "H": "Person"}
# what may stand beside a one-character form (中俄, 在京, 中方): elsewhere it is part of a word
_AFTER = "方两双、同与和对"
_BEFORE = "在赴抵来访离、同与和对涉驻"


@dataclass
class Document:
    name: str
    text: str
    entities: list[tuple[str, str, tuple[str, ...], bool]] = field(default_factory=list)
    relations: list[tuple[str, str, str, str, bool, str]] = field(default_factory=list)

    @property
    def number(self) -> dict[str, int]:
        """Each form's entity; the first that declares it."""
        found: dict[str, int] = {}
        for index, (_, _, forms, _) in enumerate(self.entities):
            for form in forms:
                found.setdefault(form, index)
        return found


def parse(anno: str, texts: Path) -> Iterator[Document]:
    for block in re.split(r"^=== ", anno, flags=re.M)[1:]:
        lines = block.strip().splitlines()
        name = lines[0].split("|")[0].strip()
        document = Document(name, (texts / f"{name}.txt").read_text(encoding="utf-8-sig"))
        for line in lines[1:]:
            key, _, rest = line.strip().partition(" ")
            kind = key.rstrip("?")
            if kind in TYPES:
                _entity(document, kind, rest, key.endswith("?"))
            elif kind == "R":
                _relation(document, rest, key.endswith("?"))
        yield document


def _entity(document: Document, kind: str, rest: str, optional: bool) -> None:
    rest = re.sub(r" \+[OLPYH]", "", rest)
    subtype = match.group(1) if (match := re.search(r" #(\S+)", rest)) else ""
    forms = tuple(form.strip() for form in re.sub(r" #\S+", "", rest).split(" / "))
    document.entities.append((TYPES[kind], subtype, forms, optional))


def _relation(document: Document, rest: str, optional: bool) -> None:
    ends, _, evidence = rest.partition(" :: ")
    subject, predicate, target = (part.strip() for part in ends.split(" > "))
    role = ""
    if match := re.fullmatch(r"(\w+)\[(.+)\]", predicate):
        predicate, role = match.groups()
    document.relations.append((subject, predicate, target, evidence, optional, role))


def mentions(document: Document) -> list[tuple[int, int, int]]:
    """(start, end, entity) of every form where it stands, the longest first, none overlapping."""
    gazetteer = Gazetteer.load()
    stands = {(hit.start, hit.end) for hit in gazetteer.find(document.text)}
    taken = [False] * len(document.text)
    found = []
    single = {form for _, _, forms, _ in document.entities for form in forms if len(form) == 1}
    for form, entity in sorted(document.number.items(), key=lambda item: (-len(item[0]), item[0])):
        pattern = r"\s*".join(map(re.escape, re.sub(r"\s", "", form)))
        known = bool(gazetteer.by_name(form))
        for match in re.finditer(pattern, document.text):
            start, end = match.span()
            if any(taken[start:end]) or (len(form) == 1 and not _alone(document.text, start, single)):
                continue
            if known and match.span() not in stands:
                continue  # part of another word: 中国 in 中国式
            taken[start:end] = [True] * (end - start)
            found.append((start, end, entity))
    return sorted(found)


def _alone(text: str, at: int, single: set[str]) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before in single or after in single or bool(before and before in _BEFORE) or bool(after and after in _AFTER)


def locate(text: str, words: str) -> tuple[int, int] | None:
    match = re.search(r"\s*".join(map(re.escape, re.sub(r"\s", "", words))), text)
    return match.span() if match else None


def main(anno: str, texts: str, out: str) -> None:
    spans = ["name\tstart\tend\ttype\tsubtype\tentity\toptional"]
    relations = ["name\tsubject\tpredicate\tobject\tstart\tend\toptional\trole"]
    for document in parse(Path(anno).read_text(encoding="utf-8"), Path(texts)):
        for start, end, entity in mentions(document):
            kind, subtype, _, optional = document.entities[entity]
            spans.append(f"{document.name}\t{start}\t{end}\t{kind}\t{subtype}\t{entity}\t{int(optional)}")
        for subject, predicate, target, evidence, optional, role in document.relations:
            where = locate(document.text, evidence)
            if where and subject in document.number and target in document.number:
                s, o = document.number[subject], document.number[target]
                relations.append(
                    f"{document.name}\t{s}\t{predicate}\t{o}\t{where[0]}\t{where[1]}\t{int(optional)}\t{role}"
                )
    Path(f"{out}.mentions.tsv").write_text("\n".join(spans) + "\n", encoding="utf-8")
    Path(f"{out}.relations.tsv").write_text("\n".join(relations) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
