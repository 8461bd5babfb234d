"""What is remembered of a push that was cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.remote.record import Push, Record

ONE = Push("http://localhost/update?access-token=geheim", "http://e/g", "update")
OTHER = Push("http://localhost/update?access-token=geheim", "http://e/h", "update")


def test_steps_are_kept_for_the_same_content_of_the_same_push(tmp_path: Path) -> None:
    Record(tmp_path / "push.json").note(ONE, "abc", 3)
    again = Record(tmp_path / "push.json")
    assert again.done(ONE, "abc") == 3
    assert again.done(ONE, "changed") == 0
    assert again.done(OTHER, "abc") == 0


def test_no_secret_of_the_url_is_written(tmp_path: Path) -> None:
    Record(tmp_path / "push.json").note(ONE, "abc", 3)
    assert "geheim" not in (tmp_path / "push.json").read_text()


def test_what_came_to_its_end_is_forgotten_and_the_rest_is_not(tmp_path: Path) -> None:
    record = Record(tmp_path / "push.json")
    record.note(ONE, "abc", 3)
    record.note(OTHER, "abc", 1)
    record.forget(ONE)
    again = Record(tmp_path / "push.json")
    assert (again.done(ONE, "abc"), again.done(OTHER, "abc")) == (0, 1)


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"pushes": {"x": 1}}', b"\xff"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "push.json").write_bytes(damaged)
    record = Record(tmp_path / "push.json")
    assert record.done(ONE, "abc") == 0
    record.note(ONE, "abc", 1)
    assert Record(tmp_path / "push.json").done(ONE, "abc") == 1
