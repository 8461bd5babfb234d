"""The public API: build a graph, ask it, write it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path

import networkx as nx

from kg import pipeline, rdf
from kg.export import network, page
from kg.issues import Issue
from kg.linking.decisions import NONE
from kg.model import Entity, Knowledge, Statement
from kg.rdf import BASE
from kg.store import decisions as store_decisions
from kg.store import queries, sparql
from kg.store.dataset import Dataset


class Graph:
    """A built graph: what the sources say, and what of them was not understood."""

    def __init__(self, build: pipeline.Build, base: str = BASE, with_text: bool = True) -> None:
        self._build = build
        self._base = base
        self._with_text = with_text

    @property
    def knowledge(self) -> Knowledge:
        return self._build.knowledge

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.knowledge.entities

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.knowledge.statements

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was not understood, in the order of the sources' names."""
        return self._build.issues

    @property
    def failures(self) -> tuple[str, ...]:
        """One line for each input that could not be read and was skipped."""
        return self._build.failures

    def query(self, query: str, **parameters: str) -> list[dict[str, str]]:
        """The rows of a SELECT, or of a named query (``graph.query("projects-in-place", place="江苏")``).

        Raises QueryError where the query is wrong or no named query has that name.
        """
        text = query
        if not any(char.isspace() for char in query.strip()):
            text = queries.find(query.strip()).bound(self._dataset, parameters)
        return sparql.rows(self._dataset, text)

    def to_turtle(self) -> bytes:
        return self._turtle

    def to_html(self, title: str = "知脉") -> str:
        """One self-contained page that needs no network."""
        return page.render(self.knowledge, title=title)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Nodes are entity ids, edges the statements, with their names, types and sentences."""
        return network.network(self.knowledge)

    @cached_property
    def _turtle(self) -> bytes:
        return rdf.to_turtle(self.knowledge, base=self._base, with_text=self._with_text)

    @cached_property
    def _dataset(self) -> Dataset:
        return Dataset.of(self._turtle)


def build(
    paths: Iterable[str | Path],
    *,
    date: date | None = None,
    base: str = BASE,
    with_text: bool = True,
    decisions: str | Path | None = None,
) -> Graph:
    """Read files and folders of news text and build their graph.

    ``date`` is the day of articles that name none, nor their file; ``base`` begins all IRIs of
    the data; ``with_text=False`` leaves the source texts out of the Turtle; ``decisions`` is a file of what
    was decided by hand. A file that cannot
    be read is skipped and named in ``Graph.failures``. Raises InputError where none can be read.
    """
    decided = store_decisions.read(Path(decisions)) if decisions else NONE
    return Graph(pipeline.build([Path(path) for path in paths], date, decisions=decided), base, with_text)
