"""The date of what a sentence tells of a policy, in an article of 20 November 2025."""

from __future__ import annotations

from datetime import date

import pytest

import policies
from kg.extraction.policies import dating


@pytest.mark.parametrize(
    ("words", "start", "precision"),
    [
        ("2026年1月1日", date(2026, 1, 1), "day"),
        ("２０２６年１月１日", date(2026, 1, 1), "day"),
        ("二〇二五年十二月六日", date(2025, 12, 6), "day"),
        ("12月25日", date(2025, 12, 25), "day"),
        ("1月1日", date(2026, 1, 1), "day"),
        ("4月1日", date(2026, 4, 1), "day"),
        ("今年5月20日", date(2025, 5, 20), "day"),
        ("明年1月1日", date(2026, 1, 1), "day"),
        ("2024年4月", date(2024, 4, 1), "month"),
        ("8月", date(2025, 8, 1), "month"),
        ("1月", date(2026, 1, 1), "month"),
        ("去年12月", date(2024, 12, 1), "month"),
        ("2019年", date(2019, 1, 1), "year"),
        ("去年", date(2024, 1, 1), "year"),
        ("15日", date(2025, 11, 15), "day"),
        ("30日", date(2025, 11, 30), "day"),
        ("6日", date(2025, 11, 6), "day"),
        ("即日", date(2025, 11, 20), "day"),
        ("昨日", date(2025, 11, 19), "day"),
    ],
)
def test_a_day_without_year_or_month_is_the_nearest_whichever_way_it_lies(
    words: str, start: date, precision: str
) -> None:
    article, _, _ = policies.article(f"自{words}起施行。")
    found = dating.written(f"自{words}起施行", (0, len(words) + 2), article)
    assert found is not None
    assert found.when is not None
    assert (found.words, found.when.start, found.when.precision) == (words, start, precision)


@pytest.mark.parametrize(
    "words", ["2025年度", "2030年版", "30日内", "7日前", "第3季度", "10年来", "3日至5日", "2025年底"]
)
def test_what_only_looks_like_a_date(words: str) -> None:
    article, _, _ = policies.article(f"{words}，办法公布。")
    chars = f"{words}，办法公布。"
    assert dating.before(chars, (len(chars) - 3, len(chars) - 1), "near", article, ()) is None


def test_a_day_that_there_is_not_is_none() -> None:
    article, _, _ = policies.article("自2月30日起施行。")
    assert dating.written("2月30日", (0, 5), article) == dating.Dating("2月30日")


def test_the_year_in_a_title_dates_nothing() -> None:
    article, mentions, _ = policies.article("11月3日，[Policy|《2024年行动方案》|s]印发。")
    chars = article.sentences[0].text.chars
    found = dating.before(chars, (chars.index("印发"), chars.index("。")), "near", article, mentions)
    assert found is not None
    assert found.words == "11月3日"
    assert dating.before("《2024年行动方案》印发。", (12, 14), "near", article, ()) is not None  # no name, no title


def test_a_date_counts_from_the_one_before_it_in_its_sentence() -> None:
    article, _, _ = policies.article("办法2020年6月1日通过，同日公布。")
    chars = article.sentences[0].text.chars
    found = dating.before(chars, (chars.index("公布"), chars.index("。")), "near", article, ())
    assert found is not None
    assert found.when is not None
    assert (found.words, found.when.start) == ("同日", date(2020, 6, 1))


def test_without_the_articles_day_only_what_is_written_in_full_is_a_date() -> None:
    article, _, _ = policies.article("《办法》公布。", day=None)
    known = {words: dating.written(words, (0, len(words)), article) for words in ("2026年1月1日", "1月1日", "今天")}
    assert [found.when is not None for found in known.values() if found] == [True, False, False]
