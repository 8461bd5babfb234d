"""Accuracy has a floor: fails where a figure falls below benchmarks/accuracy/floors.json.

    python benchmarks/accuracy/gate.py            compare
    python benchmarks/accuracy/gate.py --raise    write today's figures as floors, none of them lower
    python benchmarks/accuracy/gate.py --lower    write today's figures as floors, lower ones too

The floors hold only for the texts and answers that they were measured on, whose hash stands
beside them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from kg.evaluation.measure import measure
from kg.model import ENTITY_TYPES

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SLACK = 0.002  # two decimals are printed; what rounds to the floor is not below it


def corpus_hash() -> str:
    digest = hashlib.sha256()
    for file in sorted((HERE / "texts").iterdir()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def figures_now() -> dict[str, float]:
    result, _ = measure(sorted((HERE / "texts").glob("*.json")))
    figures = {f"entities {kind} F1": result.entities.score(kind).f1 for kind in ENTITY_TYPES}
    figures["entities F1"] = result.entities.score().f1
    figures["statements F1"] = result.statements.score().f1
    figures["statements precision"] = result.statements.score().precision
    figures["canonical names"] = result.named / result.matched
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise", dest="higher", action="store_true", help="raise the floors to today's figures")
    change.add_argument("--lower", action="store_true", help="set the floors to today's figures, lower ones too")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"corpus": "", "floors": {}}
    figures, corpus = figures_now(), corpus_hash()
    if floors["corpus"] != corpus and not (args.higher or args.lower):
        print("the texts or answers have changed since the floors were set: set them anew with --lower")
        return 1
    below = []
    for name, value in figures.items():
        floor = floors["floors"].get(name, 0.0)
        low = value < floor - SLACK
        print(f"{name:28}{value:7.3f}  floor {floor:.3f}{'  BELOW' if low else ''}")
        if low:
            below.append(name)
    if args.lower or (args.higher and not below):
        FLOORS.write_text(json.dumps({"corpus": corpus, "floors": figures}, indent=1) + "\n", encoding="utf-8")
        return 0
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
