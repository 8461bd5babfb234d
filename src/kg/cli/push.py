"""``kg push``: a build's graph to a server."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import get_args

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kg.remote import batches, methods
from kg.remote.batches import Batches
from kg.remote.client import Client
from kg.remote.credentials import Credentials
from kg.remote.push import Choice, Sender, method_of
from kg.remote.record import FILE, Push, Record
from kg.store.dataset import Dataset, graph_path


@click.command(
    epilog="""\b
Examples:
  kg push http://localhost:7878/update
  kg push http://localhost:3030/news/data --method gsp --to https://example.org/news
  KG_PUSH_USER=dba KG_PUSH_PASSWORD=… kg push http://localhost:8890/sparql-graph-crud-auth
docs/remote-stores.md has the URLs of the usual servers."""
)
@click.argument("endpoint")
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
@click.option(
    "--to",
    metavar="IRI",
    help="The named graph to replace; default is the server's default graph.  [default: the build's base + graph]",
)
@click.option(
    "--method",
    type=click.Choice(get_args(Choice)),
    default="auto",
    show_default=True,
    help="The Graph Store Protocol (gsp) or SPARQL Update; auto asks the server.",
)
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    default=batches.SIZE,
    show_default=True,
    metavar="N",
    help="Triples in one request.",
)
@click.option("--fresh", is_flag=True, help="Send everything, whatever arrived before.")
def push(endpoint: str, graph: str, to: str | None, method: Choice, batch: int, fresh: bool) -> None:
    """Replace a named graph on a server by this one.

    ENDPOINT is the URL for SPARQL Update or for the Graph Store Protocol, http or https. A token or a user is
    taken from the environment alone: KG_PUSH_TOKEN, or KG_PUSH_USER and KG_PUSH_PASSWORD. What is cut off goes on
    where it stopped when the same command is given again.
    """
    dataset = Dataset.open(graph)
    target = methods.checked(to or f"{dataset.base}graph")
    with closing(Client(endpoint, Credentials.of(os.environ))) as client:
        content = Batches.of(dataset, batch)
        record = Record(graph_path(graph).with_name(FILE))
        way = method_of(client, target, method)
        sender = Sender(client, way, record, Push(endpoint, target, way.name))
        if fresh:
            record.forget(sender.push)
        before = sender.done(content)
        if before:
            arrived = min(before, len(content.parts))
            click.echo(f"going on after {arrived} of {len(content.parts)} batches that arrived (--fresh sends all)")
        _send(sender, content)
    shown = "the default graph" if target == methods.DEFAULT else f"<{target}>"
    click.echo(f"pushed: {content.triples:,} triples to {shown} of {client.shown} ({way.name})")


def _send(sender: Sender, content: Batches) -> None:
    with Progress(
        TextColumn("push"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(),
    ) as bar:  # fmt: skip
        task = bar.add_task("push", total=None)
        sender.send(content, lambda done, total: bar.update(task, completed=done, total=total))
