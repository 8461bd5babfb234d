"""A build with what an earlier one remembers is the build from scratch, byte for byte."""

from __future__ import annotations

import io
import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline, rdf
from kg.export import page
from kg.linking import things
from kg.linking.decisions import NONE, Decision, Decisions
from kg.store import links
from kg.store.state import State, _Reader

PAGES = {
    "a.txt": "新华社南京12月6日电 江苏省发展改革委印发《量子产业规划》。量子中心位于江苏省南京市。",
    "b.txt": "新华社北京12月7日电 国家发展改革委表示，省发改委在江苏省负责《量子产业规划》。",
    "c.txt": "第八届中国国际进口博览会（进博会）在上海市举行。上海蓝海集团有限公司董事长李明华出席。",
    "d.txt": "第八届进博会闭幕。蓝海集团董事长李明华说，上海市将办第九届进博会。",
    "e.txt": "没有名字的一句话。",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def written(
    files: list[Path], state: State | None = None, decisions: Decisions = NONE, day: date | None = None
) -> bytes:
    """All that a build writes of the files."""
    state = state or State.load(None, decisions, day)
    built = pipeline.build(files, day, decisions=decisions, state=state)
    turtle = rdf.to_turtle(built.knowledge, memo=state.memo)
    return turtle + page.render(built.knowledge, memo=state.memo).encode() + links.table(built.knowledge)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sets(st.sampled_from(sorted(PAGES)), min_size=1), min_size=2, max_size=4))
def test_sources_come_and_go(folder: Path, steps: list[set[str]]) -> None:
    """In whatever order they are added and removed, what stands at the end is what these sources say."""
    kept = folder / "out" / "state.bin"
    kept.unlink(missing_ok=True)
    for names in steps:
        state = State.load(kept, NONE)
        last = written([folder / name for name in names], state)
        state.save(kept)
    assert last == written([folder / name for name in sorted(names)])


def test_a_source_that_did_not_change_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, kept = [folder / "a.txt", folder / "b.txt"], folder / "state.bin"
    state = State.load(kept, NONE)
    first = written(files, state)
    state.save(kept)
    read: list[str] = []
    monkeypatch.setattr(pipeline, "_record", lambda data, name, *_: read.append(name))
    assert written(files, State.load(kept, NONE)) == first
    assert read == []


def test_a_source_that_changed_is(folder: Path) -> None:
    kept = folder / "state.bin"
    state = State.load(kept, NONE)
    written([folder / "a.txt"], state)
    state.save(kept)
    (folder / "a.txt").write_text(PAGES["c.txt"], encoding="utf-8")
    assert written([folder / "a.txt"], State.load(kept, NONE)) == written([folder / "a.txt"])


def test_a_decision_counts_at_once(folder: Path) -> None:
    kept = folder / "state.bin"
    state = State.load(kept, NONE)
    files = [folder / "c.txt", folder / "d.txt"]
    written(files, state)
    state.save(kept)
    decided = Decisions((Decision("rename", "蓝海集团", "青云集团"),))
    assert written(files, State.load(kept, decided), decided) == written(files, None, decided)
    assert written(files, None, decided) != written(files)


def test_another_date_counts_at_once(folder: Path) -> None:
    kept, files = folder / "state.bin", [folder / "c.txt", folder / "d.txt"]
    state = State.load(kept, NONE, date(2025, 12, 6))
    before = written(files, state, day=date(2025, 12, 6))
    state.save(kept)
    day = date(2024, 1, 2)
    assert written(files, State.load(kept, NONE, day), day=day) == written(files, day=day) != before


def test_another_name_of_the_file_counts_at_once(folder: Path) -> None:
    """It may say the day."""
    kept, files = folder / "state.bin", [folder / "c.txt", folder / "d.txt"]
    state = State.load(kept, NONE)
    before = written(files, state)
    state.save(kept)
    files[0] = files[0].rename(folder / "2025-12-06.txt")
    assert written(files, State.load(kept, NONE)) == written(files) != before


@pytest.mark.parametrize("damage", [b"", b"zhimai state 2\n", b"not a state", b"zhimai state 2\n" + bytes(80)])
def test_a_damaged_state_is_none(folder: Path, damage: bytes) -> None:
    kept = folder / "state.bin"
    kept.write_bytes(damage)
    assert written([folder / "a.txt"], State.load(kept, NONE)) == written([folder / "a.txt"])


def test_a_state_from_elsewhere_runs_nothing(folder: Path, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (Path.write_text, (tmp_path / "ran", "!"))

    state = State.load(None, NONE)
    state._new["key"] = pickle.dumps(Evil())
    state.save(folder / "state.bin")
    assert State.load(folder / "state.bin", NONE)._old
    state = State(state.version)
    state._new = {"key": Evil()}  # type: ignore[dict-item]
    state.save(folder / "state.bin")
    assert not State.load(folder / "state.bin", NONE)._old
    assert not (tmp_path / "ran").exists()


def test_of_this_package_only_values_are_read() -> None:
    with pytest.raises(pickle.UnpicklingError, match=r"kg\.linking\.things\.hashed"):
        _Reader(io.BytesIO(pickle.dumps(things.hashed))).load()
