"""The file of the user's decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.linking.decisions import NONE, Decision
from kg.store import decisions

SAME = Decision("same", "俄国防部", "俄罗斯国防部")
OTHER = Decision("different", "西湖", "西湖区")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "decisions.tsv"


def test_no_file_no_decision(path: Path) -> None:
    assert decisions.read(path) == NONE


def test_every_line_but_remarks_and_empty_ones(path: Path) -> None:
    path.write_text(
        "\ufeff# 备注\n\nsame\t俄国防部\t俄罗斯国防部\n   \ndifferent\t 西湖 \t西湖区\t一座湖，一个区\r\n",
        encoding="utf-8",
    )
    assert decisions.read(path).lines == (SAME, OTHER)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("same\t俄国防部", "not a decision"),
        ("same 俄国防部 俄罗斯国防部", "not a decision"),  # no tabs
        ("same\t俄国防部\t ", "not a decision"),
        ("same\t\t俄国防部", "not a decision"),
        ("merge\t俄国防部\t俄罗斯国防部", "not a decision"),
        ("retype\t戈壁\tDesert", "Desert is no type"),
        ("same\t《办法》\t办法", "both sides"),
        ("different\tproject/1f2e3d4c5b6a\tproject/1f2e3d4c5b6a", "both sides"),
    ],
)
def test_what_is_no_decision_is_named_with_its_file_and_line(path: Path, line: str, problem: str) -> None:
    path.write_text(f"# 备注\n{SAME.line}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        decisions.read(path)
    assert str(error.value).startswith(f"{path}:3: ")
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_no_text_is_named_with_its_file(path: Path) -> None:
    path.write_bytes(b"same\t\xff\xfe\n")
    with pytest.raises(InputError) as error:
        decisions.read(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_added_is_read_back(path: Path) -> None:
    assert decisions.append(SAME, path)
    assert decisions.append(OTHER, path)
    assert decisions.read(path).lines == (SAME, OTHER)
    assert path.read_text(encoding="utf-8").startswith("# ")  # says what it is


def test_twice_is_once(path: Path) -> None:
    assert decisions.append(SAME, path)
    before = path.read_bytes()
    assert not decisions.append(SAME, path)
    assert path.read_bytes() == before


def test_what_stands_there_is_kept(path: Path) -> None:
    """Remarks too, and a last line without its end."""
    path.write_text(f"# 备注\n{SAME.line}", encoding="utf-8")
    decisions.append(OTHER, path)
    assert path.read_text(encoding="utf-8") == f"# 备注\n{SAME.line}\n{OTHER.line}\n"


@pytest.mark.parametrize(
    ("there", "added"),
    [
        ([Decision("same", "甲", "乙")], Decision("different", "乙", "甲")),
        ([Decision("different", "甲", "乙")], Decision("same", "甲", "乙")),
        ([Decision("different", "甲", "丙"), Decision("same", "甲", "乙")], Decision("same", "乙", "丙")),
    ],
)
def test_a_contradiction_is_refused_and_changes_nothing(path: Path, there: list[Decision], added: Decision) -> None:
    for line in there:
        decisions.append(line, path)
    before = path.read_bytes()
    with pytest.raises(InputError, match="contradicts") as error:
        decisions.append(added, path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)
    assert path.read_bytes() == before


def test_an_older_contradiction_of_the_file_is_no_reason_to_refuse(path: Path) -> None:
    path.write_text("same\t甲\t乙\ndifferent\t甲\t乙\n", encoding="utf-8")
    assert decisions.append(SAME, path)


def test_what_is_no_decision_is_not_added(path: Path) -> None:
    with pytest.raises(InputError):
        decisions.append(Decision("retype", "戈壁", "Desert"), path)
    assert not path.exists()


@pytest.mark.parametrize("name", ["甲\t乙", "甲\n乙", "甲\u2028乙"])
def test_a_name_with_a_line_end_or_a_tab_never_becomes_another_line(path: Path, name: str) -> None:
    """It is refused, or read back as it was given."""
    decision = Decision("rename", "丙", name)
    try:
        decisions.append(decision, path)
    except InputError:
        return
    assert decisions.read(path).lines == (decision,)


def test_what_was_named_and_typed_is_looked_up(path: Path) -> None:
    decisions.append(Decision("rename", "希音", "希音（SHEIN）"), path)
    decisions.append(Decision("retype", "“塔克拉玛干”", "Place"), path)
    read = decisions.read(path)
    assert read.renamed(["SHEIN", "希音"]) == "希音（SHEIN）"
    assert read.type_of("塔克拉玛干") == "Place"
