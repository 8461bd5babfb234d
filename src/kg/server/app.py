"""The application: which view answers which URL, and what stands before all of them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.server import views
from kg.server.pool import Pool
from kg.server.refusal import Refusal
from kg.server.security import Gate
from kg.server.settings import Settings


def make(settings: Settings, pool: Pool) -> Starlette:
    """The application, which asks this pool."""
    app = Starlette(
        routes=[
            Route("/", views.home),
            Route("/style.css", views.style),
            Route("/find", views.find),
            Route("/sparql", views.sparql, methods=["GET", "POST"]),
            Route("/graph", views.graph),
            Route("/id/{local:path}", views.identified),
            Route("/page/{local:path}", views.page),
            Route("/data/{local:path}", views.data),
        ],
        middleware=[Middleware(Gate, settings=settings), *_cors(settings)],
        exception_handlers={HTTPException: _refused, ClientDisconnect: _unheard},
    )
    app.state.pool = pool
    return app


def _cors(settings: Settings) -> list[Middleware]:
    """Lets pages of the one origin read the answers."""
    if settings.cors is None:
        return []
    return [Middleware(CORSMiddleware, allow_origins=[settings.cors], allow_methods=["GET", "HEAD", "POST"])]


async def _refused(request: Request, error: Exception) -> Response:
    """An error is one line, as text."""
    if not isinstance(error, HTTPException):
        raise error
    line = error.detail
    if not isinstance(error, Refusal):
        line = f"{line}: {request.method} {request.url.path[:200]}; what there is: {request.base_url}"
    return PlainTextResponse(f"{' '.join(line.split())}\n", error.status_code, error.headers)


async def _unheard(_: Request, __: Exception) -> Response:
    """Nobody is there to read an answer; the status is what proxies write into their logs."""
    return Response(status_code=499)
