"""Sends a graph: finds out how the server wants it, sends the steps, says plainly what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Literal, TypeAlias

from kg.errors import RemoteError
from kg.remote.batches import Batches
from kg.remote.client import Answer, Client, Request
from kg.remote.methods import PROBE, GraphStore, Method, Update
from kg.remote.record import Push, Record

Choice: TypeAlias = Literal["auto", "gsp", "update"]
Progress: TypeAlias = Callable[[int, int], None]  # steps done, steps in all

_SPOKEN: Final = {"gsp": "the Graph Store Protocol", "update": "SPARQL Update"}
_NOT_HERE: Final = frozenset({400, 404, 405, 406, 411, 415, 501})
_MANUAL: Final = "docs/remote-stores.md lists the URLs of the usual servers"


def method_of(client: Client, graph: str, choice: Choice) -> Method:
    """How to send. ``auto``: by SPARQL Update where the endpoint takes an update that changes nothing.

    The Graph Store Protocol is not tried out: a PUT that a server understands otherwise, as RDF4J
    does at ``…/statements``, replaces more than the graph. Raises RemoteError.
    """
    if choice == "update":
        return Update(graph)
    if choice == "auto":
        answer = client.send(PROBE)
        # Virtuoso answers what it does not understand with a form to fill in.
        if answer.accepted and answer.type != "text/html":
            return Update(graph)
        if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
            raise _refusal(client, PROBE, answer, _SPOKEN["update"])
    if client.path.rstrip("/").endswith("/statements"):
        raise RemoteError(
            f"{client.shown}: a PUT there replaces the whole repository; "
            "use --method update, or the URL …/rdf-graphs/service"
        )
    return GraphStore(graph)


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends by one method and keeps the record of it."""

    client: Client
    method: Method
    record: Record
    push: Push

    def send(self, batches: Batches, progress: Progress) -> None:
        """Every step that the record does not say is done. Raises RemoteError; the record then says how far it came."""
        requests = self.method.requests(batches.parts)
        done = min(self.done(batches), len(requests))
        progress(done, len(requests))
        for number, request in enumerate(requests[done:], done + 1):
            answer = self.client.send(request)
            if not answer.accepted:
                raise _refusal(self.client, request, answer, _SPOKEN[self.method.name])
            self.record.note(self.push, batches.digest, number)
            progress(number, len(requests))
        self.record.forget(self.push)

    def done(self, batches: Batches) -> int:
        return self.record.done(self.push, batches.digest)


def _refusal(client: Client, request: Request, answer: Answer, spoken: str) -> RemoteError:
    return RemoteError(f"{client.shown}: {request.method} answered {answer}; {_remedy(answer, spoken)}")


def _remedy(answer: Answer, spoken: str) -> str:
    if answer.status == HTTPStatus.UNAUTHORIZED:
        return "set KG_PUSH_USER and KG_PUSH_PASSWORD, or KG_PUSH_TOKEN, to what the server accepts"
    if answer.status == HTTPStatus.FORBIDDEN:
        return "this user may not write there, or a token is missing (KG_PUSH_TOKEN)"
    if answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return "send less at a time with --batch"
    if 300 <= answer.status < 400:
        return f"it wants {answer.location or 'another URL'} to be asked; give that URL yourself if you trust it"
    if answer.status in _NOT_HERE:
        return f"it may not speak {spoken} at this URL; {_MANUAL}"
    return "ask who runs the server"
