"""``kg show``: all that a graph knows of one entity."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.text import Text

from kg.cli import tables
from kg.errors import QueryError
from kg.rdf.literals import clean
from kg.store import cards, happenings, links, names
from kg.store.cards import Card, Ground, Said, Step
from kg.store.dataset import Dataset
from kg.store.happenings import Event, Measure

_INDENT: Final = "    "
_NEWEST: Final = 20  # of the figures, and of the events


@click.command(
    epilog="""\b
Example:
  kg show 江苏省"""
)
@click.argument("name", metavar="NAME")
@click.option("--graph", default="out", show_default=True, metavar="DIR", help="A build's folder.")
@click.option("--why", is_flag=True, help="Why its names are taken for one thing, and what else may be it.")
@click.option("--all", "every", is_flag=True, help="All its figures and events, not the newest 20 of each.")
def show(name: str, graph: str, why: bool, every: bool) -> None:
    """Show one entity: names, identifiers, statements, figures and events with their sentences, articles.

    NAME is any of its names or identifiers, or its IRI. Several things of one name are all shown. A
    name that nothing bears gives those that come near, and exit status 1.
    """
    dataset = Dataset.open(graph)
    found = names.named(dataset, clean(name))
    screen = tables.console()
    if not found:
        _print_near(screen, dataset, clean(name))
        raise click.exceptions.Exit(1)
    for number, iri in enumerate(found):
        if number:
            screen.print()
        card = cards.card(dataset, iri)
        if why:
            _print_links(screen, card, links.of(Path(graph), "/".join(iri.rsplit("/", 2)[1:])))
        else:
            _print_card(screen, card)
            _print_happenings(screen, dataset, iri, None if every else _NEWEST)
            _print_articles(screen, card)


def _print_near(screen: Console, dataset: Dataset, name: str) -> None:
    """The candidates as a table. Raises QueryError where there are none."""
    like = names.near(dataset, name)
    if not like:
        raise QueryError(f"{name}: nothing has that name in {dataset.name}; kg query entities lists all")
    found = [cards.card(dataset, iri) for label in like for iri in names.named(dataset, label)]
    rows = [(card.label, " ".join(card.classes), str(card.mentions)) for card in found]
    screen.print(Text(f"Nothing is named {tables.printable(name)}. Near it:"))
    tables.print_table(screen, ("name", "class", "mentions"), rows)


def _print_card(screen: Console, card: Card) -> None:
    screen.print(Text(tables.printable(card.label), style="bold"), Text(" · ".join(card.classes), style="cyan"))
    for title, values in (
        ("also", card.names),
        ("identifiers", card.identifiers),
        ("elsewhere", card.links),
        ("position", (", ".join(card.position),) if card.position else ()),
        ("IRI", (card.iri,)),
    ):
        if values:
            screen.print(Text(f"{title}: {tables.printable('、'.join(values))}"))
    screen.print(Text(f"mentions: {card.mentions}"))
    for step in card.life:
        _print_step(screen, step)
    for said in card.statements:
        _print_said(screen, said)


def _print_articles(screen: Console, card: Card) -> None:
    if card.articles:
        rows = [(a.date, a.headline, a.file, str(a.mentions)) for a in card.articles]
        screen.print()
        tables.print_table(screen, ("date", "article", "file", "mentions"), rows)


def _print_links(screen: Console, card: Card, found: Sequence[links.Row]) -> None:
    """Each pair of names that were compared: what came of it, the sum of the evidence, its pieces; how to undo it."""
    screen.print(Text(tables.printable(card.label), style="bold"), Text(" · ".join(card.classes), style="cyan"))
    for row in found:
        one, other = row.ends
        line = Text(f"{row.verdict:7}{row.score:>6}  ", style="green" if row.verdict == "same" else "yellow")
        line.append(tables.printable(f"{one.name} [{one.source}] = {other.name} [{other.source}]"))
        screen.print(line)
        for piece in row.why:
            screen.print(Text(tables.printable(f"{_INDENT}{piece}"), style="dim"))
        undo = "different" if row.verdict == "same" else "same"
        which = (one.name, other.name) if one.thing == other.thing else (one.thing, other.thing)  # of one article
        command = tables.printable(shlex.join(("kg", undo, *which)))
        screen.print(Text(f"{_INDENT}to undo: {command}", style="dim"))
    if not found:
        screen.print(Text("All its mentions bear one name, or the gazetteer's: nothing was to decide."))


def _print_step(screen: Console, step: Step) -> None:
    """A status of a policy on one line, then each sentence that tells it."""
    days = " ".join(filter(None, (step.start, f"until {step.until}" if step.until else "")))
    line = Text(step.status, style="magenta")
    line.append(f" {days}" if days else "")
    line.append(f"  ({step.modality})" if step.modality != "asserted" else "", style="dim")
    screen.print()
    screen.print(line)
    for ground in step.grounds:
        screen.print(_sentence(ground))


def _print_said(screen: Console, said: Said) -> None:
    """A statement on one line, then each sentence that says it."""
    line = Text(tables.printable(f"{said.subject} "))
    line.append(said.predicate, style="magenta")
    line.append(tables.printable(f" {said.object}"))
    remarks = [said.role, said.confidence]
    remarks += [said.modality] if said.modality != "asserted" else []
    remarks += ["denied"] if said.polarity == "negated" else []
    remarks += [f"says {said.speaker}"] if said.speaker else []
    line.append(tables.printable(f"  ({', '.join(filter(None, remarks))})"), style="dim")
    screen.print()
    screen.print(line)
    for ground in said.grounds:
        screen.print(_sentence(ground))


def _print_happenings(screen: Console, dataset: Dataset, iri: str, most: int | None) -> None:
    """The newest figures and events, each on one line and then its sentence; how many more there are."""
    measures, events = happenings.figures(dataset, iri), happenings.events(dataset, iri)
    lines = [(_measure(measure), measure.ground) for measure in measures[:most]]
    lines += [(_event(event), event.ground) for event in events[:most]]
    for line, ground in lines:
        screen.print()
        screen.print(line)
        screen.print(_sentence(ground))
    if more := len(measures) + len(events) - len(lines):
        screen.print()
        screen.print(Text(f"{more} older figures and events: kg show --all", style="dim"))


def _measure(measure: Measure) -> Text:
    line = Text(tables.printable(f"{measure.measures} " if measure.measures else ""), style="magenta")
    line.append(tables.printable(measure.value), style="bold")
    line.append(tables.printable(f" {measure.period}" if measure.period else ""), style="default")
    return line + _remarks(measure.bound, measure.change, measure.modality)


def _event(event: Event) -> Text:
    line = Text(" – ".join(filter(None, (event.start, event.until))), style="magenta")
    line.append(tables.printable(f" {event.name}"), style="bold")
    return line + _remarks(f"with {'、'.join(event.others)}" if event.others else "", event.modality)


def _remarks(*remarks: str) -> Text:
    """What else there is to say, in brackets; asserted, as nearly all is, goes without saying."""
    said = ", ".join(remark for remark in remarks if remark not in ("", "asserted"))
    return Text(tables.printable(f"  ({said})") if said else "", style="dim")


def _sentence(ground: Ground) -> Text:
    """The sentence, its subject and object in bold, and the article that it is from."""
    text = Text(tables.printable(ground.text))
    for start, end in ground.marks:
        text.stylize("bold yellow", start, end)
    where = " ".join(filter(None, (ground.headline, ground.date)))
    if where:
        text.append(tables.printable(f"  — {where}"), style="dim")
    return Text(_INDENT) + text
