"""The page in a real browser, opened from a file, without a network."""

from __future__ import annotations

import pytest

import samples
from browsing import Opened
from kg.model import Knowledge

pytestmark = pytest.mark.browser


def test_the_picture_is_at_rest_at_once(show) -> None:
    opened = show(samples.knowledge())
    before = opened.positions()
    opened.page.wait_for_timeout(300)
    assert len(before) == len(samples.knowledge().entities)
    assert opened.positions() == before


def test_search_finds_an_entity_by_another_name(show) -> None:
    opened = show(samples.knowledge())
    opened.search("省发展改革委")
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator("h2").inner_text() == "江苏省发展改革委"


def test_hits_are_listed_and_an_arrow_goes_to_the_next(show) -> None:
    opened = show(samples.knowledge())
    opened.search("江苏")
    hits = opened.page.locator("#hits [role=option]")
    assert [name.split("\n")[0] for name in hits.all_inner_texts()] == ["江苏省江苏", "江苏省发展改革委"]
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator("h2").inner_text() == "江苏省发展改革委"


def test_pinyin_on_its_way_to_characters_is_no_query(show) -> None:
    """An input method sends its letters as input, and its Enter as a key."""
    opened = show(samples.knowledge())
    opened.page.evaluate(
        """() => {
            const query = document.getElementById("query");
            query.focus();
            query.value = "南京";
            query.dispatchEvent(new InputEvent("input", {isComposing: true}));
            query.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", isComposing: true}));
        }"""
    )
    assert opened.page.locator("#hits").is_hidden()
    assert opened.panel.is_hidden()
    opened.page.evaluate("document.getElementById('query').dispatchEvent(new CompositionEvent('compositionend'))")
    assert opened.page.locator("#hits [role=option]").count() == 2


def test_the_legend_counts_and_filters(show) -> None:
    opened = show(samples.knowledge())
    row = opened.page.locator("[data-filter=Organisation]")
    assert row.inner_text().split() == ["机构", "3"]
    row.click()
    assert row.get_attribute("aria-pressed") == "false"
    opened.click("organisation/ndrc-js")
    assert opened.panel.is_hidden()
    row.click()
    opened.click("organisation/ndrc-js")
    assert opened.panel.is_visible()


def test_a_node_shows_what_is_said_of_it_in_both_directions(show) -> None:
    opened = show(samples.knowledge())
    opened.click("project/centre")
    assert opened.panel.locator("h2").inner_text() == "南京量子中心"
    assert opened.panel.locator(".statement .name").all_inner_texts() == [
        "南京市计划中",
        "江苏省发展改革委",
    ]
    opened.panel.locator(".statement").nth(1).click()
    opened.panel.locator(".go").click()
    assert opened.panel.locator("h2").inner_text() == "江苏省发展改革委"
    assert opened.panel.locator("h4").all_inner_texts() == ["发布", "承担", "合作"]


def test_a_statement_shows_its_sentence_with_the_words_that_say_it(show) -> None:
    opened = show(samples.knowledge())
    opened.click("policy/quantum")
    opened.panel.locator(".statement").click()
    assert opened.panel.locator("blockquote").inner_text() == "江苏省发展改革委印发《量子产业规划》。"
    assert marks(opened) == [
        ("object", "江苏省发展改革委"),
        ("trigger", "印发"),
        ("subject", "《量子产业规划》"),
    ]
    assert "2025-12-06" in opened.panel.locator(".evidence .source").inner_text()


def marks(opened: Opened) -> list[tuple[str, str]]:
    found = opened.panel.locator("mark").all()
    return [(mark.get_attribute("class"), mark.inner_text()) for mark in found]


def test_an_edge_shows_its_statement(show) -> None:
    opened = show(samples.knowledge())
    opened.click("policy/quantum", "organisation/ndrc-js")
    assert opened.panel.locator(".triple button").all_inner_texts() == [
        "《量子产业规划》",
        "江苏省发展改革委",
    ]
    assert opened.panel.locator("mark").count() == 3


def test_hovering_an_edge_names_its_predicate(show) -> None:
    opened = show(samples.knowledge())
    x, y = opened.middle("project/centre", "place/320100")
    opened.page.mouse.move(x - 40, y - 40)
    opened.page.mouse.move(x, y)
    tip = opened.page.locator("#tip")
    tip.wait_for()
    assert "位于" in tip.inner_text()
    assert "计划中" in tip.inner_text()


def test_marks_count_characters_not_utf16_units(show, rare_characters: Knowledge) -> None:
    opened = show(rare_characters)
    opened.click("thing/0")
    opened.panel.locator(".statement").click()
    assert marks(opened) == [("subject", "𠮷野家𠀀公司"), ("object", "𫝀城公司"), ("trigger", "合作")]


def test_what_the_gazetteer_says_is_owned_as_such(show) -> None:
    opened = show(samples.knowledge())
    opened.search("江苏省")
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator("a").get_attribute("href") == "http://www.wikidata.org/entity/Q16963"
    opened.panel.locator(".statement").click()
    assert "地名词典" in opened.panel.locator(".evidence").inner_text()


def test_search_draws_what_was_not_drawn_with_its_neighbours(show, many) -> None:
    opened = show(many(200), most_drawn=20)
    assert len(opened.positions()) == 20
    opened.search("第一九九研究院")
    assert "未画出" in opened.page.locator("#hits").inner_text()
    opened.page.keyboard.press("Enter")
    assert opened.panel.locator("h2").inner_text() == "第一九九研究院"
    assert {"thing/00199", "thing/00066"} <= opened.positions().keys()


def test_more_names_appear_on_coming_nearer(show, many) -> None:
    opened = show(many(500))
    opened.page.wait_for_timeout(200)
    shown = opened.page.evaluate("zhimai.view.shownLabels()")
    assert len(shown) > 20
    assert len(shown) < 500
    opened.page.locator("#zoom-in").click()
    opened.page.locator("#zoom-in").click()
    opened.page.locator("#zoom-in").click()
    opened.page.wait_for_timeout(200)
    assert len(opened.page.evaluate("zhimai.view.shownLabels()")) > len(shown)


def test_escape_closes_and_slash_searches(show) -> None:
    opened = show(samples.knowledge())
    opened.click("project/centre")
    opened.page.keyboard.press("Escape")
    assert opened.panel.is_hidden()
    opened.page.keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") == "query"
    assert opened.page.locator("#query").input_value() == ""


def test_the_whole_page_speaks_english_when_asked(show) -> None:
    opened = show(samples.knowledge())
    opened.click("policy/quantum")
    opened.page.locator("#language").click()
    assert opened.page.evaluate("document.documentElement.lang") == "en"
    assert opened.panel.locator("h4").all_inner_texts() == ["issued by"]
    assert "entities" in opened.page.locator("#counts").inner_text()


@pytest.mark.parametrize("width", [360, 720, 1280])
def test_nothing_sticks_out_of_the_screen(show, width: int) -> None:
    opened = show(samples.knowledge())
    opened.page.set_viewport_size({"width": width, "height": 740})
    opened.search("南京量子中心")
    opened.page.keyboard.press("Enter")
    for id in ("search", "legend", "tools", "panel"):
        box = opened.page.locator(f"#{id}").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_systems_colours(show, scheme: str) -> None:
    opened = show(samples.knowledge(), color_scheme=scheme)
    background = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, background[4:-1].split(","))) > 380) == (scheme == "light")


def test_an_empty_graph_opens(show) -> None:
    assert "0" in show(Knowledge()).page.locator("#counts").inner_text()


def unfold(opened: Opened) -> None:
    """Everything in the panel that can be opened."""
    for closed in ("button[aria-expanded=false]", "details:not([open]) > summary"):
        opened.panel.locator(closed).evaluate_all("all => all.forEach((each) => each.click())")
        opened.page.wait_for_timeout(50)


def test_nothing_in_a_text_runs(show, hostile: Knowledge) -> None:
    """Every place where a hostile text can stand is opened; the fixture sees what it would have done."""
    opened = show(hostile)
    for entity in hostile.entities:
        opened.page.evaluate("id => zhimai.open(id)", entity.id)
        assert opened.panel.locator("h2").text_content() == entity.label
        assert opened.panel.locator("a").count() == 0
        unfold(opened)
        assert opened.panel.locator(".article").count() >= 1
        opened.search(entity.label)
        assert opened.page.locator("#hits [role=option]").count() >= 1
    for number in range(len(hostile.statements)):
        opened.page.evaluate("id => zhimai.inspectStatement(id)", number)
        assert opened.panel.locator("mark").count() == 3
        unfold(opened)
    assert opened.page.locator("img").count() == 0


def test_nothing_in_a_text_runs_in_figures_lists_paths_and_tables(show, hostile: Knowledge) -> None:
    opened = show(hostile, "#path=thing/0,thing/2")
    opened.panel.locator(".path").wait_for()
    assert opened.panel.locator(".path blockquote").count() == 1
    opened.page.evaluate("zhimai.open('thing/0')")
    assert opened.panel.locator(".figures tbody tr").count() == 2
    assert opened.panel.locator(".timeline li").count() == 1
    opened.page.locator("#legend summary").click()
    assert "</script><script>pwned(" in opened.page.locator("#filter-report").text_content()
    assert opened.page.locator("[data-community]").count() == 1
    opened.page.locator("[data-community]").click()
    opened.page.mouse.move(*opened.middle("thing/0"))
    opened.page.mouse.move(*opened.middle("thing/0", "thing/1"))
    for tab in ("entities", "statements"):
        opened.page.evaluate("document.getElementById('open-table').click()")
        opened.page.locator(f"[data-tab={tab}]").click()
        assert "pwned()" in opened.page.locator("#table").inner_text()
        opened.page.locator("#table .close").click()
    assert opened.page.locator("img").count() == 0


@pytest.mark.parametrize("name", ["entity", "path", "off", "from", "to", "report", "confidence", "connected"])
def test_nothing_in_an_address_runs(show, name: str) -> None:
    opened = show(samples.knowledge(), f'#{name}=<img src=x onerror="pwned()">,javascript:pwned()')
    assert opened.page.locator("img").count() == 0


def test_the_policy_stops_a_script_that_got_in_nevertheless(show) -> None:
    opened = show(samples.knowledge())
    ran = opened.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            return window.ran === true;
        }"""
    )
    assert ran is False
    assert len(opened.complaints) == 1
    assert "Content Security Policy" in opened.complaints.pop()
