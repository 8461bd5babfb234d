"""Adding one source to a graph, beside building it from scratch: python benchmarks/incremental/run.py TEXTS

Both in one process that has loaded its knowledge already, so that the work is compared and not the
start: reading, extraction, linking, the Turtle, the page, the table of links, the state, the store.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from kg import garbage, pipeline, rdf
from kg.export import page
from kg.linking.decisions import NONE
from kg.store import disk, links
from kg.store.files import write_whole
from kg.store.state import FILE, State


@garbage.rarely_sought()
def build(files: list[Path], out: Path) -> float:
    """Seconds of a build into ``out``, with what it remembers."""
    begun = time.perf_counter()
    state = State.load(out / FILE, NONE)
    built = pipeline.build(files, state=state)
    turtle = rdf.to_turtle(built.knowledge, memo=state.memo)
    write_whole(out / "graph.ttl", turtle)
    write_whole(out / "graph.html", page.render(built.knowledge, memo=state.memo).encode())
    write_whole(out / links.FILE, links.table(built.knowledge))
    state.save(out / FILE)
    disk.write(out / "graph.ttl", turtle)
    return time.perf_counter() - begun


def written(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in ("graph.ttl", "graph.html", links.FILE)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    files = sorted(args.texts.glob("*.txt"))
    pipeline.build(files[:1])  # loads the knowledge
    scratch, added = [], []
    for number in range(args.rounds):
        new = files[(number + 1) * len(files) // (args.rounds + 1)]
        with tempfile.TemporaryDirectory() as kept, tempfile.TemporaryDirectory() as fresh:
            build([file for file in files if file != new], Path(kept))
            added.append(build(files, Path(kept)))
            scratch.append(build(files, Path(fresh)))
            assert written(Path(kept)) == written(Path(fresh)), "adding a source and building from scratch differ"
    one, all_ = statistics.median(added), statistics.median(scratch)
    print(f"{len(files)} sources, median of {args.rounds}: from scratch {all_:.1f} s, adding one {one:.2f} s")
    print(f"adding one takes {one / all_:.1%} of the whole")


if __name__ == "__main__":
    main()
