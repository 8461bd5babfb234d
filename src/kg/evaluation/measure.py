"""Build each annotated text on its own and count what is right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg import pipeline
from kg.evaluation import gold, nodes, spans
from kg.evaluation.tally import Tally
from kg.linking.linker import link
from kg.reading import read


def measure(files: Iterable[Path]) -> tuple[nodes.Result, Tally]:
    """Things and statements, and mentions, over all reference answers; errors begin with the text's name.

    Raises InputError where a file is no reference answer or its text cannot be read.
    """
    result, mentions = nodes.Result(), Tally()
    for file in files:
        reference = gold.load(file)
        source, _ = read(pipeline.contents(reference.text), reference.text.name)
        extraction = pipeline.extract(source)
        seen = len(result.errors)
        nodes.judge(reference, link([extraction]), result)
        spans.judge(reference, source, extraction.mentions, mentions)
        result.errors[seen:] = [f"{file.stem}: {line}" for line in result.errors[seen:]]
    return result, mentions
