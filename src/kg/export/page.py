"""One HTML file that shows the graph: everything in it, nothing fetched, at rest from the start.

pyvis makes the nodes, the edges and the options, and brings vis-network's script; the template
is ours. Texts are untrusted: they travel as JSON in a block that no browser runs, a policy lets
only the scripts run whose hashes it names, and the page's code makes text nodes of them, never HTML.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import pyvis
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.errors import MissingExtraError
from kg.export.articles import passages
from kg.export.communities import communities
from kg.export.drawn import MOST_DRAWN, Drawn
from kg.export.labels import labels
from kg.export.layout import positions
from kg.export.network import network
from kg.export.packing import Position
from kg.export.payload import kind, payload, script_json
from kg.memo import Memo, forgetful
from kg.model import Knowledge

_TEMPLATES = Path(__file__).with_name("templates")
_STATIC = Path(__file__).with_name("static")
# In the order in which they need each other; the first runs before anything is drawn.
_HEAD = "theme.js"
_SCRIPTS = (
    "dom.js",
    "words.js",
    "graph.js",
    "source.js",
    "filters.js",
    "paths.js",
    "labels.js",
    "islands.js",
    "places.js",
    "looks.js",
    "view.js",
    "tip.js",
    "picker.js",
    "quotations.js",
    "facts.js",
    "panel.js",
    "pathway.js",
    "table.js",
    "legend.js",
    "keys.js",
    "address.js",
    "snapshot.js",
    "main.js",
)


def render(knowledge: Knowledge, *, title: str = "知脉", most_drawn: int = MOST_DRAWN, memo: Memo = forgetful) -> str:
    """The page's HTML, to be written as UTF-8. The same knowledge gives the same string, whatever ``memo`` remembers.

    ``most_drawn``: nodes on the picture at first; search and expansion bring the others.
    Raises KnowledgeError where the labels are missing, MissingExtraError where pyvis lacks its script.
    """
    graph = network(knowledge)
    drawn = Drawn.of(graph, most_drawn)
    shape = drawn.shape()
    groups = communities(shape, drawn.by_weight())
    picture = _picture(drawn, positions(shape, drawn.by_type(), groups, memo), title)
    nodes, edges, _, _, _, options = picture.get_network_data()
    data = {
        "drawn": {"nodes": nodes, "edges": edges, "options": json.loads(options)},
        **payload(graph, passages(knowledge), groups),
    }
    words = {"words": json.loads(_static("words.json")), "labels": asdict(labels())}
    scripts = [_static(_HEAD), _vis_network(), *(_static(name) for name in _SCRIPTS)]
    style = _static("page.css")
    picture.templateEnv.globals.update(
        data=script_json(data), words=script_json(words), scripts=scripts, style=style, policy=_policy(scripts, style)
    )
    return str(picture.generate_html())


def _picture(drawn: Drawn, places: Mapping[str, Position], title: str) -> Network:
    """pyvis's network of what is drawn, behind our template. Its ``add_node`` looks each id up in a list."""
    picture = Network(directed=True, heading=title)
    picture.set_template_dir(str(_TEMPLATES), "page.html")
    picture.templateEnv.autoescape = True
    picture.set_options(_static("options.json"))
    for node, data in drawn.nodes.items():
        x, y = places[node]
        size = round(math.sqrt(data["weight"]), 2)  # the disc's area grows with the mentions
        picture.nodes.append(Node(node, "dot", data["label"], group=data["type"], value=size, x=x, y=y).options)
    for subject, obj, number, data in drawn.edges:
        arrows = "" if data["predicate"] in labels().symmetric else "to"
        picture.edges.append(Edge(subject, obj, directed=True, id=number, kind=kind(data), arrows=arrows).options)
    return picture


def _static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """vis-network's script as pyvis brings it: the newest of the versions in its folder."""
    found = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js"), key=_version)
    if not found:
        raise MissingExtraError(f"{pyvis.__file__}: brings no vis-network; pip install 'pyvis>=0.3.2'")
    return found[-1].read_text(encoding="utf-8")


def _version(script: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in script.parent.name.removeprefix("vis-").split("."))


def _policy(scripts: list[str], style: str) -> str:
    """A Content-Security-Policy under which nothing runs but these scripts, and nothing is fetched."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
