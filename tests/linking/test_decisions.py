"""The user's word, looked up by name or id."""

from __future__ import annotations

import pytest

from kg.linking import decisions
from kg.linking.decisions import NONE, Decision
from linked import decided


@pytest.mark.parametrize("one", ["蓝海公司", "“蓝海公司”", "《蓝海公司》", "藍海公司", " 蓝海公司 "])
def test_a_name_stands_for_every_writing_of_it(one: str) -> None:
    lines = decided(
        ("different", "蓝海公司", "青云集团"), ("rename", "蓝海公司", "蓝海"), ("retype", "蓝海公司", "Project")
    )
    assert lines.apart([one], ["青云集团"])
    assert lines.renamed([one]) == "蓝海"
    assert lines.type_of(one) == "Project"


def test_same_and_different_look_from_either_side_and_among_all_names() -> None:
    lines = decided(("same", "俄国防部", "俄罗斯国防部"), ("different", "西湖", "西湖区"))
    assert lines.together(["甲", "俄罗斯国防部"], ["俄国防部"])
    assert not lines.apart(["俄国防部"], ["俄罗斯国防部"])
    assert lines.apart(["西湖区"], ["乙", "西湖"])
    assert not lines.together(["西湖区"], ["西湖"])
    assert not lines.together(["西湖"], ["西湖"])


def test_pairs_of_a_verb_in_their_order() -> None:
    lines = decided(("same", "《甲》", "乙"), ("different", "丙", "丁"), ("same", "project/1f2e3d4c5b6a", "戊"))
    assert lines.pairs("same") == [("甲", "乙"), ("project/1f2e3d4c5b6a", "戊")]
    assert lines.pairs("different") == [("丙", "丁")]


def test_of_several_new_names_the_last_line_counts() -> None:
    lines = decided(("rename", "甲", "一"), ("rename", "乙", "二"))
    assert lines.renamed(["甲", "乙"]) == lines.renamed(["乙", "甲"]) == "二"
    assert lines.renamed(["甲"]) == "一"
    assert lines.renamed(["丙"]) is None
    assert decided(("rename", "甲", "一"), ("rename", "甲", "二")).renamed(["甲"]) == "二"


def test_the_type_that_the_user_gave() -> None:
    lines = decided(("retype", "塔克拉玛干", "Place"))
    assert (lines.type_of("塔克拉玛干"), lines.type_of("戈壁")) == ("Place", None)


@pytest.mark.parametrize(
    "lines",
    [
        [("same", "甲", "乙"), ("different", "甲", "乙")],
        [("different", "乙", "甲"), ("same", "甲", "乙")],  # whichever comes first
        [("same", "甲", "乙"), ("same", "乙", "丙"), ("different", "甲", "丙")],  # by another line
        [("same", "乙", "甲"), ("same", "丙", "乙"), ("same", "丙", "丁"), ("different", "丁", "甲")],
    ],
)
def test_lines_that_contradict_each_other(lines: list[tuple[decisions.Verb, str, str]]) -> None:
    (denied,) = [line for line in lines if line[0] == "different"]
    assert decided(*lines).conflicts() == [" ".join(denied)]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [("same", "甲", "乙"), ("different", "甲", "丙")],
        [("different", "甲", "乙"), ("different", "乙", "丙"), ("different", "甲", "丙")],
        [("same", "甲", "乙"), ("same", "乙", "甲")],
        [("rename", "甲", "乙"), ("different", "甲", "乙")],
    ],
)
def test_lines_that_do_not(lines: list[tuple[decisions.Verb, str, str]]) -> None:
    assert decided(*lines).conflicts() == []


@pytest.mark.parametrize(
    ("name", "is_id"),
    [
        ("project/1f2e3d4c5b6a", True),
        ("place/320000", True),
        ("Place/320000", False),
        ("project/", False),
        ("蓝海/青云", False),
        ("蓝海公司", False),
    ],
)
def test_an_id_or_a_name(name: str, is_id: bool) -> None:
    assert decisions.is_id(name) is is_id


def test_without_a_line_nothing_is_decided() -> None:
    assert not NONE.apart(["甲"], ["乙"])
    assert not NONE.together(["甲"], ["乙"])
    assert (NONE.renamed(["甲"]), NONE.type_of("甲")) == (None, None)


def test_a_line_as_the_file_has_it() -> None:
    assert Decision("same", "甲", "乙").line == "same\t甲\t乙"
