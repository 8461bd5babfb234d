"""``kg serve``: a graph over HTTP, for SPARQL clients and for people."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.errors import MissingExtraError

_MOST_WORKERS = 4


@click.command(
    epilog="""\b
Examples:
  kg serve
  curl -G http://127.0.0.1:8000/sparql --data-urlencode 'query=SELECT ?n { ?x a kg:Policy ; skos:prefLabel ?n }'"""
)
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds a query may take."
)
@click.option("--rows", default=100_000, show_default=True, type=click.IntRange(1), help="Rows of an answer, at most.")
@click.option("--memory", default=2048, show_default=True, type=click.IntRange(64), help="MiB for a query.")
@click.option("--workers", type=click.IntRange(1), help="Queries at a time.  [default: the cores, 2 to 4]")
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin read the answers; * is every origin.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Answer to this host name as well.")
def serve(
    graph: str,
    host: str,
    port: int,
    timeout: float,
    rows: int,
    memory: int,
    workers: int | None,
    cors: str | None,
    hosts: tuple[str, ...],
) -> None:
    """Serve a graph, read only: SPARQL at /sparql, the whole at /graph, each thing at /id/….

    A query that takes longer than --timeout is stopped, and so is one of more than --rows.
    A graph that is built again is served as soon as it is there.
    """
    try:
        from kg.server.run import serve as run
        from kg.server.settings import Limits, Settings
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"{error.name}: not installed; pip install 'zhimai[serve]'") from error
    number = workers or min(_MOST_WORKERS, max(2, os.cpu_count() or 1))
    settings = Settings(Path(graph), host, port, number, Limits(timeout, rows, memory), hosts, cors)

    def say(url: str) -> None:
        click.echo(f"serving {graph} at {url} (Ctrl-C stops it)")

    try:
        run(settings, say)
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
