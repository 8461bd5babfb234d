"""One function a URL: read what is asked, ask the pool, answer."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from kg.server import body, description, pages, protocol
from kg.server.negotiation import PAGE, ROWS, TRIPLES, Offer, choose
from kg.server.refusal import Refusal
from kg.server.tasks import Describe, Dump, Failed, Find, Found, Look, Query, Seen, Task, Written

_BY_ACCEPT: Final = {"Vary": "Accept"}
_STATUS: Final = {"query": 400, "absent": 404, "form": 406, "disk": 500}
_Reply = TypeVar("_Reply")


async def home(_: Request) -> Response:
    return HTMLResponse(pages.home())


async def style(_: Request) -> Response:
    return Response(pages.style(), media_type="text/css")


async def find(request: Request) -> Response:
    """Entities by name, for people."""
    name = request.query_params.get("name", "").strip()
    if not name:
        raise Refusal(400, "give a name: /find?name=")
    return HTMLResponse(pages.found(name, await _ask(request, Find(name), Found)))


async def sparql(request: Request) -> Response:
    """SPARQL 1.1 Protocol; what the service can do where nothing is asked."""
    text = await _query(request)
    if text is None:
        offer = _required(request, TRIPLES)
        return Response(description.describe(str(request.url), offer), media_type=offer.media, headers=_BY_ACCEPT)
    rows, triples = choose(_accept(request), ROWS), choose(_accept(request), TRIPLES)
    if rows is None and triples is None:
        raise _unacceptable((*ROWS, *TRIPLES))
    return _file(await _ask(request, Query(text, rows, triples), Written))


async def graph(request: Request) -> Response:
    """SPARQL 1.1 Graph Store HTTP Protocol: a whole graph, by way of a file, so that none is held in memory."""
    name = protocol.graph_of_url(request.scope["query_string"])
    offer = _required(request, TRIPLES)
    handle, path = tempfile.mkstemp(prefix="kg-serve-")
    os.close(handle)
    try:
        written = await _ask(request, Dump(name, offer, path), Written)
    except BaseException:
        Path(path).unlink()
        raise
    return _PassingFile(path, media_type=written.media, headers=_BY_ACCEPT)


async def identified(request: Request) -> Response:
    """A thing is not a document: its IRI leads to the page about it or to the data about it."""
    offer = _required(request, (*TRIPLES, PAGE))
    folder = "page" if offer is PAGE else "data"
    return RedirectResponse(f"/{folder}/{_local(request)}", 303, _BY_ACCEPT)


async def page(request: Request) -> Response:
    """What a thing is, for people."""
    return HTMLResponse(pages.seen(await _ask(request, Look(_local(request)), Seen)))


async def data(request: Request) -> Response:
    """What a thing is, for programs."""
    offer = _required(request, TRIPLES)
    return _file(await _ask(request, Describe(_local(request), offer), Written))


async def _query(request: Request) -> str | None:
    query_string = request.scope["query_string"]
    if request.method != "POST":
        return protocol.query_of_url(query_string)
    return protocol.query_of_post(query_string, request.headers.get("content-type"), await body.read(request))


def _local(request: Request) -> str:
    """What follows the base in the thing's IRI, percent-encoded as kg.rdf.iris does."""
    return quote(request.path_params["local"], safe="/")


async def _ask(request: Request, task: Task, kind: type[_Reply]) -> _Reply:
    """The pool's reply. Raises Refusal where it is a failure, or the pool's own."""
    reply = await _unless_gone(request, request.app.state.pool.ask(task))
    if isinstance(reply, Failed):
        raise Refusal(_STATUS[reply.reason], reply.line)
    if not isinstance(reply, kind):
        raise TypeError(f"{task} was answered by {reply}")
    return reply


async def _unless_gone(request: Request, asking: Coroutine[Any, Any, Any]) -> Any:
    """What ``asking`` gives; it is given up as soon as nobody waits for it. Raises ClientDisconnect then."""
    asked, gone = asyncio.create_task(asking), asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({asked, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not asked.done():
            raise ClientDisconnect
        return asked.result()
    finally:
        asked.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _accept(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept"))


def _required(request: Request, offers: Sequence[Offer]) -> Offer:
    offer = choose(_accept(request), offers)
    if offer is None:
        raise _unacceptable(offers)
    return offer


def _unacceptable(offers: Sequence[Offer]) -> Refusal:
    return Refusal(406, f"Accept allows nothing that there is: {', '.join(offer.media for offer in offers)}")


def _file(written: Written) -> Response:
    return Response(written.data, media_type=written.media, headers=_BY_ACCEPT)


class _PassingFile(FileResponse):
    """A file that is gone when it has been sent, or could not be."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            Path(self.path).unlink(missing_ok=True)
