"""Questions are compared in one kind of characters, without what asks nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.questions import wording


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("江苏有哪些项目？", "江苏有哪些项目"),
        ("请问，江苏有哪些项目呢？", "江苏有哪些项目"),
        ("我想知道江苏有哪些项目", "江苏有哪些项目"),
        ("能不能告诉我 江苏 有哪些 项目 吗??", "江苏有哪些项目"),
        ("請問江蘇有哪些項目？", "江苏有哪些项目"),
        ("Ｃ９１９的大事记", "C919的大事记"),
        ("Blue Ocean 有哪些数据", "Blue Ocean有哪些数据"),
        ("请问呢？", ""),
        ("", ""),
    ],
)
def test_what_remains_of_a_question(question: str, text: str) -> None:
    assert wording.of(question).text == text


def test_names_stay_as_they_were_written() -> None:
    assert wording.of("請問，《長江保護法》是誰制定的？").asked == "《長江保護法》是誰制定的"


@given(st.text())
def test_each_character_has_its_own(question: str) -> None:
    found = wording.of(question)
    assert len(found.text) == len(found.asked)
    assert wording.of(found.asked) == found or not found.text


@pytest.mark.parametrize(("question", "chinese"), [("江苏?", True), ("Jiangsu?", False), ("", False), ("？", False)])
def test_questions_are_asked_in_chinese(question: str, chinese: bool) -> None:
    assert wording.of(question).is_chinese() is chinese
