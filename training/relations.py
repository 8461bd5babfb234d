"""Train the scores of relations: ``python training/relations.py --texts RAW``.

Reads the annotated relations (documents.py), finds the candidates that the builder itself would
find, and learns for each predicate how much every clue weighs. What a score is worth, and how
probable a relation must be to be claimed, is seen on texts that the weights were not learnt from
(five folds by text). Writes graph/models/relations.tsv; nothing is drawn at random.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

import documents
import logistic
from documents import Document, Triple
from kg.extraction import relations, scoring
from kg.extraction.pairs import Candidate
from kg.model import PREDICATES, Article, Predicate

HERE = Path(__file__).resolve().parent
TABLE = HERE.parent / "graph" / "models" / "relations.tsv"
HEADER = "# What each clue weighs, in hundredths of log-odds (kg.extraction.scoring). Made by training/relations.py."
FOLDS = 5
UNKNOWN = "?"  # before the names that are none of the gold's
PENALTY = (0.3, 1.0)  # on a weight and on its square
PATTERN = 3.0  # log-odds that a pattern is believed to add until texts say otherwise
INFERRED = 0.25  # what a relation that takes inference counts as an example
PRECISION = 0.8  # of what is claimed, where texts unseen allow it
LEAST, MOST = 45, 60  # per cent; where a threshold may lie
SMALL = 2  # hundredths; lighter weights are none
BINS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Sample:
    """One candidate and one predicate that its types permit."""

    document: int
    fold: int  # -1: learnt from in every fold
    triple: Triple  # of entities, or of names that are none of the gold's
    clues: tuple[str, ...]
    weight: float  # 0: not learnt from
    label: bool
    verdict: str  # right, wrong, disputed: as it counts in the measure


@dataclass(frozen=True, slots=True)
class Trained:
    """One predicate: the weights of all texts, and each fold's score of the triples that it had not seen."""

    weights: dict[str, float]
    scores: tuple[tuple[float, bool], ...]
    wanted: int

    def scale(self) -> scoring.Scale:
        slope, shift = platt([score for score, _ in self.scores], [right for _, right in self.scores])
        always = round(self.weights.get("", 0.0) * scoring.UNIT)
        scale = scoring.Scale(always, round(slope * scoring.UNIT), round(shift * scoring.UNIT), 0)
        return scoring.Scale(scale.always, scale.scale, scale.shift, self._least(slope, shift))

    def _least(self, slope: float, shift: float) -> int:
        """The lowest threshold, per cent, above which enough of what is said is right."""
        said = self.said(slope, shift)
        for least in range(LEAST, MOST + 1):
            above = [right for probability, right in said if probability * 100 >= least]
            if above and sum(above) >= PRECISION * len(above):
                return least
        return MOST

    def said(self, slope: float, shift: float) -> list[tuple[float, bool]]:
        return [(1 / (1 + float(np.exp(-(slope * score + shift)))), right) for score, right in self.scores]


def samples(read: Sequence[Document]) -> dict[Predicate, list[Sample]]:
    found: dict[Predicate, list[Sample]] = {predicate: [] for predicate in PREDICATES}
    for number, document in enumerate(read):
        for predicate, sample in _of_document(number, document):
            found[predicate].append(sample)
    return found


def _of_document(number: int, document: Document) -> Iterator[tuple[Predicate, Sample]]:
    found: list[tuple[Candidate, Predicate, Triple]] = []
    nearest: dict[Triple, tuple[int, Candidate]] = {}
    for article, mentions in zip(document.source.articles, document.mentions, strict=True):
        for candidate in relations.candidates(article, mentions):
            for predicate in candidate.predicates:
                triple = _triple(document, candidate, predicate)
                found.append((candidate, predicate, triple))
                if triple in document.gold.relations:
                    rank = _rank(document, article, candidate, triple)
                    if triple not in nearest or rank < nearest[triple][0]:
                        nearest[triple] = (rank, candidate)
    fold = zlib.crc32(document.gold.name.encode()) % FOLDS if document.gold.measured else -1
    for candidate, predicate, triple in found:
        if triple[0] != triple[2]:
            chosen = triple in nearest and nearest[triple][1] is candidate
            yield predicate, Sample(number, fold, triple, candidate.clues, *_label(document, triple, chosen, candidate))


def _triple(document: Document, candidate: Candidate, predicate: Predicate) -> Triple:
    subject = document.entity.get(candidate.subject, f"{UNKNOWN}{candidate.subject.surface}")
    target = document.entity.get(candidate.object, f"{UNKNOWN}{candidate.object.surface}")
    turned = (target, predicate, subject)
    if predicate == "cooperatesWith" and turned in document.gold.relations:
        return turned
    return (subject, predicate, target)


def _rank(document: Document, article: Article, candidate: Candidate, triple: Triple) -> int:
    """How far a candidate is from being the one that the annotator saw: outside the evidence, far apart."""
    said = document.gold.relations[triple]
    offsets = article.sentences[candidate.sentence].text.offsets
    within = any(start <= offsets[-1] and end > offsets[0] for start, end in said)
    apart = candidate.between[1] - candidate.between[0] if candidate.between else 500
    return apart + (0 if within or not said else 1000) + (candidate.sentence if not said else 0)


def _label(document: Document, triple: Triple, chosen: bool, candidate: Candidate) -> tuple[float, bool, str]:
    """Weight, label and verdict. Of the candidates of a triple that is right one is learnt from.

    That only the name says it is no inference where a name within a name is the candidate.
    """
    gold = document.gold
    disputed = bool({triple[0], triple[2]} & gold.disputed)
    if triple not in gold.relations:
        return 1.0, False, "disputed" if disputed else "wrong"
    inferred = triple in gold.inferred and candidate.between is not None
    weight = (INFERRED if inferred else 1.0) if chosen else 0.0
    return weight, True, "disputed" if inferred or disputed else "right"


def trained(predicate: Predicate, rows: Sequence[Sample], read: Sequence[Document]) -> Trained:
    best: dict[tuple[int, Triple], tuple[float, bool]] = {}
    for fold in range(FOLDS):
        weights = _fit(predicate, [row for row in rows if row.fold != fold])
        for row in rows:
            if row.fold == fold and row.verdict != "disputed":
                score = logistic.score(weights, row.clues)
                place = (row.document, row.triple)
                best[place] = max(best.get(place, (-np.inf, False)), (score, row.verdict == "right"))
    wanted = sum(
        triple[1] == predicate
        for document in read
        for triple in document.gold.relations
        if document.gold.measured
        and triple not in document.gold.inferred
        and not {triple[0], triple[2]} & document.gold.disputed
    )
    return Trained(_fit(predicate, rows), tuple(best.values()), wanted)


def _fit(predicate: Predicate, rows: Iterable[Sample]) -> dict[str, float]:
    learnt = [row for row in rows if row.weight]
    labels = np.array([row.label for row in learnt], dtype=float)
    importance = np.array([row.weight for row in learnt])
    return logistic.fit(
        [row.clues for row in learnt], labels, importance, PENALTY, {f"pattern:any-{predicate}": PATTERN}
    )


def platt(scores: Sequence[float], right: Sequence[bool], steps: int = 100) -> tuple[float, float]:
    """Slope and shift that turn scores into log-odds (Newton's method), drawn to 1 and 0 where there is little."""
    values = np.column_stack([np.array(scores), np.ones(len(scores))])
    start = np.array([1.0, 0.0])
    found, labels, hold = start.copy(), np.array(right, dtype=float), np.diag([4.0, 2.0])
    for _ in range(steps):
        said = 1 / (1 + np.exp(-np.clip(values @ found, -30, 30)))
        slope = values.T @ (said - labels) + hold @ (found - start)
        curve = (values * (said * (1 - said))[:, None]).T @ values + hold
        found = found - np.linalg.solve(curve, slope)
    return max(float(found[0]), 0.1), float(found[1])


def table(found: dict[Predicate, Trained]) -> str:
    scales = {predicate: one.scale() for predicate, one in found.items()}
    lines = [HEADER, "\t".join(("clue", *PREDICATES))]
    for name, field in zip(scoring.SETTINGS, ("always", "scale", "shift", "least"), strict=True):
        lines.append("\t".join((name, *(str(getattr(scales[p], field)) for p in PREDICATES))))
    for clue in sorted({clue for one in found.values() for clue in one.weights if clue}):
        weights = [round(found[p].weights.get(clue, 0.0) * scoring.UNIT) for p in PREDICATES]
        if any(abs(weight) >= SMALL for weight in weights):
            lines.append("\t".join((clue, *(str(w) if abs(w) >= SMALL else "" for w in weights))))
    return "\n".join(lines) + "\n"


def report(found: dict[Predicate, Trained]) -> None:
    """What texts unseen say: precision and recall above the threshold, and said against true by bin."""
    every: list[tuple[float, bool]] = []
    for predicate, one in found.items():
        scale = one.scale()
        said = one.said(scale.scale / scoring.UNIT, scale.shift / scoring.UNIT)
        every.extend(said)
        claimed = [right for probability, right in said if probability * 100 >= scale.least]
        right, found = sum(claimed), len(claimed)
        shares = f"P {right / max(found, 1):.2f} R {right / max(one.wanted, 1):.2f}"
        print(f"{predicate:15} least {scale.least} {shares} ({right}/{found}/{one.wanted})")
    for low, high in pairwise(BINS):
        held = [(said, right) for said, right in every if low <= said < high]
        if held:
            said, true = (sum(column) / len(held) for column in zip(*held, strict=True))
            print(f"said {low:.1f}-{min(high, 1):.1f}: {len(held):6} said {said:.2f} true {true:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=Path, required=True, help="folder of the raw news items")
    parser.add_argument("--since", default="2025-10-31")
    parser.add_argument("--until", default="2025-12-02", help="later days are kept for measuring")
    parser.add_argument("--out", type=Path, default=TABLE)
    args = parser.parse_args()
    golds = [
        *documents.standoff(HERE / "corpus", args.texts, (args.since, args.until)),
        *documents.marked(HERE / "texts"),
    ]
    read = [*documents.recognised(golds), *documents.sentences(HERE / "sentences.txt")]
    found = {predicate: trained(predicate, rows, read) for predicate, rows in samples(read).items()}
    args.out.write_text(table(found), encoding="utf-8")
    report(found)


if __name__ == "__main__":
    main()
