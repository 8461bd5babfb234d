"""A headline tells what the body tells again; so does the title of a brief, which a page may run into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Article, Figure

_NEAR = 1  # how many sentences behind it a title is taken up


def once(article: Article, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of an article, each told once; where two are the same the one behind stays, which says more."""
    for number, figure in enumerate(figures):
        headline = article.sentences[figure.sentence].role == "headline"
        if not any(_again(figure, later, headline) for later in figures[number + 1 :]):
            yield figure


def _again(figure: Figure, later: Figure, headline: bool) -> bool:
    """Whether a later figure is the same one: in value, or as the change that it also gives."""
    amount = f"{figure.value}{figure.unit}"
    same = (figure.value, figure.unit) == (later.value, later.unit) or (bool(figure.change) and amount in later.change)
    if headline or not same:
        return same
    return later.sentence - figure.sentence <= _NEAR and _alike(figure.metric, later.metric)


def _alike(first: str, second: str) -> bool:
    """Whether two metrics share half the pairs of characters of the shorter one."""
    pairs = [{name[at : at + 2] for at in range(len(name) - 1)} for name in (first, second)]
    shorter = min(len(pairs[0]), len(pairs[1]))
    return shorter > 0 and 2 * len(pairs[0] & pairs[1]) >= shorter
