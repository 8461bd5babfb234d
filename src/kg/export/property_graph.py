"""A build's graph as nodes with properties and edges with properties: what tools without RDF take.

A node is an entity, an edge one statement, so two statements of the same two things are two edges.
What a text denies is no edge, unless it is asked for: then its type says so (``NOT_locatedIn``), and
nobody who looks for ``locatedIn`` can take it for a fact. What is planned or possible says so in its
``modality``. Nodes and edges come in the order of their IRIs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final, Generic, Literal, TypeAlias, TypeVar

from kg import resources
from kg.errors import GraphError
from kg.model import ENTITY_TYPES
from kg.store import sparql
from kg.store.dataset import Dataset

Value: TypeAlias = str | int | float | tuple[str, ...] | None  # None or () where there is nothing to say
Kind: TypeAlias = Literal["string", "int", "double", "strings"]
_Item = TypeVar("_Item")

_ENTITIES: Final = """
SELECT ?entity ?property ?value WHERE {
  ?entity skos:prefLabel ?label ; ?property ?value .
  FILTER(?property IN (rdf:type, skos:prefLabel, skos:altLabel, dcterms:identifier, owl:sameAs, geo:lat, geo:long))
} ORDER BY ?entity ?property ?value
"""
_MENTIONS: Final = "SELECT ?entity (COUNT(*) AS ?mentions) WHERE { ?mention oa:hasBody ?entity } GROUP BY ?entity"
_STATEMENTS: Final = """
SELECT DISTINCT ?statement ?subject ?predicate ?object ?confidence ?modality ?polarity ?role ?speaker WHERE {
  ?statement a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    kg:confidence ?confidence ; kg:modality ?modality ; kg:polarity ?polarity .
  OPTIONAL { ?statement schema:roleName ?role }
  OPTIONAL { ?statement kg:attributedTo ?speaker }
} ORDER BY ?statement
"""
_SENTENCES: Final = """
SELECT ?statement ?text WHERE {
  ?statement a rdf:Statement ; prov:wasDerivedFrom ?sentence .
  ?sentence dcterms:isPartOf ?article .
  OPTIONAL { ?sentence oa:exact ?exact }
  OPTIONAL { ?sentence oa:start ?start }
  OPTIONAL { ?sentence rdf:value ?joined }
  BIND(COALESCE(?joined, ?exact) AS ?text)
} ORDER BY ?statement ?article ?start ?sentence
"""


@dataclass(frozen=True, slots=True)
class Node:
    """One entity. ``id`` is its IRI; ``classes`` are the finer ones of kg:, the finest last."""

    id: str
    label: str
    type: str  # one of kg.model.ENTITY_TYPES
    classes: tuple[str, ...]
    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    same_as: tuple[str, ...]
    mentions: int  # in all texts
    lat: float | None  # degrees, WGS84
    long: float | None

    @property
    def subtype(self) -> str | None:
        return self.classes[-1] if self.classes else None


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement. ``id`` is the IRI of its rdf:Statement, ``source`` and ``target`` those of nodes."""

    id: str
    source: str
    target: str
    predicate: str  # locatedIn
    confidence: float  # 0 to 1
    modality: str
    polarity: str
    role: str | None
    attributed_to: str | None  # a node's id
    sentences: tuple[str, ...]  # none where the gazetteer says it

    @property
    def type(self) -> str:
        """The predicate; of what is denied ``NOT_`` and the predicate."""
        return self.predicate if self.polarity == "affirmed" else f"NOT_{self.predicate}"


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """All nodes, and those edges that were asked for."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Column(Generic[_Item]):
    """A property as all formats name and type it."""

    name: str
    kind: Kind
    of: Callable[[_Item], Value]


NODE_COLUMNS: Final[tuple[Column[Node], ...]] = (
    Column("label", "string", lambda node: node.label),
    Column("class", "string", lambda node: node.type),
    Column("subtype", "string", lambda node: node.subtype),
    Column("names", "strings", lambda node: node.names),
    Column("identifiers", "strings", lambda node: node.identifiers),
    Column("sameAs", "strings", lambda node: node.same_as),
    Column("mentions", "int", lambda node: node.mentions),
    Column("lat", "double", lambda node: node.lat),
    Column("long", "double", lambda node: node.long),
)
EDGE_COLUMNS: Final[tuple[Column[Edge], ...]] = (
    Column("predicate", "string", lambda edge: edge.type),
    Column("confidence", "double", lambda edge: edge.confidence),
    Column("modality", "string", lambda edge: edge.modality),
    Column("polarity", "string", lambda edge: edge.polarity),
    Column("role", "string", lambda edge: edge.role),
    Column("attributedTo", "string", lambda edge: edge.attributed_to),
    Column("sentences", "strings", lambda edge: edge.sentences),
)


def told(columns: Iterable[Column[_Item]], item: _Item) -> Iterator[tuple[str, Value]]:
    """The names of the columns that have something to say of ``item``, with it."""
    for column in columns:
        value = column.of(item)
        if value is not None and value != ():
            yield column.name, value


def property_graph(dataset: Dataset, *, denied: bool = False) -> PropertyGraph:
    """The graph's entities and statements; ``denied`` takes along what texts deny.

    Raises GraphError where a statement is about something that has no name: no build writes that.
    """
    nodes = tuple(_nodes(dataset))
    edges = tuple(edge for edge in _edges(dataset) if denied or edge.polarity == "affirmed")
    known = {node.id for node in nodes}
    for edge in edges:
        for end in (edge.source, edge.target):
            if end not in known:
                raise GraphError(f"{dataset.name}: {end} has no skos:prefLabel; kg validate says what else is wrong")
    return PropertyGraph(nodes, edges)


def _nodes(dataset: Dataset) -> Iterator[Node]:
    mentions = {row["entity"]: int(row["mentions"]) for row in sparql.rows(dataset, _MENTIONS) if "entity" in row}
    rows = sparql.rows(dataset, _ENTITIES)
    for entity, said in groupby(rows, key=lambda row: row["entity"]):
        values: dict[str, list[str]] = defaultdict(list)
        for row in said:
            values[row["property"]].append(row["value"])
        yield _node(dataset, entity, values, mentions.get(entity, 0))


def _node(dataset: Dataset, entity: str, values: Mapping[str, list[str]], mentions: int) -> Node:
    def of(prefix: str, term: str) -> tuple[str, ...]:
        return tuple(values.get(dataset.prefixes[prefix] + term, ()))

    own = dataset.prefixes["kg"]
    classes = frozenset(kind.removeprefix(own) for kind in of("rdf", "type") if kind.startswith(own))
    type = next((type for type in ENTITY_TYPES if type in classes), "")
    lat, long = of("geo", "lat"), of("geo", "long")
    return Node(
        id=entity,
        label=of("skos", "prefLabel")[0],
        type=type,
        classes=_ordered(type, classes - {type}),
        names=of("skos", "altLabel"),
        identifiers=of("dcterms", "identifier"),
        same_as=of("owl", "sameAs"),
        mentions=mentions,
        lat=float(lat[0]) if lat else None,
        long=float(long[0]) if long else None,
    )


def _ordered(type: str, classes: frozenset[str]) -> tuple[str, ...]:
    """The finer classes from wide to narrow, as graph/lexicon/classes.tsv has them; others by the alphabet."""
    return _rows_of_classes().get((type, classes)) or tuple(sorted(classes))


@cache
def _rows_of_classes() -> dict[tuple[str, frozenset[str]], tuple[str, ...]]:
    rows = resources.table("lexicon", "classes.tsv", columns=("type", "class"))
    finer = [(row["type"], tuple(row["class"].split())) for row in rows]
    return {(type, frozenset(classes)): classes for type, classes in finer}


def _edges(dataset: Dataset) -> Iterator[Edge]:
    sentences: dict[str, dict[str, None]] = defaultdict(dict)
    for row in sparql.rows(dataset, _SENTENCES):
        if "text" in row:
            sentences[row["statement"]][row["text"]] = None
    for row in sparql.rows(dataset, _STATEMENTS):
        yield Edge(
            id=row["statement"],
            source=row["subject"],
            target=row["object"],
            predicate=row["predicate"].removeprefix(dataset.prefixes["kg"]),
            confidence=float(row["confidence"]),
            modality=row["modality"],
            polarity=row["polarity"],
            role=row.get("role"),
            attributed_to=row.get("speaker"),
            sentences=tuple(sentences.get(row["statement"], ())),
        )
