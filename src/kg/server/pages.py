"""What people see: pages made on the server, without script. Every text is escaped by the templates."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.export.labels import Label, labels
from kg.rdf import PREFIXES
from kg.server.tasks import Found, Seen

_FOLDER: Final = Path(__file__).parent
_MOST_STATEMENTS: Final = 300  # on a page


@cache
def style() -> str:
    return (_FOLDER / "static" / "style.css").read_text(encoding="utf-8")


def home() -> str:
    return _environment().get_template("home.html").render()


def found(name: str, result: Found) -> str:
    """What bears a name, or comes near it."""
    return _environment().get_template("found.html").render(name=name, found=result)


def seen(result: Seen) -> str:
    """An entity with its statements and their sentences, or what is said of another thing."""
    local = result.thing.iri.removeprefix(result.base)
    template = "thing.html" if result.card is None else "entity.html"
    page = _environment().get_template(template)
    return page.render(thing=result.thing, card=result.card, base=result.base, local=local, most=_MOST_STATEMENTS)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"short": _short, "here": _here, "marked": _marked, "predicate": _predicate}
    return made


def _short(iri: str) -> str:
    """An IRI by the longest of the usual prefixes that fits."""
    fitting = [item for item in PREFIXES.items() if iri.startswith(item[1])]
    if not fitting:
        return iri
    prefix, namespace = max(fitting, key=lambda item: len(item[1]))
    return f"{prefix}:{iri.removeprefix(namespace)}"


def _here(iri: str, base: str) -> str | None:
    """Where this server shows the thing; for other IRIs the IRI itself, and None where it is no link."""
    if iri.startswith(base):
        return "/id/" + iri.removeprefix(base)
    return iri if iri.startswith(("https://", "http://")) else None


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is marked. Marks may lie in one another."""
    pieces: list[tuple[str, bool]] = []
    inside = [any(start <= at < end for start, end in marks) for at in range(len(text))]
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or inside[at] != inside[start]:
            pieces.append((text[start:at], inside[start]))
            start = at
    return pieces


def _predicate(name: str) -> Label:
    return labels().predicate.get(name, Label(name, name))
