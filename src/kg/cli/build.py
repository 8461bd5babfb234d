"""kg build: files and folders of news text in, graph.ttl and graph.html out."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg import garbage, pipeline, rdf
from kg.export import page
from kg.issues import count
from kg.model import ENTITY_TYPES, PREDICATES
from kg.store import decisions, disk, links
from kg.store.files import write_whole
from kg.store.state import FILE, State

_SHOWN_FAILURES = 20


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder to write to.",
)
@click.option("--date", "day", metavar="YYYY-MM-DD", help="Day of articles that name none, nor their file.")
@click.option("--base", default=rdf.BASE, show_default=True, help="What the IRIs of the data begin with.")
@click.option("--no-text", is_flag=True, help="Leave the source texts out of the graph.")
@click.option(
    "--issues",
    "issues_file",
    type=click.Path(path_type=Path),
    help="Write what was not understood, one JSON a line.",
)
@click.option(
    "--decisions",
    "decisions_file",
    type=click.Path(path_type=Path),
    default=decisions.FILE,
    show_default=True,
    help="What was decided by hand (kg same, different, rename, retype).",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out statements that are believed less than X, from 0 to 1.",
)
@click.option("--no-store", is_flag=True, help="Write no store; queries then read graph.ttl each time.")
@click.option("--fresh", is_flag=True, help="Read every file anew, whatever the last build remembers.")
@garbage.rarely_sought()
def build(
    paths: tuple[Path, ...],
    out: Path,
    day: str | None,
    base: str,
    no_text: bool,
    issues_file: Path | None,
    decisions_file: Path,
    min_confidence: float,
    no_store: bool,
    fresh: bool,
) -> None:
    """Read news text and write its graph to OUT/graph.ttl and OUT/graph.html.

    OUT/store/ is the same graph in the form that questions are answered from.

    PATHS are files, folders (their .txt and .md files) or - for standard input; without any,
    the sample page in seeds/.

    \b
    Examples:
      kg build
      kg build news/ --out graphs/news
      cat report.txt | kg build - --date 2025-12-06
    """
    begun = time.monotonic()
    default_date = _date(day)
    decided = decisions.read(decisions_file)
    state = State.load(None if fresh else out / FILE, decided, default_date)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty(),
    ) as progress:  # fmt: skip
        task = progress.add_task("…", total=None)
        result = pipeline.build(
            paths or (Path("seeds"),),
            default_date,
            decisions=decided,
            state=state,
            progress=lambda name: progress.update(task, description=name),
            min_confidence=min_confidence,
        )
        progress.update(task, description="graph.ttl")
        turtle = rdf.to_turtle(result.knowledge, base=base, with_text=not no_text, memo=state.memo)
        write_whole(out / "graph.ttl", turtle)
        with _storing(out / "graph.ttl", None if no_store else turtle):
            progress.update(task, description="graph.html")
            html = page.render(result.knowledge, memo=state.memo).encode("utf-8")
            write_whole(out / "graph.html", html)
            write_whole(out / links.FILE, links.table(result.knowledge))
            state.save(out / FILE)
    if issues_file:
        write_whole(issues_file, "".join(f"{issue.to_json()}\n" for issue in result.issues).encode("utf-8"))
    _report(result, out, time.monotonic() - begun)
    if result.failures:
        sys.exit(1)


@contextmanager
def _storing(graph: Path, turtle: bytes | None) -> Iterator[None]:
    """The store beside the graph, made while something else is done: Oxigraph holds up no Python. None: no store."""
    if turtle is None:
        disk.remove(graph)
        yield
        return
    with ThreadPoolExecutor(max_workers=1) as pool:
        stored = pool.submit(disk.write, graph, turtle)
        yield
        stored.result()


def _date(day: str | None) -> date | None:
    if day is None:
        return None
    try:
        return datetime.strptime(day, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"{day} is not a day such as 2025-12-06", param_hint="--date") from error


def _report(result: pipeline.Build, out: Path, seconds: float) -> None:
    knowledge = result.knowledge
    entities = Counter(entity.type for entity in knowledge.entities)
    statements = Counter(statement.predicate for statement in knowledge.statements)
    _line("sources", len(knowledge.sources))
    _line("articles", sum(len(source.articles) for source in knowledge.sources))
    _line("entities", entities.total(), [(kind, entities[kind]) for kind in ENTITY_TYPES])
    _line("mentions", len(knowledge.mentions))
    _line("statements", statements.total(), [(predicate, statements[predicate]) for predicate in PREDICATES])
    _line("dropped", sum(number for _, number in result.dropped), result.dropped)
    _line("figures", len(knowledge.figures))
    _line("events", len(knowledge.events))
    _line("not understood", len(result.issues), count(result.issues))
    click.echo(f"{'time':16}{seconds:7.1f} s")
    for failure in result.failures[:_SHOWN_FAILURES]:
        click.echo(f"kg: skipped {failure}", err=True)
    if len(result.failures) > _SHOWN_FAILURES:
        click.echo(f"kg: and {len(result.failures) - _SHOWN_FAILURES} more files skipped", err=True)
    click.echo(f"\nwritten: {out / 'graph.ttl'}, {out / 'graph.html'}")
    click.echo(f"next: open {out / 'graph.html'} in a browser, or: kg query --list")


def _line(title: str, total: int, parts: Iterable[tuple[str, int]] = ()) -> None:
    details = ", ".join(f"{name} {number}" for name, number in parts if number)
    click.echo(f"{title:16}{total:7}  {details}".rstrip())
