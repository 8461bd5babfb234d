"""The named queries of ``graph/queries/``: SPARQL with a title, a description and typed parameters.

A file is SPARQL as it stands. Comment lines at its head say what it is:

    # title-zh: 某地的项目
    # title-en: Projects in a place
    # description-zh: …
    # description-en: …
    # param: place place - the place, with all that lies inside it
    # ask-zh: {place}有哪些(?:重大)?(?:项目|工程)
    # example-zh: 江苏有哪些项目？

that is, for each parameter its name, type, default (``-`` for none, ``!`` where a value must be given) and
what it is; then how people ask for it (see kg.store.questions), with examples that run as tests. A line
``# bind place`` marks where ``VALUES ?place { … }`` goes; without a value the line stays a comment and the
variable free, so that a query without parameters answers for everything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg import resources
from kg.errors import KnowledgeError, QueryError
from kg.model import EntityType
from kg.rdf.literals import clean
from kg.store import names
from kg.store.dataset import Dataset

_HEADER: Final = re.compile(r"# (?P<key>(?:title|description)-(?:zh|en)|param|ask-zh|example-zh): (?P<value>.+)")
_BIND: Final = re.compile(r"^(?P<indent> *)# bind (?P<name>\w+)$", re.MULTILINE)
_FORMS: Final = {
    "integer": (re.compile(r"[+-]?\d{1,18}"), "a whole number such as 3"),
    "decimal": (re.compile(r"[+-]?\d{1,18}(\.\d{1,18})?"), "a number such as 0.8"),
    "date": (re.compile(r"\d{4}-\d\d-\d\d"), "a date such as 2025-12-06"),
}
# What a name may be looked up as, with the class of the graph; None for any.
KINDS: Final[Mapping[str, EntityType | None]] = {
    "entity": None,
    "place": "Place",
    "organisation": "Organisation",
    "project": "Project",
    "policy": "Policy",
    "person": "Person",
}
_TYPES: Final = (*KINDS, "measure", "name", "text", *_FORMS)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query may be told. ``default`` is None where it may go without."""

    name: str
    type: str  # one of KINDS, measure, name, text, integer, decimal or date
    default: str | None
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of ``graph/queries/``; titles and descriptions by language, zh and en."""

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    text: str
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def bound(self, dataset: Dataset, values: Mapping[str, str]) -> str:
        """The query with the values in it, its lines where they were.

        Places and entities are looked up by name, which may be several entities' own. Nothing
        of a value is ever read as SPARQL. Raises QueryError for a parameter that the query does
        not have or that lacks its value, a value not of its type, or a name that the graph does not know.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise QueryError(f"{self.name}: no parameter {name}{_instead(name, known)}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                raise QueryError(f"{self.name}: give {parameter.name}, {parameter.description}")
        terms = {
            parameter.name: _terms(dataset, parameter, value)
            for parameter in self.parameters
            if (value := values.get(parameter.name, parameter.default)) is not None
        }

        def values_line(found: re.Match[str]) -> str:
            if found["name"] not in terms:
                return found[0]
            return f"{found['indent']}VALUES ?{found['name']} {{ {' '.join(terms[found['name']])} }}"

        return _BIND.sub(values_line, self.text)


@cache
def catalogue() -> dict[str, NamedQuery]:
    """Every named query by its name, in the order of the alphabet. Raises KnowledgeError."""
    files = sorted((resources.graph_folder() / "queries").glob("*.rq"))
    return {file.stem: read(file) for file in files}


def find(name: str) -> NamedQuery:
    """Raises QueryError, with the nearest names, where there is none of this name."""
    known = catalogue()
    if name not in known:
        raise QueryError(f"no query {name}{_instead(name, known)} (kg query --list shows them all)")
    return known[name]


def read(file: Path) -> NamedQuery:
    """One file. Raises KnowledgeError where its head lacks something or its body disagrees."""
    text = file.read_text(encoding="utf-8")
    heads = [(found["key"], found["value"].strip()) for found in _HEADER.finditer(text)]
    said = dict(heads)
    for key in ("title-zh", "title-en", "description-zh", "description-en"):
        if key not in said:
            raise KnowledgeError(f"{file}: no line that begins with '# {key}:'")
    parameters = tuple(_parameter(file, value) for key, value in heads if key == "param")
    places = {found["name"] for found in _BIND.finditer(text)}
    if places != {parameter.name for parameter in parameters}:
        raise KnowledgeError(f"{file}: each '# param:' needs a line '# bind' of its name, and no other")
    return NamedQuery(
        file.stem,
        {language: said[f"title-{language}"] for language in ("zh", "en")},
        {language: said[f"description-{language}"] for language in ("zh", "en")},
        parameters,
        text,
        tuple(value for key, value in heads if key == "ask-zh"),
        tuple(value for key, value in heads if key == "example-zh"),
    )


def _parameter(file: Path, line: str) -> Parameter:
    parts = line.split(maxsplit=3)
    if len(parts) != 4 or parts[1] not in _TYPES:
        raise KnowledgeError(f"{file}: '# param: {line}' is not a name, a type, a default and what it is")
    name, type, default, description = parts
    return Parameter(name, type, None if default in {"-", "!"} else default, description, default == "!")


def _terms(dataset: Dataset, parameter: Parameter, value: str) -> list[str]:
    """The value as terms of SPARQL, escaped."""
    if parameter.type in KINDS:
        return [str(ox.NamedNode(iri)) for iri in _entities(dataset, parameter, value)]
    if parameter.type == "measure" and not names.measured(dataset, value):
        raise QueryError(
            f"{parameter.name}={value}: no figure of {dataset.name} measures that; kg query figures shows all"
        )
    if parameter.type in {"name", "measure"}:
        return names.spellings(value)
    if parameter.type == "text":
        return [str(ox.Literal(clean(value)))]
    form, example = _FORMS[parameter.type]
    if not form.fullmatch(value):
        raise QueryError(f"{parameter.name}={value}: not {example}")
    datatype = ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{parameter.type}")
    return [str(ox.Literal(value, datatype=datatype))]


def _entities(dataset: Dataset, parameter: Parameter, value: str) -> list[str]:
    type = KINDS[parameter.type]
    found = names.named(dataset, value, type)
    if found:
        return found
    like = names.near(dataset, value, type)
    hint = f"; did you mean {', '.join(like)}?" if like else ""
    raise QueryError(f"{parameter.name}={value}: no {parameter.type} of that name in {dataset.name}{hint}")


def _instead(name: str, known: Mapping[str, object]) -> str:
    like = get_close_matches(name, known, n=3, cutoff=0.4)
    if like:
        return f"; did you mean {' or '.join(like)}?"
    return f"; it has {', '.join(known)}" if 0 < len(known) <= 5 else ""
