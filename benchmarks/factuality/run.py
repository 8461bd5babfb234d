"""Denied, planned, possible, quoted: minimal pairs with their mentions given (see README.md).

    python benchmarks/factuality/run.py [--pairs FILE] [--errors]

Judged is what a build would write of the marked subject and object: a line that no pattern of
graph/relations/ matches counts as not found and is judged no further. Rules were made on the
first half; the second was not read while they were made.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from kg.extraction import relations
from kg.model import Article, Claim, EntityType, Mention, Sentence, Text

PAIRS = Path(__file__).with_name("pairs.tsv")
_MARK = re.compile(r"\[(\w+)\|([^\]|]+)\|([soac])\]")
_WRITTEN = 2026  # the year that the sentences speak from
_SEEN = 25  # pairs up to this one were read in whole before the halves were parted


@dataclass(frozen=True, slots=True)
class Truth:
    """What a sentence says of subject and object. ``speaker``: the surface, empty where nobody is quoted."""

    modality: str
    polarity: str
    speaker: str

    @property
    def plain(self) -> bool:
        return (self.modality, self.polarity, self.speaker) == ("asserted", "affirmed", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a pair, what it says, and what came out: None where no statement was found."""

    pair: int
    marked: str
    predicate: str
    truth: Truth
    found: Truth | None

    @property
    def held_out(self) -> bool:
        return self.pair > _SEEN and self.pair % 2 == 0


def lines(path: Path) -> Iterator[Line]:
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    for row in rows[1:]:
        pair, marked, predicate, *truth = row.split("\t")
        yield Line(int(pair), marked, predicate, Truth(*truth), judged(marked, predicate))


def judged(marked: str, predicate: str) -> Truth | None:
    article, mentions, parts = parsed(marked)
    ends = {parts["s"], parts["o"]}
    for claim in relations.claims(article, mentions):
        same = {claim.subject, claim.object} == ends if predicate == "cooperatesWith" else _from_to(claim, parts)
        if claim.predicate == predicate and same:
            speaker = claim.attributed_to
            return Truth(claim.modality, claim.polarity, speaker.surface if speaker else "")
    return None


def _from_to(claim: Claim, parts: dict[str, Mention]) -> bool:
    return (claim.subject, claim.object) == (parts["s"], parts["o"])


def parsed(marked: str) -> tuple[Article, list[Mention], dict[str, Mention]]:
    """The bare sentence as an article of its own, its mentions, and those that play a part."""
    chars, at = "", 0
    mentions: list[Mention] = []
    parts: dict[str, Mention] = {}
    for match in _MARK.finditer(marked):
        chars += marked[at : match.start()]
        kind, surface, part = match.groups()
        end = len(chars) + len(surface)
        mentions.append(Mention(0, 0, len(chars), end, surface, cast("EntityType", kind), score=0.95))
        parts[part] = mentions[-1]
        chars += surface
        at = match.end()
    chars += marked[at:]
    sentence = Sentence(0, Text(chars, tuple(range(len(chars)))))
    return Article(0, "report", None, (sentence,), year=_WRITTEN), mentions, parts


def share(name: str, lines: Sequence[Line], right: Callable[[Line], bool]) -> None:
    count = sum(map(right, lines))
    print(f"  {name:42} {count / max(len(lines), 1):.3f}  {count}/{len(lines)}")


def same(attribute: str) -> Callable[[Line], bool]:
    return lambda line: getattr(line.found, attribute) == getattr(line.truth, attribute)


def report(title: str, lines: Sequence[Line]) -> None:
    plain = [line for line in lines if line.truth.plain]
    other = [line for line in lines if not line.truth.plain]
    print(title)
    share("found, of the plain lines", plain, lambda line: line.found is not None)
    share("found, of the others", other, lambda line: line.found is not None)
    plain, other = ([line for line in group if line.found] for group in (plain, other))
    share("plain, found: said as fact", plain, lambda line: line.found is not None and line.found.plain)
    share("others, found: not said as fact", other, lambda line: line.found is not None and not line.found.plain)
    for attribute in ("polarity", "modality", "speaker"):
        share(f"{attribute}, of all found", plain + other, same(attribute))
        share(f"{attribute}, of the others found", other, same(attribute))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--errors", action="store_true", help="list the lines of the first half that came out wrong")
    args = parser.parse_args()
    found = list(lines(args.pairs))
    if args.errors:
        for line in found:
            if line.found != line.truth and not line.held_out:
                print(line.pair, line.predicate, line.truth, line.found, line.marked, sep="\t")
    report("rules made on these", [line for line in found if not line.held_out])
    report("held out", [line for line in found if line.held_out])


if __name__ == "__main__":
    main()
