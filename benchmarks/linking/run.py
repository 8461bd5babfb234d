"""One thing, one node across texts: pairs of mentions judged by people (see README.md).

    python benchmarks/linking/run.py TEXTS [--pairs FILE] [--errors]

TEXTS is the folder of the news items that the pairs speak of. All are built as one graph. The
mentions are given: where recognition missed or cut one, it is put in, so that linking alone is
measured.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg import pipeline
from kg.linking.linker import link
from kg.model import Extraction, Knowledge, Mention, Source
from kg.reading import read

PAIRS = Path(__file__).with_name("pairs.tsv")
Row = dict[str, str]
Place = tuple[str, int]  # the source's name without suffix, an offset


def rows(path: Path) -> list[Row]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def sides(row: Row) -> tuple[Place, Place]:
    one, other = ((Path(row[f"file_{side}"]).stem, int(row[f"start_{side}"])) for side in "ab")
    return one, other


def given(source: Source, wanted: Iterable[tuple[int, int, str]]) -> Iterator[Mention]:
    """The mentions at ``wanted``: (start, end, type) in the source's text. Those in no sentence are left out."""
    for start, end, kind in sorted(set(wanted)):
        for article in source.articles:
            for sentence in article.sentences:
                offsets = sentence.text.offsets
                if start in offsets and end - 1 in offsets:
                    begin, last = offsets.index(start), offsets.index(end - 1)
                    surface = sentence.text.chars[begin : last + 1]
                    yield Mention(article.index, sentence.index, begin, last + 1, surface, kind)  # type: ignore[arg-type]


def with_given(extraction: Extraction, wanted: Iterable[tuple[int, int, str]]) -> Extraction:
    """The extraction in which every wanted mention is one: found as such, or put in the place of what overlaps it."""
    found = {(m.article, m.sentence, m.start, m.end, m.type): m for m in extraction.mentions}
    mentions = list(extraction.mentions)
    for mention in given(extraction.source, wanted):
        if (mention.article, mention.sentence, mention.start, mention.end, mention.type) in found:
            continue
        mentions = [
            m
            for m in mentions
            if (m.article, m.sentence) != (mention.article, mention.sentence)
            or m.end <= mention.start
            or mention.end <= m.start
        ]
        mentions.append(mention)
    mentions.sort(key=lambda m: (m.article, m.sentence, m.start))
    kept = set(mentions)
    claims = tuple(claim for claim in extraction.claims if {claim.subject, claim.object} <= kept)
    return replace(extraction, mentions=tuple(mentions), claims=claims)


def knowledge_of(texts: Path, judged: Sequence[Row]) -> Knowledge:
    wanted: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in judged:
        for side in "ab":
            span = (int(row[f"start_{side}"]), int(row[f"end_{side}"]), row["type"])
            wanted[row[f"file_{side}"]].append(span)
    extractions = []
    for name in sorted(path.name for path in texts.glob("*.txt")):
        source, _ = read((texts / name).read_bytes(), name, None)
        extractions.append(with_given(pipeline.extract(source), wanted[name]))
    return link(extractions)


def homes(knowledge: Knowledge) -> dict[Place, str]:
    """Each character of a mention -> the entity named there."""
    found = {}
    for linked in knowledge.mentions:
        source = knowledge.source(linked.source)
        mention = linked.mention
        sentence = source.articles[mention.article].sentences[mention.sentence]
        for offset in sentence.text.offsets[mention.start : mention.end]:
            found[Path(source.name).stem, offset] = linked.entity
    return found


def b_cubed(judged: Sequence[Row], home: dict[Place, str]) -> tuple[float, float]:
    """Precision and recall a mention, over its judged pairs and itself."""
    joined: dict[Place, list[bool]] = defaultdict(lambda: [True])  # of those joined with it, which rightly
    same: dict[Place, list[bool]] = defaultdict(lambda: [True])  # of those that are one thing with it, which joined
    for row in judged:
        ends = sides(row)
        together = home.get(ends[0]) is not None and home.get(ends[0]) == home.get(ends[1])
        for end in ends:
            if together:
                joined[end].append(row["same"] == "1")
            if row["same"] == "1":
                same[end].append(together)
    places = sorted({end for row in judged for end in sides(row)})
    precision = sum(sum(joined[p]) / len(joined[p]) for p in places) / len(places)
    recall = sum(sum(same[p]) / len(same[p]) for p in places) / len(places)
    return precision, recall


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    judged = rows(args.pairs)
    home = homes(knowledge_of(args.texts, judged))
    counts: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for row in judged:
        ends = sides(row)
        same, joined = row["same"] == "1", home.get(ends[0], "a") == home.get(ends[1], "b")
        counts["outside"] += any(end not in home for end in ends)
        counts[f"{'same' if same else 'different'} {'joined' if joined else 'apart'}"] += 1
        kinds[f"{row['type']} {'one' if same else 'two'}: {row['kind']}"]["right" if same == joined else "wrong"] += 1
        if args.errors and same != joined:
            verdict = "merged" if joined else "split "
            print(verdict, *(row[n] for n in ("type", "surface_a", "surface_b", "kind", "file_a", "file_b")), sep="\t")
    if args.errors:
        for kind, count in sorted(kinds.items()):
            print(f"{kind:44} right {count['right']:3} wrong {count['wrong']:3}")
    right, wrong, missed = counts["same joined"], counts["different joined"], counts["same apart"]
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    print(f"pairs {len(judged)}, with a mention in no sentence as read {counts['outside']}")
    print(f"pairwise P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}")
    print("B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(*(b := b_cubed(judged, home)), 2 * b[0] * b[1] / sum(b)))
    print(f"false merges {wrong} of {wrong + counts['different apart']} pairs of two things")


if __name__ == "__main__":
    main()
