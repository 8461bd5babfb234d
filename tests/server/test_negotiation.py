"""Which form a client gets that says what it likes."""

import pytest

from kg.server.negotiation import PAGE, ROWS, TRIPLES, choose


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("Text/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.4", "text/csv"),
        ("*/*;q=0.1, application/sparql-results+xml;q=0.2", "application/sparql-results+xml"),
        ("text/*;q=0.9, text/csv;q=0.1", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        ("text/csv; charset=utf-8", "text/csv"),
        ("nonsense, text/csv;q=x, text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_rows_come_in_the_form_that_weighs_most(accept: str, media: str) -> None:
    chosen = choose(accept, ROWS)
    assert chosen is not None
    assert chosen.media == media


@pytest.mark.parametrize("accept", ["image/png", "text/csv;q=0", "text/html", "*/*;q=0", "text/csv;q=2"])
def test_what_is_not_accepted_is_not_sent(accept: str) -> None:
    assert choose(accept, ROWS) is None


def test_a_browser_gets_the_page_and_a_program_the_data() -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
    assert choose(browser, (*TRIPLES, PAGE)) is PAGE
    assert choose("*/*", (*TRIPLES, PAGE)) is TRIPLES[0]
