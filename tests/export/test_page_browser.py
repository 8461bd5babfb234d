"""The page in a real browser, opened from a file, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import samples
from kg.export import page as page_module
from kg.export.page import render
from kg.model import Knowledge

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _executable() -> str:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no chromium or google-chrome on PATH: apt-get install chromium")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator:
    executable = _executable()
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=executable, headless=True, args=ARGUMENTS)
        yield running
        running.close()


@dataclass
class Opened:
    """A page on the screen, and everything it asked for or complained about."""

    page: playwright.Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def panel(self):
        return self.page.locator("#panel")

    def middle(self, *ids: str) -> tuple[float, float]:
        """The point of the screen where a node stands, or half-way between two."""
        points = self.page.evaluate(
            """ids => ids.map(id => zhimai.view.network.canvasToDOM(zhimai.view.network.getPosition(id)))""",
            ids,
        )
        return tuple(sum(point[axis] for point in points) / len(points) for axis in "xy")

    def click(self, *ids: str) -> None:
        self.page.mouse.click(*self.middle(*ids))

    def positions(self) -> dict:
        return self.page.evaluate("zhimai.view.network.getPositions()")

    def visible(self) -> set[str]:
        """Ids of the nodes on the picture that no filter hides."""
        return set(self.page.evaluate("[...zhimai.filters.shown().entities].filter((id) => zhimai.view.isDrawn(id))"))

    def focused(self) -> str:
        return self.page.evaluate("document.activeElement.id || document.activeElement.textContent")

    def search(self, text: str) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.insert_text(text)


@pytest.fixture
def show(browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """``show(knowledge)`` opens its page; afterwards nothing may have been fetched or complained of."""
    shown: list[Opened] = []

    def open_page(knowledge: Knowledge, fragment: str = "", **options) -> Opened:
        file = tmp_path / "图谱.html"
        file.write_text(render(knowledge), encoding="utf-8")
        given = {"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN", **options}
        context = browser.new_context(offline=True, **given)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("dialog", lambda dialog: opened.complaints.append(f"dialog: {dialog.message}"))
        opened.page.add_init_script("window.pwned = () => { throw new Error('a text ran as script'); }")
        opened.page.goto(file.as_uri() + fragment)
        opened.page.wait_for_function("window.zhimai?.ready")
        shown.append(opened)
        return opened

    yield open_page
    for opened in shown:
        opened.page.wait_for_timeout(50)
        assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
        assert opened.complaints == []
        opened.page.context.close()


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
    assert "2025-12-06" in opened.panel.locator(".source").inner_text()


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


def test_search_draws_what_was_not_drawn_with_its_neighbours(show, many, monkeypatch) -> None:
    monkeypatch.setattr(page_module, "MOST_DRAWN", 20)
    opened = show(many(200))
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


def test_nothing_in_a_text_runs(show, hostile: Knowledge) -> None:
    """Every place where a hostile text can stand is opened; the fixture sees what it would have done."""
    opened = show(hostile)
    for entity in hostile.entities:
        opened.page.evaluate("id => zhimai.open(id)", entity.id)
        assert opened.panel.locator("h2").text_content() == entity.label
        assert opened.panel.locator("a").count() == 0
        for statement in opened.panel.locator(".statement").all():
            statement.click()
        opened.search(entity.label)
        assert opened.page.locator("#hits [role=option]").count() >= 1
    for number in range(len(hostile.statements)):
        opened.page.evaluate("id => zhimai.inspectStatement(id)", number)
        assert opened.panel.locator("mark").count() == 3
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
