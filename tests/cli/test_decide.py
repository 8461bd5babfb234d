"""The user's word is final: same, different, rename, retype; and why things were taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import commands

PAGES = {
    "a.txt": "新华社南京12月6日电 江苏省蓝海数据集团有限公司董事长李明华说，江苏省的项目开工。",
    "b.txt": "新华社南京12月7日电 江苏省青云数据集团有限公司在南京市说，董事长李明华出席。",
}
LANHAI, QINGYUN = "江苏省蓝海数据集团有限公司", "江苏省青云数据集团有限公司"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two built pages, in which commands run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    assert kg("build", "news").exit_code == 0
    return tmp_path


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(commands, arguments)


def shown(name: str) -> str:
    return kg("show", name).output


def test_same_makes_two_one() -> None:
    assert QINGYUN not in shown(LANHAI)
    done = kg("same", LANHAI, QINGYUN)
    assert (done.exit_code, "next: kg build" in done.output) == (0, True)
    assert kg("build", "news").exit_code == 0
    assert QINGYUN in shown(LANHAI)


def test_taking_the_line_out_undoes_it(folder: Path) -> None:
    before = (folder / "out/graph.ttl").read_bytes()
    kg("same", LANHAI, QINGYUN)
    kg("build", "news")
    assert (folder / "out/graph.ttl").read_bytes() != before
    (folder / "decisions.tsv").unlink()
    kg("build", "news")
    assert (folder / "out/graph.ttl").read_bytes() == before


def test_rename() -> None:
    kg("rename", LANHAI, "蓝海集团")
    kg("build", "news")
    assert shown("蓝海集团").startswith("蓝海集团")
    assert LANHAI in shown("蓝海集团")


def test_retype() -> None:
    kg("retype", LANHAI, "Project")
    kg("build", "news")
    assert "Project" in shown(LANHAI).splitlines()[0]


def test_a_name_that_nothing_bears_is_noted_and_written_all_the_same(folder: Path) -> None:
    done = kg("rename", "无此名", "有此名")
    assert done.exit_code == 0
    assert "nothing in out is named 无此名" in done.output
    assert "rename\t无此名\t有此名" in (folder / "decisions.tsv").read_text(encoding="utf-8")


def test_a_contradiction_is_refused() -> None:
    kg("same", LANHAI, QINGYUN)
    done = kg("different", QINGYUN, LANHAI)
    assert done.exit_code != 0


def test_a_hand_written_contradiction_is_listed(folder: Path) -> None:
    (folder / "decisions.tsv").write_text(
        f"same\t{LANHAI}\t{QINGYUN}\ndifferent\t{LANHAI}\t{QINGYUN}\n", encoding="utf-8"
    )
    assert "decisions-contradict 1" in kg("build", "news").output


def test_why_says_what_speaks_for_it_and_how_to_undo_it() -> None:
    said = kg("show", "李明华", "--why").output
    assert "name-equal" in said
    assert "to undo: kg" in said
    assert "[a.txt]" in said


def test_why_of_a_thing_that_nobody_had_to_decide() -> None:
    assert "nothing was to decide" in kg("show", LANHAI, "--why").output
