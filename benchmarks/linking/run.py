"""One thing, one node across texts: pairs of mentions judged by people (see README.md).

    python benchmarks/linking/run.py TEXTS [--errors]

TEXTS is the folder of the news items that pairs.tsv speaks of. All are built as one graph; a
pair is joined where both its mentions lie in one node. A mention that was not found is counted
apart: it says nothing of linking.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from kg import pipeline
from kg.model import Knowledge

PAIRS = Path(__file__).with_name("pairs.tsv")


def nodes(knowledge: Knowledge) -> dict[tuple[str, int], str]:
    """(source's name without suffix, offset of each of its characters) -> the entity named there."""
    found = {}
    for linked in knowledge.mentions:
        source = knowledge.source(linked.source)
        mention = linked.mention
        sentence = source.articles[mention.article].sentences[mention.sentence]
        for offset in sentence.text.offsets[mention.start : mention.end]:
            found[Path(source.name).stem, offset] = linked.entity
    return found


def pairs() -> list[dict[str, str]]:
    lines = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    files = {Path(pair[side]).stem for pair in pairs() for side in ("file_a", "file_b")}
    knowledge = pipeline.build([args.texts / f"{name}.txt" for name in sorted(files)]).knowledge
    home = nodes(knowledge)
    counts: Counter[str] = Counter()
    for pair in pairs():
        ends = [home.get((Path(pair[f"file_{s}"]).stem, int(pair[f"start_{s}"]))) for s in "ab"]
        if None in ends:
            counts["not found"] += 1
            continue
        same, joined = pair["same"] == "1", ends[0] == ends[1]
        counts["right" if same == joined else "false merge" if joined else "false split"] += 1
        counts["joined"] += joined
        counts["same"] += same
        counts["different"] += not same
        counts["joined rightly"] += joined and same
        if args.errors and same != joined:
            print(
                "merged" if joined else "split ",
                pair["type"],
                pair["surface_a"],
                "|",
                pair["surface_b"],
                pair["kind"],
                pair["file_a"],
                pair["file_b"],
            )
    precision = counts["joined rightly"] / max(counts["joined"], 1)
    recall = counts["joined rightly"] / max(counts["same"], 1)
    print(f"pairs judged {counts['same'] + counts['different']}, not found {counts['not found']}")
    print(f"pairwise P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}")
    print(f"false merges {counts['false merge']} of {counts['different']} pairs of two things")


if __name__ == "__main__":
    main()
