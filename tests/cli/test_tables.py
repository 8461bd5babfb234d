"""What a terminal is given to show."""

from hypothesis import given
from hypothesis import strategies as st

from kg.cli.tables import printable


@given(st.text())
def test_one_line_without_control_characters_as_long_as_before(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert len(shown.splitlines()) <= 1
    assert not any(char in shown for char in "\x1b\x07\x9b\u202e")


def test_words_stay() -> None:
    assert printable("第一行\n第二行\t完") == "第一行 第二行 完"
