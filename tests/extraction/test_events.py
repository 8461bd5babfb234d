"""Dated happenings in sentences as a newspaper writes them; all sentences are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marked
from kg.extraction.events import events
from kg.model import Article, Happening, Sentence, Text

DAY = date(2025, 12, 6)


def found(*sentences: str, day: date | None = DAY) -> tuple[Happening, ...]:
    article, mentions = marked.article(*sentences)
    return events(replace(article, date=day, year=day.year if day else None), mentions)


def only(*sentences: str) -> Happening:
    (event,) = found(*sentences)
    return event


def named(event: Happening) -> list[str]:
    return [mention.surface for mention in event.involves]


@pytest.mark.parametrize(
    ("sentence", "day", "name"),
    [
        ("12月3日，[Project|网络试验设施]在[Place|南京]完成验收。", "2025-12-03", "完成验收"),
        ("[Person|王明]4日在[Place|南京]会见[Person|李华]。", "2025-12-04", "会见"),
        ("[Organisation|外交部]昨天（12月5日）举行新闻发布会。", "2025-12-05", "举行新闻发布会"),
        ("今天，[Organisation|国务院]印发《[Policy|规划]》。", "2025-12-06", "印发"),
        ("[Project|紫金大桥]今天开工建设。", "2025-12-06", "开工"),
        ("[Organisation|市人大]12月2日审议通过了[Policy|条例]。", "2025-12-02", "审议通过"),
        ("[Organisation|外交部]3日发表声明说，此事不实。", "2025-12-03", "发表声明"),
        ("[Place|北海岛]3日凌晨发生6.3级地震。", "2025-12-03", "发生6.3级地震"),
        ("[Organisation|水利部]12月4日召开会议，部署工作。", "2025-12-04", "召开会议"),
        ("今年6月在[Place|南京]成立的[Project|贸易平台]已有客户三百家。", "2025-06-01", "成立"),
        ("1998年，[Organisation|蓝海公司]成立。", "1998-01-01", "成立"),
        ("１２月３日，[Project|紫金大橋]正式開工。", "2025-12-03", "開工"),
    ],
)
def test_what_happened_and_when(sentence: str, day: str, name: str) -> None:
    event = only(sentence)
    assert (event.date.isoformat(), event.name, event.modality) == (day, name, "asserted")


@pytest.mark.parametrize(
    "sentence",
    [
        "[Organisation|外交部]4日表示，[Place|甲国]的袭击不可接受。",
        "据[Organisation|统计局]今天公布的数据，[Place|南京]物价平稳。",
        "[Organisation|统计局]今天发布数据显示，[Place|南京]物价平稳。",
        "[Organisation|统计局]今天公布，[Place|南京]物价平稳。",
        "记者4日从[Organisation|水利部]获悉，[Project|紫金大桥]开工。",
        "截至12月3日，[Place|南京]举行了三场活动。",
        "12月1日以来，[Place|南京]举行了三场活动。",
        "前9个月，[Organisation|蓝海公司]实现营收3亿元。",
        "10月，[Organisation|蓝海公司]完成货运量3亿吨。",
        "今年，[Place|南京]举办了多场展会。",
        "今年是[Organisation|蓝海公司]成立80周年。",
        "近日，[Project|紫金大桥]开工。",
        "2月30日，[Project|紫金大桥]开工。",
        "[Policy|《南京规划（2021—2035年）》]印发后，各区积极落实。",
        "[Project|2026年南京运动会]开幕式门票售罄。",
        "12月3日的[Place|南京]，秋意正浓。",
        "今天天气晴好，人们走进公园举行聚会。",
    ],
)
def test_no_happening_of_its_own(sentence: str) -> None:
    assert found(sentence) == ()


def test_a_denied_happening_is_none() -> None:
    assert found("12月3日，[Project|紫金大桥]并未开工。") == ()


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("[Project|紫金论坛]将于12月10日在[Place|南京]举行。", "planned"),
        ("12月18日，[Project|紫金港]封关。", "planned"),
        ("[Project|紫金论坛]有望明年5月举行。", "possible"),
    ],
)
def test_what_is_to_come_is_planned(sentence: str, modality: str) -> None:
    assert only(sentence).modality == modality


def test_a_day_that_is_to_come_lies_ahead() -> None:
    assert only("[Project|紫金论坛]将于9日开幕。").date == date(2025, 12, 9)


def test_a_range_has_an_end() -> None:
    event = only("[Project|紫金论坛]12月3日至5日在[Place|南京]举行。")
    assert (event.date, event.until, event.expression) == (date(2025, 12, 3), date(2025, 12, 5), "12月3日至5日")


def test_the_same_day_is_the_one_told_before_and_says_so() -> None:
    first, second = found("11月20日，[Project|紫金大桥]开工。", "次日，[Project|秦淮隧道]贯通。")
    assert (second.date, second.anchor) == (date(2025, 11, 21), date(2025, 11, 20))
    assert first.anchor == DAY


def test_a_speakers_day_dates_what_happened_on_that_day() -> None:
    event = only("[Organisation|国防部]4日称，[Organisation|海军]当天在[Place|东湾]举行演习。")
    assert (event.date, event.name, event.expression) == (date(2025, 12, 4), "举行演习", "当天")


def test_those_involved_and_the_place_where_it_happens() -> None:
    event = only("[Project|紫金论坛]4日在[Place|江苏][Place|南京]开幕。")
    assert named(event) == ["紫金论坛", "南京"]
    assert event.place is not None
    assert event.place.surface == "南京"


def test_a_place_that_nothing_happens_at_is_only_involved() -> None:
    event = only("[Organisation|海军]4日袭击[Place|东湾]。")
    assert named(event) == ["海军", "东湾"]
    assert event.place is None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "[Organisation|国务院]总理[Person|王明]4日在[Place|南京]会见[Place|甲国]首相[Person|李华]。",
            "王明 南京 李华",
        ),
        ("应[Organisation|甲国政府]邀请，[Person|王明]4日访问[Place|甲国]。", "王明 甲国"),
        ("[Person|王明]4日会见来华出席[Project|紫金论坛]的[Place|甲国]总统[Person|李华]。", "王明 李华"),
    ],
)
def test_whose_post_somebody_has_takes_no_part(sentence: str, wanted: str) -> None:
    assert named(only(sentence)) == wanted.split()


def test_without_anybody_named_nothing_is_told_of_anything() -> None:
    assert found("12月3日，会议在此间举行。") == ()


def test_the_same_happening_told_twice_is_one() -> None:
    assert len(found("12月3日，[Project|紫金大桥]开工。", "[Project|紫金大桥]12月3日开工。")) == 1


def test_a_headline_counts_only_where_the_body_dates_nothing() -> None:
    article, mentions = marked.article("[Project|紫金大桥]今天开工", "12月6日，[Project|紫金大桥]开工。")
    headline = replace(article.sentences[0], role="headline")
    both = replace(article, date=DAY, sentences=(headline, article.sentences[1]))
    assert [event.sentence for event in events(both, mentions)] == [1]
    alone = replace(article, date=DAY, sentences=(headline,))
    assert [event.sentence for event in events(alone, mentions)] == [0]


def test_a_sentence_that_the_layout_cut_off_tells_nothing() -> None:
    article, mentions = marked.article("12月3日，[Project|紫金大桥]开工")
    cut = replace(article, date=DAY, sentences=(replace(article.sentences[0], incomplete=True),))
    assert events(cut, mentions) == ()


def test_an_article_without_a_date_tells_only_full_dates() -> None:
    told = found("昨天，[Project|紫金大桥]开工。", "2025年12月3日，[Project|秦淮隧道]贯通。", day=None)
    assert [(event.name, event.anchor) for event in told] == [("贯通", None)]


@given(st.text(alphabet="12月3日今天当天年，。（）在的举行会谈发表声明称截至以来召开成立南京", max_size=40))
def test_name_and_expression_are_the_sentences_own_characters(chars: str) -> None:
    name = "南京"
    _, mentions, _ = marked.parse(chars.replace(name, f"[Place|{name}]"))
    article = Article(0, "report", None, (Sentence(0, Text(chars, tuple(range(len(chars))))),), date=DAY)
    for event in events(article, mentions):
        assert event.trigger is not None
        assert chars[slice(*event.trigger)] == event.name
        assert event.expression in chars
        assert event.place is None or event.place in event.involves
        assert event.until is None or event.until > event.date
