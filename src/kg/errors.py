"""The errors that a user can meet.

    ZhimaiError
    ├── InputError       a file that cannot be read as news text
    ├── OutputError      a folder or file that cannot be written
    ├── KnowledgeError   a table in graph/ that is missing or malformed
    ├── QueryError       a query that is wrong, or that names nothing known
    ├── GraphError       a graph that is missing, or is not one of ours
    ├── RemoteError      a server that is out of reach, or refuses what it is sent
    ├── ServeError       an address that a server cannot have
    └── MissingExtraError  an optional library that is not installed

Each message is one line that names the file and says what to do next.
"""

from __future__ import annotations


class ZhimaiError(Exception):
    """Root of all errors that this package raises on purpose."""


class InputError(ZhimaiError):
    """A file that cannot be read as news text."""


class OutputError(ZhimaiError):
    """A folder or file that cannot be written."""


class KnowledgeError(ZhimaiError):
    """A table in graph/ that is missing or malformed."""


class QueryError(ZhimaiError):
    """A query that is wrong, or that names nothing known."""


class GraphError(ZhimaiError):
    """A graph that is missing, or is not one of ours."""


class RemoteError(ZhimaiError):
    """A server that is out of reach, or refuses what it is sent."""


class ServeError(ZhimaiError):
    """An address that a server cannot have."""


class MissingExtraError(ZhimaiError):
    """An optional library that is not installed."""
