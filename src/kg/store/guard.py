"""Refuses queries that would leave the machine (SERVICE, LOAD, FROM) or crash the engine.

pyoxigraph's parser knows no words: it takes ``1SERVICE<…>{…}`` for a number and a keyword, and
``SERVICE:x`` for a keyword and a name. What may not be part of a keyword is therefore taken
out of the query (strings, comments, IRIs, variables, language tags, the local part of a name), and
what is left is searched for the letters, not for the word. Where ``<`` might be less-than, and what
looks like an IRI would then hide a pattern, the query is refused.

The parser and the planner call themselves for each bracket, group and operator, and end the process
when their stack is full (seen from 1,000 groups, 5,000 brackets or operators). The bounds here are
far above what a person writes and well below that.
"""

from __future__ import annotations

import re
from typing import Final

from kg.errors import QueryError

_TOKEN: Final = re.compile(
    r'''
      """(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\'
    | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
    | \#[^\n\r]*
    | [?$]\w+
    | @[A-Za-z]+(?:-[A-Za-z0-9]+)*
    | (?P<prefix>[\w.-]*):(?:[\w.:%-]|\\.)*
    ''',
    re.VERBOSE | re.DOTALL,
)
_REASONS: Final = {
    "service": "SERVICE asks another machine; a query stays on this one (give a prefix of that name another)",
    "load": "LOAD changes a graph; a query only reads it",
    "from": "FROM names another graph; a query asks the one of --graph",
}
_KEYWORD: Final = re.compile(r"(?P<service>service)|\b(?:(?P<load>load)|(?P<from>from))\b", re.IGNORECASE)
_OPERATORS: Final = re.compile(r"[!&|+\-*/^]")
_MOST_CHARACTERS: Final = 50_000
_MOST_GROUPS: Final = 300
_MOST_OPERATORS: Final = 1_000
_DEEPEST: Final = 100
_HIDDEN: Final = re.compile(r"\).*service", re.IGNORECASE | re.DOTALL)


def check(query: str) -> None:
    """Raises QueryError where the query would leave this machine, naming the place, or is too large."""
    kept, at = [], 0
    for token in _TOKEN.finditer(query):
        kept.append(query[at : token.start()])
        kept.append(_blank(token))
        at = token.end()
    kept.append(query[at:])
    rest = "".join(kept)
    found = _KEYWORD.search(rest)
    if found and found.lastgroup:
        raise QueryError(f"{place(query, found.start())}: {_REASONS[found.lastgroup]}")
    _check_size(rest)


def prefixes(query: str) -> list[tuple[int, str]]:
    """Each name's prefix with its offset, those declared in the query among them."""
    return [(token.start(), token["prefix"]) for token in _TOKEN.finditer(query) if token["prefix"] is not None]


def place(query: str, offset: int) -> str:
    """``line 2, column 5`` of an offset, both counted from 1 in code points."""
    before = query[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"


def _check_size(rest: str) -> None:
    """``rest`` is the query without its strings, names and comments, as long as it was."""
    depth = deepest = 0
    for char in rest:
        depth += (char in "({[") - (char in ")}]")
        deepest = max(deepest, depth)
    for what, size, most in (
        ("characters", len(rest), _MOST_CHARACTERS),
        ("groups", rest.count("{"), _MOST_GROUPS),
        ("operators", len(_OPERATORS.findall(rest)), _MOST_OPERATORS),
        ("brackets in one another", deepest, _DEEPEST),
    ):
        if size > most:
            raise QueryError(f"the query is too large: {size} {what}, {most} at most; ask in parts")


def _blank(token: re.Match[str]) -> str:
    """As many spaces as the token is long, but for what might yet be a keyword."""
    text = token[0]
    if token["prefix"] is not None:
        return token["prefix"] + " " * (len(text) - len(token["prefix"]))
    if token["iri"] is not None and _HIDDEN.search(text):
        return text
    return " " * len(text)
