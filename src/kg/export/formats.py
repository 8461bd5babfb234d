"""Every format that a build can be exported to, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from kg.export import cypher, gexf, graphml, neo4j, nif, serialisations
from kg.export.property_graph import PropertyGraph, property_graph
from kg.store.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Options:
    """What an export may be told; a format's ``takes`` says which of these mean something to it."""

    rdf12: bool = False  # triple terms with reifiers instead of rdf:Statement
    name: str | None = None  # the named graph; None is the default graph
    denied: bool = False  # take along what texts deny, as edges NOT_…


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` gives the files of an export by their usual names; one alone may be called otherwise."""

    write: Callable[[Dataset, Options], Mapping[str, bytes]]
    takes: frozenset[str] = frozenset()


def _rdf(format: str, suffix: str, *takes: str) -> Format:
    def write(dataset: Dataset, options: Options) -> Mapping[str, bytes]:
        data = serialisations.write(dataset, format, rdf12=options.rdf12, name=options.name)
        return {f"export.{suffix}": data}

    return Format(write, frozenset(takes))


def _network(write: Callable[[PropertyGraph], Mapping[str, bytes]]) -> Format:
    def written(dataset: Dataset, options: Options) -> Mapping[str, bytes]:
        return write(property_graph(dataset, denied=options.denied))

    return Format(written, frozenset({"denied"}))


def _file(name: str, write: Callable[[PropertyGraph], bytes]) -> Format:
    return _network(lambda graph: {name: write(graph)})


FORMATS: Final[Mapping[str, Format]] = {
    "turtle": _rdf("turtle", "ttl", "rdf12"),
    "ntriples": _rdf("ntriples", "nt", "rdf12"),
    "nquads": _rdf("nquads", "nq", "rdf12", "name"),
    "trig": _rdf("trig", "trig", "rdf12", "name"),
    "jsonld": _rdf("jsonld", "jsonld", "name"),
    "nif": Format(lambda dataset, _: {"export.nif.ttl": nif.write(dataset)}),
    "graphml": _file("export.graphml", graphml.write),
    "gexf": _file("export.gexf", gexf.write),
    "csv": _network(neo4j.write),
    "cypher": _file("export.cypher", cypher.write),
}
