"""Literals hold any text, code point for code point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import literals


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("江苏省", "zh"),
        ("SHEIN", "en"),
        ("C919客机", "zh"),
        ("“十四五”", "zh"),
        ("Über", "en"),
        ("5·12", "zh"),
    ],
)
def test_a_name_is_in_the_language_of_its_letters(label: str, language: str) -> None:
    assert literals.name(label).language == language


@given(st.text(st.characters() | st.sampled_from("\ud800\udc80\udfff")))
def test_half_a_surrogate_pair_is_replaced_one_for_one(text: str) -> None:
    cleaned = literals.clean(text)
    assert len(cleaned) == len(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert all(new in (old, "\ufffd") for old, new in zip(text, cleaned, strict=True))


def test_a_surrogate_becomes_the_replacement_character() -> None:
    assert literals.clean("a\udce9b") == "a\ufffdb"


@pytest.mark.parametrize(("number", "digits"), [(1.0, "1.00"), (0.934, "0.93"), (0.1, "0.10"), (0.0, "0.00")])
def test_a_share_has_two_digits(number: float, digits: str) -> None:
    assert str(literals.share(number)) == digits
