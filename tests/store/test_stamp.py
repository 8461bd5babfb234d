"""The stamp: which graph a store belongs to."""

import hashlib
import os
from pathlib import Path

import pytest

from kg.store import stamp
from kg.store.stamp import Identity, Stamp

FAR = 2**62  # nanoseconds: later than any file


def of(data: bytes, identity: Identity | None = None) -> Stamp:
    return Stamp("3", hashlib.sha256(data).hexdigest(), "rules", {"kg": "https://w3id.org/zhimai/ns#"}, identity)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    for identity in (None, Identity(1, 2, 3, 4, 5)):
        written = of(b"graph", identity)
        written.write(tmp_path)
        assert Stamp.read(tmp_path) == written


def test_it_fits_the_bytes_that_it_was_made_of(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    assert not of(b"graph").fits(graph)
    graph.write_bytes(b"graph")
    assert of(b"graph").fits(graph)
    assert not of(b"grape").fits(graph)


@pytest.mark.skipif(os.name != "posix", reason="files are not identified there")
def test_a_file_that_nobody_touched_is_not_hashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_bytes(b"graph")
    made = of(b"graph", stamp.proven(graph, b"graph", since=FAR))
    monkeypatch.setattr(stamp.hashlib, "file_digest", lambda *_: pytest.fail("the file was hashed"))
    assert made.fits(graph)


def test_a_file_is_known_by_its_identity_only_where_that_is_proven(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    assert stamp.proven(graph, b"graph", since=FAR) is None
    graph.write_bytes(b"graph")
    changed = graph.stat().st_ctime_ns
    assert stamp.proven(graph, b"graph", since=FAR) == Identity.of(graph)
    assert stamp.proven(graph, b"grape", since=FAR) is None
    assert stamp.proven(graph, b"graph", since=changed) is None  # another change may bear the same time
