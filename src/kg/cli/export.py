"""``kg export``: a build's graph in the formats of other tools."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from kg.errors import OutputError
from kg.export import neo4j
from kg.export.formats import FORMATS, Options
from kg.store.dataset import Dataset, graph_path
from kg.store.files import write_whole

_PIPE: Final = "-"


@click.command(
    epilog="""\b
Examples:
  kg export --format graphml
  kg export --format csv --out neo4j/import
  kg export --format trig --name https://example.org/news --rdf12 --out news.trig
  kg export --format ntriples --out - | gzip > graph.nt.gz"""
)
@click.option("--format", "format", type=click.Choice(list(FORMATS)), required=True, help="What to write.")
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
@click.option(
    "--out",
    metavar="FILE|DIR",
    help="Where to; - is standard output. Of csv, which is two files, their folder.  [default: export.… in DIR]",
)
@click.option("--rdf12", is_flag=True, help="RDF 1.2: reifiers and triple terms instead of rdf:Statement.")
@click.option("--name", metavar="IRI", help="The named graph to put the triples in (nquads, trig, jsonld).")
@click.option("--denied", is_flag=True, help="Also what texts deny, as edges NOT_… (graphml, gexf, csv, cypher).")
def export(format: str, graph: str, out: str | None, rdf12: bool, name: str | None, denied: bool) -> None:
    """Write a graph for other tools.

    RDF: turtle, ntriples, nquads, trig, jsonld, and nif (the annotated texts). Nodes are entities and edges
    statements in graphml (yEd, Cytoscape), gexf (Gephi), csv (neo4j-admin database import) and cypher (Neo4j,
    Memgraph); what a text denies is no edge there, and what is planned or possible says so in its modality.
    """
    options = Options(rdf12, name, denied)
    _check(format, options)
    files = FORMATS[format].write(Dataset.open(graph), options)
    if out == _PIPE:
        _print(files)
        return
    for path, data in _placed(files, graph_path(graph), out).items():
        write_whole(path, data)
        click.echo(f"written: {path}")
    if format == "csv":
        click.echo(f"next: {neo4j.COMMAND}")


def _check(format: str, options: Options) -> None:
    """Raises UsageError for an option that would say nothing in this format."""
    for option, given in (("rdf12", options.rdf12), ("name", options.name is not None), ("denied", options.denied)):
        if given and option not in FORMATS[format].takes:
            fitting = ", ".join(name for name, each in FORMATS.items() if option in each.takes)
            raise click.UsageError(f"--{option} says nothing in {format}; it is for {fitting}")


def _print(files: Mapping[str, bytes]) -> None:
    if len(files) > 1:
        raise click.UsageError(f"{len(files)} files have no place in one pipe; name a folder with --out")
    click.echo(next(iter(files.values())), nl=False)


def _placed(files: Mapping[str, bytes], graph: Path, out: str | None) -> dict[Path, bytes]:
    """Each file with its path. Raises OutputError where it would take the place of the graph itself."""
    if len(files) > 1:
        folder = graph.parent / "export" if out is None else Path(out)
        placed = {folder / name: data for name, data in files.items()}
    else:
        ((name, data),) = files.items()
        path = graph.parent / name if out is None else Path(out)
        placed = {path / name if path.is_dir() else path: data}
    for path in placed:
        if path.resolve() == graph.resolve():
            raise OutputError(f"{path}: is the graph itself; give another --out")
    return placed
