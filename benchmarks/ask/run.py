"""How the questions of questions.tsv are read, against names.ttl: which query, which values, or none.

    python benchmarks/ask/run.py [seen|held] [--errors]

Right: the query and its values, or a refusal where nothing may answer. Wrong: an answer that should not be.
Refused: no answer where one was due.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.rdf import BASE
from kg.store.dataset import Dataset
from kg.store.questions.reading import Reading, read

FOLDER = Path(__file__).parent


class Line(NamedTuple):
    part: str
    question: str
    query: str  # - where nothing may answer
    values: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("seen", "held"), nargs="?", help="one half; both without it")
    parser.add_argument("--errors", action="store_true", help="list the questions that are not read as they should be")
    arguments = parser.parse_args()
    dataset = Dataset.of((FOLDER / "names.ttl").read_bytes(), "names.ttl")
    counts: dict[str, Counter[str]] = {"seen": Counter(), "held": Counter()}
    for line in lines():
        found = told(dataset, line.question)
        verdict = judge(line, found)
        counts[line.part][f"{'unanswerable' if line.query == '-' else 'answerable'} {verdict}"] += 1
        if arguments.errors and verdict != "right" and arguments.part in {None, line.part}:
            print(f"{verdict}: {line.question}\n  wanted {line.query} {line.values}\n  told   {' '.join(found)}")
    for part, counted in counts.items():
        if arguments.part in {None, part}:
            print(
                f"{part:5} {counted.total()} questions: "
                + ", ".join(f"{n} {what}" for what, n in sorted(counted.items()))
            )
    return 1 if any(what.endswith("wrong") for counted in counts.values() for what in counted) else 0


def lines() -> Iterator[Line]:
    """The questions as the table has them."""
    for text in (FOLDER / "questions.tsv").read_text(encoding="utf-8").splitlines():
        if text.startswith(("seen\t", "held\t")):
            part, question, query, *values = text.split("\t")
            yield Line(part, question, query, values[0] if values else "")


def judge(line: Line, found: tuple[str, str]) -> str:
    """right, refused or wrong. ``found`` is what ``told`` gives."""
    if found == (line.query, line.values):
        return "right"
    return "refused" if found[0] == "-" else "wrong"


def told(dataset: Dataset, question: str) -> tuple[str, str]:
    """The query and its values as the table writes them; - and nothing for a refusal."""
    found = read(dataset, question)
    if not isinstance(found, Reading):
        return "-", ""
    return found.query.name, " ".join(f"{name}={value.removeprefix(BASE)}" for name, value in found.values.items())


if __name__ == "__main__":
    sys.exit(main())
