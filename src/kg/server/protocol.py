"""What a request asks: SPARQL 1.1 Protocol (section 2.1) and Graph Store HTTP Protocol (section 4)."""

from __future__ import annotations

from email.message import Message
from typing import Final
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.server.refusal import Refusal

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

_ACCEPTED: Final = {"Accept-Post": f"{FORM}, {QUERY}"}
_READ_ONLY: Final = "this endpoint only reads: an update is refused; change the texts and build the graph again"
_OTHER_GRAPHS: Final = ("default-graph-uri", "named-graph-uri")
_MOST_PARAMETERS: Final = 100
_Parameters = list[tuple[str, str]]


def query_of_url(query_string: bytes) -> str | None:
    """The query of a GET; None where the URL has no parameters at all, which asks for the service's description."""
    parameters = _parameters(query_string, "the URL")
    return _only_query(parameters) if parameters else None


def query_of_post(query_string: bytes, content_type: str | None, body: bytes) -> str:
    """The query of a POST, whose body is a form or the query itself. Raises Refusal."""
    media, charset = _media(content_type)
    if media == UPDATE:
        raise Refusal(403, _READ_ONLY)
    if media not in {FORM, QUERY}:
        what = f"Content-Type {media}" if media else "no Content-Type"
        raise Refusal(415, f"{what}: a query is posted as {FORM} or {QUERY}", _ACCEPTED)
    if charset not in {"utf-8", "utf8", "us-ascii"}:
        raise Refusal(415, f"charset {charset}: a query is posted as UTF-8", _ACCEPTED)
    parameters = _parameters(query_string, "the URL")
    if media == FORM:
        return _only_query([*parameters, *_parameters(body, "the body")])
    return _only_query([*parameters, ("query", _text(body, "the body"))])


def graph_of_url(query_string: bytes) -> str | None:
    """The graph that a request to the graph store names: an absolute IRI, or None for the default graph.

    Raises Refusal where it names none, or more than one.
    """
    named = [(name, value) for name, value in _parameters(query_string, "the URL") if name in {"default", "graph"}]
    if len(named) != 1:
        raise Refusal(400, "name one graph: ?default, or ?graph= and its IRI")
    name, value = named[0]
    if name == "default":
        return None
    try:
        return ox.NamedNode(value).value
    except ValueError as error:
        raise Refusal(400, f"graph={value[:200]}: not an absolute IRI") from error


def _only_query(parameters: _Parameters) -> str:
    for name, _ in parameters:
        if name == "update":
            raise Refusal(403, _READ_ONLY)
        if name in _OTHER_GRAPHS:
            raise Refusal(400, f"{name} names another graph; this endpoint has one, and asks that")
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) != 1:
        raise Refusal(400, f"{'no' if not queries else len(queries)} parameter query; give one")
    return queries[0]


def _parameters(data: bytes, where: str) -> _Parameters:
    text = _text(data, where)
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{where}: not UTF-8; percent-encode it as UTF-8") from error
    except ValueError as error:
        raise Refusal(400, f"{where}: more than {_MOST_PARAMETERS} parameters") from error


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{where}: not UTF-8; send it as UTF-8") from error


def _media(content_type: str | None) -> tuple[str, str]:
    """The media type without parameters, and the charset, UTF-8 where none is named."""
    if not content_type:
        return "", "utf-8"
    message = Message()
    message["Content-Type"] = content_type
    declared = message.get_param("charset", "utf-8")
    return content_type.partition(";")[0].strip().lower(), str(declared).lower()
