"""Chinese newspaper text in, a knowledge graph with evidence out.

import kg

graph = kg.build(["seeds"])
for row in graph.query("SELECT ?name { ?place a kg:Place ; skos:prefLabel ?name }"):
    print(row["name"])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import Graph, build

__all__ = ["Graph", "__version__", "build"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """The API is loaded when it is first used: a module of the package costs only what it needs."""
    if name in ("Graph", "build"):
        from kg import graph

        return getattr(graph, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
