"""Questions to a graph on disk beside rdflib in memory: python benchmarks/query/run.py [--triples 100000]

The graph is the build of benchmarks/accuracy/texts, multiplied (generate.py). Both engines get the same SPARQL
and must give as many rows. Counted are processor seconds until the last row is read, the best of several runs (of one
where it takes longer than five seconds); ours with all that ``kg query`` does to a question before Oxigraph sees it.
Where rdflib takes longer than --limit, it is stopped, and what it took by then is counted.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeVar

from rdflib import Graph

sys.path.insert(0, str(Path(__file__).parent))
import generate

import kg
from kg.store import disk, queries, sparql
from kg.store.dataset import Dataset

TEXTS = Path(__file__).parents[1] / "accuracy" / "texts"
PLACE = "江苏省·1"  # of the second copy, and in the graph whatever its size
BODY = "西安交通大学·1"
ENOUGH, LONG = 0.2, 5.0  # seconds
AD_HOC = {
    "label lookup": f'SELECT ?thing {{ ?thing skos:prefLabel "{PLACE}"@zh }}',
    "facts of a body, with sentences": f"""SELECT ?predicate ?object ?sentence {{
        ?body skos:prefLabel "{BODY}"@zh .
        {{ ?statement rdf:subject ?body }} UNION {{ ?statement rdf:object ?body }}
        ?statement rdf:predicate ?predicate ; rdf:object/skos:prefLabel ?object ; prov:wasDerivedFrom ?source .
        OPTIONAL {{ ?source oa:exact ?sentence }} }}""",
    "statements of each predicate": """SELECT ?predicate (COUNT(*) AS ?n) (AVG(?confidence) AS ?sure) {
        ?statement rdf:predicate ?predicate ; kg:confidence ?confidence } GROUP BY ?predicate""",
    "policies with issuer and date": """SELECT ?policy ?body ?date {
        ?p kg:issuedBy ?o ; skos:prefLabel ?policy . ?o skos:prefLabel ?body .
        ?statement rdf:subject ?p ; rdf:object ?o ; prov:wasDerivedFrom/dcterms:isPartOf ?article .
        ?article schema:datePublished ?date }""",
    "all within a place": f'SELECT ?thing {{ ?thing kg:locatedIn+ ?place . ?place skos:prefLabel "{PLACE}"@zh }}',
    "all within anything": "SELECT ?thing ?place { ?thing kg:locatedIn+ ?place }",
    "every triple": "SELECT ?s ?p ?o { ?s ?p ?o }",
}
NAMED: dict[str, dict[str, str]] = {
    "projects-in-place": {"place": PLACE},
    "figures-in-place": {"place": PLACE},
    "part-in": {"organisation": BODY},
    "who-issued-what": {},
    "entities": {"least": "3"},
}
_Result = TypeVar("_Result")


def timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def best(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of the best run, and its rows: as many runs as there is time for, three at least of what is short."""
    seconds, rows = timed(work)
    runs = [seconds]
    while sum(runs) < ENOUGH or (len(runs) < 3 and seconds < LONG):
        runs.append(timed(work)[0])
    return min(runs), rows


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TimeoutError where what is done within takes longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def questions(dataset: Dataset) -> dict[str, str]:
    named = {name: queries.find(name).bound(dataset, values) for name, values in NAMED.items()}
    return {**AD_HOC, **named}


def rdflibs(graph: Graph, question: str, prefixes: Mapping[str, str], limit: float) -> tuple[float, int | None]:
    """Seconds and rows; None where it was stopped."""
    begun = time.process_time()
    try:
        with limited(limit):
            return best(lambda: sum(1 for _ in graph.query(question, initNs=dict(prefixes))))
    except TimeoutError:
        return time.process_time() - begun, None


def compare(dataset: Dataset, graph: Graph, limit: float) -> list[float]:
    """Prints a line a question; how many times as long rdflib takes, of each."""
    ratios = []
    print(f"{'question':34}{'rows':>9}{'zhimai ms':>12}{'rdflib ms':>12}{'times':>9}")
    for title, question in questions(dataset).items():
        ours, rows = best(lambda asked=question: sum(1 for _ in sparql.ask(dataset, asked)))  # type: ignore[misc]
        theirs, also = rdflibs(graph, question, dataset.prefixes, limit)
        assert also in (None, rows), f"{title}: {rows} rows, of rdflib {also}"
        assert rows, f"{title}: no rows, so nothing is compared"
        ratios.append(theirs / ours)
        shown = f"{'>' if also is None else ''}{theirs * 1e3:.1f}"
        print(f"{title:34}{rows:9}{ours * 1e3:12.2f}{shown:>12}{ratios[-1]:9.1f}", flush=True)
    return ratios


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--triples", type=int, default=100_000, help="at least so many  [default: 100000]")
    parser.add_argument("--memory", action="store_true", help="our graph in memory too, as without a store")
    parser.add_argument("--limit", type=float, default=60.0, help="seconds for rdflib and a question  [default: 60]")
    args = parser.parse_args()
    data = generate.graph(kg.build([TEXTS]).to_turtle(), args.triples)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        path.write_bytes(data)
        writing, _ = timed(lambda: disk.write(path, data))
        opening, dataset = timed(lambda: Dataset.of(data) if args.memory else Dataset.open(folder))
        parsing, graph = timed(lambda: Graph().parse(path))
        assert len(dataset) == len(graph)
        print(f"{len(dataset)} triples: store written in {writing:.2f} s, opened in {opening * 1e3:.0f} ms")
        print(f"rdflib parses them in {parsing:.1f} s")
        ratios = compare(dataset, graph, args.limit)
    print(f"rdflib takes {statistics.median(ratios):.0f} times as long in the median, {min(ratios):.1f} at least")


if __name__ == "__main__":
    main()
