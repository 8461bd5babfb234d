"""How fast a build is, beside jieba.posseg on the same text in the same run: characters a second.

    python benchmarks/speed/run.py [TEXT …] [--rounds 5]

Without texts, those of benchmarks/accuracy. Each stage runs in turn in every round; the
medians are printed, and the share of jieba.posseg's speed, which the machine's own speed
does not change.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import jieba
import jieba.posseg

from kg import pipeline, rdf
from kg.export import page
from kg.extraction import recognition
from kg.linking.linker import link
from kg.reading import read

TEXTS = Path(__file__).resolve().parents[1] / "accuracy" / "texts"


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    files = args.texts or sorted(TEXTS.glob("*.txt"))
    data = [(file.read_bytes(), file.name) for file in files]
    sources = [read(content, name)[0] for content, name in data]
    characters = sum(len(source.text) for source in sources)
    articles = [article for source in sources for article in source.articles]
    text = "\n".join(article.body for article in articles)
    jieba.initialize()

    def build() -> None:
        knowledge = link(pipeline.extract(read(content, name)[0]) for content, name in data)
        rdf.to_turtle(knowledge)
        page.render(knowledge)

    stages: dict[str, Callable[[], object]] = {
        "jieba.posseg": lambda: list(jieba.posseg.cut(text)),
        "recognition": lambda: [recognition.recognise(article) for article in articles],
        "extraction": lambda: [pipeline.extract(source) for source in sources],
        "whole build": build,
    }
    for work in stages.values():
        work()
    times: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(args.rounds):
        for name, work in stages.items():
            times[name].append(seconds(work))
    base = statistics.median(times["jieba.posseg"])
    print(f"{len(files)} texts, {characters:,} characters, median of {args.rounds} rounds, one process")
    for name, found in times.items():
        median = statistics.median(found)
        print(f"{name:14}{characters / median:12,.0f} characters/s{base / median:8.2f} of jieba.posseg")
    print(f"resident memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
