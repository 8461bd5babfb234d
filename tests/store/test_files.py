"""A file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.store import files
from kg.store.files import write_whole


def test_the_folder_is_made_and_nothing_else_is_left_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "graph.ttl"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failure_leaves_the_old_file_and_nothing_half_written(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.ttl"
    write_whole(path, b"old")

    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(OutputError, match=r"graph\.ttl: cannot be written: ") as raised:
        write_whole(path, b"new")
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "graph.ttl", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", fail)
    with pytest.raises(OutputError, match="the disk is full; make room and try again"):
        write_whole(tmp_path / "graph.ttl", b"new")


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match="a file stands where a folder should"):
        write_whole(tmp_path / "out" / "graph.ttl", b"new")


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(OutputError, match="a folder is in its place"):
        write_whole(tmp_path / "graph.ttl", b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="no permission to write there"):
        write_whole(tmp_path / "graph.ttl", b"new")
