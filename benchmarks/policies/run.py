"""How well the steps of a policy's life are found in sentences.tsv.

    python benchmarks/policies/run.py [learn|test] [--errors]

A step counts as found where policy and status agree, and as dated where its day and its last day do too.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

import marked
from kg.extraction.heads import subtype
from kg.extraction.policies import dating, milestones
from kg.model import Milestone

TABLE = Path(__file__).with_name("sentences.tsv")
DAY = date(2025, 11, 20)
_LENGTH = {"day": 10, "month": 7, "year": 4}
_TOLD = re.compile(r"(?P<policy>《.+》) (?P<status>\w+)(?: (?P<start>[\d-]+))?(?: ~(?P<until>[\d-]+))?")


class Step(NamedTuple):
    policy: str
    status: str
    start: str
    until: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=("learn", "test"), nargs="?", default="test")
    parser.add_argument("--errors", action="store_true", help="list the sentences that are not told as they should be")
    arguments = parser.parse_args()
    wanted, found = set[tuple[int, Step]](), set[tuple[int, Step]]()
    for number, (sentence, told) in enumerate(_rows(arguments.half)):
        steps = set(_found(sentence))
        wanted |= {(number, step) for step in told}
        found |= {(number, step) for step in steps}
        if arguments.errors and steps != told:
            print(f"{sentence}\n  wanted {sorted(told - steps)}\n  found  {sorted(steps - told)}")
    print(f"steps      {_score({(n, s[:2]) for n, s in wanted}, {(n, s[:2]) for n, s in found})}")
    print(f"with dates {_score(wanted, found)}")
    return 0


def _rows(half: str) -> Iterator[tuple[str, set[Step]]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] == half:
            told = [_TOLD.fullmatch(step) for step in cells[2].split(" | ") if step != "-"]
            yield cells[1], {Step(*(value or "" for value in step.groups())) for step in told if step}


def _found(sentence: str) -> Iterator[Step]:
    article, mentions = marked.article(*re.findall("[^。]+。?", sentence))
    mentions = [replace(mention, subtype=subtype(mention.surface, mention.type)) for mention in mentions]
    return map(_step, milestones(replace(article, date=DAY, year=DAY.year), mentions))


def _step(milestone: Milestone) -> Step:
    until = milestone.until
    if until is None and milestone.since and milestone.years:
        until = dating.last_day(milestone.since, milestone.years)
    start = milestone.since.isoformat()[: _LENGTH[milestone.precision]] if milestone.since else ""
    return Step(milestone.policy.surface, milestone.status, start, until.isoformat() if until else "")


def _score(wanted: set[object], found: set[object]) -> str:
    right = len(wanted & found)
    precision, recall = right / max(len(found), 1), right / max(len(wanted), 1)
    return f"precision {precision:.2f}  recall {recall:.2f}  ({right} of {len(found)} found, {len(wanted)} told)"


if __name__ == "__main__":
    sys.exit(main())
