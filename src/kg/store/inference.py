"""What follows from a graph by the ontology's axioms, kept in a named graph of its own.

Superclasses, superproperties, inverse and symmetric properties, and places within places (``kg:locatedIn``
is transitive). Only plain triples take part, so nothing follows from what a text denies; what follows
from a plan is as plain as the plan's own triple. Nothing that the graph states itself is inferred again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias, cast

import pyoxigraph as ox
from rdflib import RDF

from kg.rdf.axioms import Axioms

GRAPH: Final = ox.NamedNode("https://w3id.org/zhimai/graph/inferred")
_TYPE: Final = ox.NamedNode(str(RDF.type))
_STATED: Final = ox.DefaultGraph()
_SIZE: Final = f"SELECT (COUNT(*) AS ?size) {{ GRAPH {GRAPH} {{ ?s ?p ?o }} }}"
_MEMBERS: Final = """
SELECT DISTINCT ?thing WHERE {{ VALUES ?kind {{ {below} }} ?thing a ?kind . MINUS {{ ?thing a {upper} }} }}
"""

_Pairs: TypeAlias = set[tuple[ox.NamedNode, ox.NamedNode]]
_Rules: TypeAlias = dict[ox.NamedNode, list[tuple[ox.NamedNode, Callable[[_Pairs], _Pairs]]]]


def infer(store: ox.Store, axioms: Axioms) -> Iterator[ox.Quad]:
    """The quads of GRAPH for what the default graph states: each once, in no order that means anything.

    They are made while the store is read; collect them before adding them to it.
    """
    yield from _members(store, axioms)
    rules = _rules(axioms)
    stated = {term: _stated(store, term) for term in rules}
    for term, pairs in _closed(stated, rules).items():
        new = pairs - stated[term] if term in stated else _unstated(store, term, pairs)
        for subject, value in new:
            yield ox.Quad(subject, term, value, GRAPH)


def size(store: ox.Store) -> int:
    """How many quads GRAPH has; to count them is much quicker than to read them."""
    (row,) = cast(ox.QuerySolutions, store.query(_SIZE))
    return int(cast(ox.Literal, row["size"]).value)


@cache
def version() -> str:
    """A hash of the axioms and of this module: what was inferred under another one is out of date."""
    return hashlib.sha256(Axioms.load().version.encode() + Path(__file__).read_bytes()).hexdigest()


def _unstated(store: ox.Store, predicate: ox.NamedNode, pairs: _Pairs) -> _Pairs:
    return {pair for pair in pairs if ox.Quad(pair[0], predicate, pair[1], _STATED) not in store}


def _members(store: ox.Store, axioms: Axioms) -> Iterator[ox.Quad]:
    """The class of things that are of one below it."""
    below: dict[ox.NamedNode, list[ox.NamedNode]] = defaultdict(list)
    for kind, above in axioms.superclasses.items():
        for upper in above:
            below[upper].append(kind)
    for upper, kinds in below.items():
        query = _MEMBERS.format(below=" ".join(str(kind) for kind in kinds), upper=upper)
        for solution in cast(ox.QuerySolutions, store.query(query)):
            yield ox.Quad(cast(ox.NamedNode, solution["thing"]), _TYPE, upper, GRAPH)


def _rules(axioms: Axioms) -> _Rules:
    """For each property, which other one has pairs because it has some, and how those follow."""
    rules: _Rules = defaultdict(list)
    for term, above in axioms.superproperties.items():
        rules[term] += [(upper, _same) for upper in above]
    for term, inverses in axioms.inverses.items():
        rules[term] += [(inverse, _turned) for inverse in inverses]
    for term in axioms.transitive:
        rules[term].append((term, _chained))
    return rules


def _closed(stated: Mapping[ox.NamedNode, _Pairs], rules: _Rules) -> dict[ox.NamedNode, _Pairs]:
    """The pairs of every property, stated ones among them, once no rule gives another."""
    known: dict[ox.NamedNode, _Pairs] = defaultdict(set)
    for term, pairs in stated.items():
        known[term] |= pairs
    waiting = [term for term in stated if known[term]]
    while waiting:
        term = waiting.pop()
        for target, follow in rules.get(term, ()):
            new = follow(known[term]) - known[target]
            if new:
                known[target] |= new
                waiting.append(target)
    return known


def _stated(store: ox.Store, predicate: ox.NamedNode) -> _Pairs:
    return {
        (quad.subject, quad.object)
        for quad in store.quads_for_pattern(None, predicate, None, _STATED)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }


def _same(pairs: _Pairs) -> _Pairs:
    return pairs


def _turned(pairs: _Pairs) -> _Pairs:
    return {(value, subject) for subject, value in pairs}


def _chained(pairs: _Pairs) -> _Pairs:
    """All that can be reached in steps. A circle of places puts none of them into itself."""
    steps: dict[ox.NamedNode, list[ox.NamedNode]] = defaultdict(list)
    for subject, value in pairs:
        steps[subject].append(value)
    reached: _Pairs = set()
    for start in steps:
        waiting, seen = list(steps[start]), {start}
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting.extend(steps.get(node, ()))
        reached |= {(start, node) for node in seen if node != start}
    return reached
