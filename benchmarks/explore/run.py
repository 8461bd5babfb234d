"""The page beside plain pyvis with its physics, on the same graph: python benchmarks/explore/run.py

Two things are measured in headless Chromium: how long until the first picture is calm (no node moved
by more than a pixel of the screen since), and how many pictures a second are drawn while the reader
pans. The graph is made here: a hub, its groups, and cross ties, as news gives them. Where the page
draws only the most mentioned at first, a second row of it has everything drawn.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pyvis.network import Network

from kg.export import page
from kg.export.drawn import MOST_DRAWN
from kg.model import (
    ENTITY_TYPES,
    Article,
    Entity,
    Evidence,
    Knowledge,
    Linked,
    Mention,
    Sentence,
    SentenceRef,
    Source,
    Statement,
    Text,
)

SIZES = (500, 2000, 5000)
LIMIT = 150  # seconds after which a picture counts as never calm
STILL = 1.0  # seconds without movement that make a picture calm
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_HASH = "0" * 64
# pyvis calls its network so; the page keeps it in its view.
_NETWORK = "(window.zhimai?.view?.network ?? window.network)"


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds until calm (None: not within LIMIT), pictures a second while panning, nodes drawn, bytes of the page."""

    calm: float | None
    pictures: float
    drawn: int
    size: int


def graph(size: int) -> Knowledge:
    """``size`` entities and about as many statements, each with a sentence of its own."""
    entities = [Entity(f"thing/{n:05}", ENTITY_TYPES[n % 5], "", f"第{n}研究院") for n in range(size)]
    pairs = [(n, n // 4 if n % 3 else n % 7) for n in range(1, size)]
    pairs += [(n, (n * 37 + 11) % size) for n in range(0, size, 10)]
    sentences: list[Sentence] = []
    mentions: list[Linked] = []
    statements: list[Statement] = []
    text = ""
    for index, (one, other) in enumerate((one, other) for one, other in pairs if one != other):
        first, second = entities[one], entities[other]
        chars = f"{first.label}与{second.label}合作。"
        sentences.append(Sentence(index, Text(chars, tuple(range(len(text), len(text) + len(chars))))))
        text += chars
        for entity, start in ((first, 0), (second, len(first.label) + 1)):
            end = start + len(entity.label)
            mentions.append(Linked(_HASH, Mention(0, index, start, end, entity.label, entity.type), entity.id))
        statements.append(
            Statement(
                first.id, "cooperatesWith", second.id, 0.8, (Evidence(SentenceRef(_HASH, 0, index), 0.8, "with"),)
            )
        )
    source = Source("made.txt", _HASH, text, "utf-8", (Article(0, "report", None, tuple(sentences)),))
    return Knowledge((source,), tuple(entities), tuple(mentions), tuple(statements))


def plain(knowledge: Knowledge) -> str:
    """The graph as pyvis alone shows it, all scripts in the page."""
    network = Network(height="800px", width="100%", directed=True, cdn_resources="in_line")
    network.add_nodes(
        [entity.id for entity in knowledge.entities], label=[entity.label for entity in knowledge.entities]
    )
    network.add_edges([(statement.subject, statement.object) for statement in knowledge.statements])
    return str(network.generate_html())


def calm(shown: Page, begun: float) -> float | None:
    """Seconds from ``begun`` until nothing moves any more."""
    places: list[list[float]] = []
    moved = begun
    while time.perf_counter() - begun < LIMIT:
        now = shown.evaluate(
            f"""(() => {{
                const network = {_NETWORK};
                if (!network) return [];
                const places = network.getPositions();
                return Object.values(places).slice(0, 300).map((place) => network.canvasToDOM(place))
                    .map(({{ x, y }}) => [x, y]);
            }})()"""
        )
        seen = time.perf_counter()
        still = now and len(now) == len(places) and all(
            abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1 for a, b in zip(now, places, strict=True)
        )  # fmt: skip
        if not still:
            moved = seen
        elif seen - moved >= STILL:
            return moved - begun
        places = now
        time.sleep(0.05)
    return None


def pictures(shown: Page) -> float:
    """Pictures drawn a second while the mouse drags the ground to and fro."""
    shown.evaluate(f"(window.drawnPictures = 0, {_NETWORK}.on('afterDrawing', () => window.drawnPictures++), 0)")
    shown.mouse.move(640, 740)
    shown.mouse.down()
    begun = time.perf_counter()
    step = 0
    while time.perf_counter() - begun < 4:
        step += 1
        shown.mouse.move(640 + 200 * ((step % 80) / 40 - 1), 740 - step % 60)
    drawn = shown.evaluate("window.drawnPictures")
    seconds = time.perf_counter() - begun
    shown.mouse.up()
    return drawn / seconds


def measure(html: str, folder: Path) -> Measured:
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=ARGUMENTS)
        shown = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()
        shown.set_default_timeout(LIMIT * 2000)
        begun = time.perf_counter()
        shown.goto(file.as_uri(), wait_until="commit")
        seconds = calm(shown, begun)
        drawn = shown.evaluate(f"Object.keys({_NETWORK}?.getPositions() ?? {{}}).length")
        result = Measured(seconds, pictures(shown), drawn, len(html.encode()))
        browser.close()
    return result


def row(name: str, measured: Measured, rival: Measured | None) -> str:
    """One line of the table, the last two cells beside plain pyvis."""
    seconds = f"> {LIMIT}" if measured.calm is None else f"{measured.calm:.1f}"
    cells = [name, str(measured.drawn), f"{measured.size / 1e6:.1f}", seconds, f"{measured.pictures:.0f}"]
    if rival is None or measured.calm is None:
        return "| " + " | ".join([*cells, "1", "1"]) + " |"
    bound = "" if rival.calm is not None else "> "
    sooner = f"{bound}{(rival.calm or LIMIT) / measured.calm:.0f}"
    return "| " + " | ".join([*cells, sooner, f"{measured.pictures / max(rival.pictures, 0.1):.1f}"]) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    args = parser.parse_args()
    print("| nodes | drawn | MB | calm after s | pictures a second | times sooner | times the pictures |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for size in args.sizes:
            knowledge = graph(size)
            rival = measure(plain(knowledge), Path(folder))
            print(row(f"{size}, plain pyvis", rival, None), flush=True)
            print(row(f"{size}, zhimai", measure(page.render(knowledge), Path(folder)), rival), flush=True)
            if size > MOST_DRAWN:
                whole = page.render(knowledge, most_drawn=size)
                print(row(f"{size}, zhimai, all drawn", measure(whole, Path(folder)), rival), flush=True)


if __name__ == "__main__":
    main()
