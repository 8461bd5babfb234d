"""Finding one's way on the page: what is shown first, filters, paths, the address, figures, events, articles."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

import chronicle
import samples
from browsing import Opened
from kg.model import Knowledge

pytestmark = pytest.mark.browser

CENTRE, NDRC, PLAN = "project/centre", "organisation/ndrc-js", "policy/quantum"


def overlaps(boxes: list[dict]) -> list[tuple[str, str]]:
    return [
        (one["id"], other["id"])
        for number, one in enumerate(boxes)
        for other in boxes[:number]
        if one["left"] < other["right"]
        and one["right"] > other["left"]
        and one["top"] < other["bottom"]
        and one["bottom"] > other["top"]
    ]


@pytest.mark.parametrize("size", [30, 500, 5000])
def test_no_two_names_on_the_picture_touch_and_the_weightiest_has_one(show, many, size: int) -> None:
    opened = show(many(size))
    opened.page.wait_for_timeout(300)
    boxes = opened.page.evaluate("zhimai.view.shownLabels()")
    assert len(boxes) >= 12
    assert overlaps(boxes) == []
    assert opened.page.evaluate("zhimai.view.weightiest") in {box["id"] for box in boxes}


def test_no_name_is_cut_off_by_the_rim_of_the_screen(show, many) -> None:
    opened = show(many(30))
    opened.page.wait_for_timeout(300)
    cut = opened.page.evaluate(
        """zhimai.view.shownLabels().filter((box) => {
            const { network } = zhimai.view;
            const left = network.canvasToDOM({ x: box.left, y: box.top }).x;
            const right = network.canvasToDOM({ x: box.right, y: box.bottom }).x;
            return left < 208 || right > innerWidth;
        })"""
    )
    assert cut == []


def test_expanding_draws_the_neighbours_that_are_not_drawn(show, many) -> None:
    opened = show(many(200), most_drawn=20)
    hub = opened.page.evaluate("zhimai.view.weightiest")
    before = opened.positions()
    opened.page.evaluate("id => zhimai.inspect(id)", hub)
    button = opened.panel.locator("[data-action=expand]")
    assert int(button.inner_text().split("+")[1]) > 0
    button.click()
    after = opened.positions()
    assert len(after) > len(before)
    assert {id: after[id] for id in before} == before
    assert "已画出" in opened.page.locator("#live").inner_text()
    assert f"{len(after)}" in opened.page.locator("#counts").inner_text()


def test_a_double_click_expands_too(show, many) -> None:
    opened = show(many(200), most_drawn=20)
    before = len(opened.positions())
    opened.page.mouse.dblclick(*opened.middle(opened.page.evaluate("zhimai.view.weightiest")))
    opened.page.wait_for_function(f"Object.keys(zhimai.view.network.getPositions()).length > {before}")


def test_a_community_is_named_after_its_weightiest_and_lit_when_chosen(show, many) -> None:
    opened = show(many(120))
    row = opened.page.locator("[data-community='0']")
    assert row.inner_text().split()[0].endswith("研究院")
    row.click()
    assert row.inner_text().split()[0] in opened.page.locator("#live").inner_text()


# Filters ----------------------------------------------------------------------------------


def test_the_state_of_the_filters_is_told_and_can_be_reset(show) -> None:
    opened = show(samples.knowledge())
    state = opened.page.locator("#legend .state")
    assert "8 / 8" in state.inner_text()
    assert opened.page.locator("#reset").count() == 0
    opened.page.locator("[data-filter=Organisation]").click()
    assert "5 / 8" in state.inner_text()
    opened.page.locator("#reset").click()
    assert "8 / 8" in state.inner_text()
    assert opened.page.locator("[data-filter=Organisation]").get_attribute("aria-pressed") == "true"


def shown_statements(opened: Opened) -> list[str]:
    opened.page.evaluate("document.getElementById('open-table').click()")
    opened.page.locator("[data-tab=statements]").click()
    rows = opened.page.locator("#table tbody tr").all()
    found = [" ".join(row.locator("td").all_inner_texts()[:3]) for row in rows]
    opened.page.locator("#table .close").click()
    return found


def test_predicates_and_kinds_are_filtered(show) -> None:
    opened = show(samples.knowledge())
    opened.page.locator("#legend summary").click()
    opened.page.locator("[data-filter=locatedIn]").click()
    opened.page.locator("[data-filter=negated]").click()
    assert shown_statements(opened) == [
        "《量子产业规划》 发布机构 江苏省发展改革委",
        "南京量子中心 承担机构 江苏省发展改革委",
    ]


def test_a_least_confidence_leaves_out_the_rest(show) -> None:
    opened = show(samples.knowledge(), "#confidence=0.9")
    assert len(shown_statements(opened)) == 3
    opened.page.locator("#legend summary").click()
    assert "90%" in opened.page.locator("label[for=filter-confidence]").inner_text()
    opened.page.locator("#filter-confidence").fill("1")
    assert opened.page.url.endswith("#confidence=1")


def two_days() -> Knowledge:
    """The sample and the chronicle side by side: articles of two days, and a caption without one."""
    one, other = samples.knowledge(), chronicle.knowledge()
    known = {entity.id for entity in one.entities}
    return Knowledge(
        sources=(*one.sources, *other.sources),
        entities=(*one.entities, *(entity for entity in other.entities if entity.id not in known)),
        mentions=(*one.mentions, *other.mentions),
        statements=(*one.statements, *other.statements),
        figures=other.figures,
        events=other.events,
        changes=other.changes,
    )


def test_days_leave_what_their_articles_name_and_what_the_gazetteer_puts_above_it(show) -> None:
    opened = show(two_days(), "#from=2025-12-06&to=2025-12-06")
    assert {CENTRE, NDRC, PLAN, "place/320100"} <= opened.visible()
    assert "organisation/institute" not in opened.visible()
    opened = show(samples.knowledge(), "#from=2025-12-06")
    assert "place/320000" in opened.visible()
    assert "person/wang" not in opened.visible()


def test_an_article_is_chosen_from_the_list(show) -> None:
    opened = show(two_days())
    opened.page.locator("#legend summary").click()
    opened.page.locator("#filter-report").select_option("0")
    assert CENTRE in opened.visible()
    assert "organisation/institute" not in opened.visible()
    assert opened.page.url.endswith("#report=0")


def test_only_what_is_connected(show, many) -> None:
    opened = show(many(40))
    before = opened.visible()
    opened.page.locator("#legend summary").click()
    opened.page.locator("#filter-connected").check()
    assert opened.visible() < before


def test_denied_quoted_planned_and_possible_edges_look_their_part(show) -> None:
    opened = show(two_days())
    looks = {
        (edge["kind"], bool(edge["quoted"])): (edge["dashed"], edge["middle"])
        for edge in opened.page.evaluate(
            """zhimai.view.network.body.data.edges.map((edge) => ({
                kind: edge.kind, quoted: edge.arrows.middle.type === "curve",
                dashed: edge.dashes !== false, middle: edge.arrows.middle.type ?? "",
            }))"""
        )
    }
    assert looks["asserted", False] == (False, "")
    assert looks["planned", False] == (True, "")
    assert looks["negated", False] == (True, "bar")
    assert any(quoted for _, quoted in looks)


# Paths and addresses ----------------------------------------------------------------------


def pick(opened: Opened, text: str) -> None:
    opened.page.keyboard.insert_text(text)
    opened.page.wait_for_selector(".field .hits [role=option]")
    opened.page.keyboard.press("Enter")


def test_a_path_between_two_names_lists_its_statements_with_their_sentences(show) -> None:
    opened = show(samples.knowledge())
    opened.page.locator("#open-path").click()
    pick(opened, "量子产业规划")
    opened.page.wait_for_function("document.activeElement.id === 'path-1'")
    pick(opened, "南京市")
    names = opened.panel.locator(".path .link")
    names.nth(3).wait_for()
    assert names.all_inner_texts() == ["《量子产业规划》", "江苏省发展改革委", "南京量子中心", "南京市"]
    assert [word.split("\n")[0] for word in opened.panel.locator(".path .predicate").all_inner_texts()] == [
        "↓ 发布机构",
        "↓ 承担",
        "↓ 位于计划中",
    ]
    assert opened.panel.locator(".path blockquote").count() == 3
    assert opened.page.url.endswith(f"#path={PLAN},place/320100")


def test_a_path_takes_no_denied_and_no_hidden_statement(show) -> None:
    opened = show(samples.knowledge(), f"#path={NDRC},organisation/blue")
    assert "没有" in opened.panel.inner_text()
    opened = show(samples.knowledge(), f"#path={PLAN},{CENTRE}&off=undertakenBy")
    assert "没有" in opened.panel.inner_text()


def test_an_address_opens_its_entity_and_the_page_writes_it(show) -> None:
    opened = show(samples.knowledge(), f"#entity={CENTRE}&off=Person")
    opened.panel.locator("h2").wait_for()
    assert opened.panel.locator("h2").inner_text() == "南京量子中心"
    assert "person/wang" not in opened.visible()
    opened.page.evaluate("id => zhimai.open(id)", NDRC)
    assert opened.page.url.endswith(f"#entity={NDRC}&off=Person")
    opened.page.keyboard.press("Escape")
    assert opened.page.url.endswith("#off=Person")


@pytest.mark.parametrize(
    "fragment", ["#entity=nobody", "#path=a,b", "#path=,", "#off=constructor&report=99", "#%E0%A4"]
)
def test_an_address_that_makes_no_sense_is_passed_over(show, fragment: str) -> None:
    opened = show(samples.knowledge(), fragment)
    assert opened.panel.is_hidden()
    assert len(opened.visible()) == 8


# What is remembered, saved, printed -------------------------------------------------------


def test_the_browsers_language_decides_and_a_choice_is_remembered(show) -> None:
    opened = show(samples.knowledge(), locale="en-GB")
    assert "entities" in opened.page.locator("#counts").inner_text()
    opened.page.locator("#language").click()
    opened.page.reload()
    opened.page.wait_for_function("window.zhimai?.ready")
    assert "个实体" in opened.page.locator("#counts").inner_text()


def test_light_and_dark_are_switched_and_remembered(show) -> None:
    opened = show(samples.knowledge(), color_scheme="light")
    opened.page.locator("#theme").click()
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    opened.page.reload()
    opened.page.wait_for_function("window.zhimai?.ready")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_picture_is_saved_as_png_with_its_ground(show, tmp_path: Path) -> None:
    opened = show(samples.knowledge())
    with opened.page.expect_download() as download:
        opened.page.locator("#snapshot").click()
    saved = tmp_path / "saved.png"
    download.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert download.value.suggested_filename == "知脉.png"


def test_a_print_has_light_colours_and_no_buttons(show) -> None:
    opened = show(samples.knowledge(), color_scheme="dark")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("#tools").is_hidden()
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "light"
    brightness = "[...paper.getContext('2d').getImageData(0, 0, 1, 1).data].slice(0, 3).reduce((a, b) => a + b)"
    assert opened.page.evaluate(f"(paper => {brightness})(document.getElementById('paper'))") > 600
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"


# The panel --------------------------------------------------------------------------------


def test_figures_are_a_table_whose_rows_open_their_sentence(show) -> None:
    opened = show(chronicle.knowledge())
    (figure,) = chronicle.knowledge().figures
    opened.page.evaluate("id => zhimai.open(id)", figure.about)
    table = opened.panel.locator("table.figures")
    cells = table.locator("tbody tr").first.locator("th, td").all_inner_texts()
    assert figure.figure.metric in cells[0]
    assert figure.figure.value in cells[1]
    assert figure.figure.unit in cells[1]
    assert figure.figure.change in cells[3]
    table.locator("button").first.click()
    assert figure.figure.value in table.locator("blockquote").inner_text()


def test_events_and_the_life_of_a_policy_are_told_in_time_with_their_sentences(show) -> None:
    opened = show(chronicle.knowledge())
    (event,) = chronicle.knowledge().events
    opened.page.evaluate("id => zhimai.open(id)", event.involves[0])
    moment = opened.panel.locator(".timeline > li").first
    assert "2025-12-03" in moment.inner_text()
    moment.locator("button").first.click()
    assert "完成验收" in moment.locator("blockquote").inner_text()
    opened.page.evaluate("id => zhimai.open(id)", "policy/plan")
    assert "2025-12" in opened.panel.locator(".timeline .when").inner_text()
    opened.panel.locator(".timeline button").first.click()
    assert opened.panel.locator(".timeline blockquote").count() == 1


def test_identifiers_are_named_and_wikidata_is_linked(show) -> None:
    knowledge = samples.knowledge()
    named = ("gb2260:320000", "stock:600519.SH", "ror:02fzqav45", "国发〔2021〕2号")
    entities = tuple(
        dataclasses.replace(entity, identifiers=named) if entity.id == "place/320000" else entity
        for entity in knowledge.entities
    )
    opened = show(dataclasses.replace(knowledge, entities=entities, _by_id={}, _by_hash={}), "#entity=place/320000")
    opened.panel.locator("dl").wait_for()
    particulars = re.sub(r"\s+", " ", opened.panel.locator("dl").inner_text())
    assert "行政区划代码 320000" in particulars
    assert "股票代码 600519.SH" in particulars
    links = opened.panel.locator("dl a").evaluate_all("all => all.map(a => [a.textContent, a.href])")
    assert links == [
        ["ror.org/02fzqav45", "https://ror.org/02fzqav45"],
        ["Wikidata Q16963", "http://www.wikidata.org/entity/Q16963"],
    ]


def test_a_mention_is_marked_in_its_articles_text(show) -> None:
    opened = show(samples.knowledge())
    opened.page.evaluate("id => zhimai.open(id)", CENTRE)
    opened.panel.locator(".report summary").click()
    opened.panel.locator(".article mark").first.wait_for()  # it is written when it has been opened
    assert opened.panel.locator(".article mark").all_inner_texts() == ["量子中心", "南京量子中心"]
    assert "蓝海公司" in opened.panel.locator(".article").inner_text()


def test_nothing_that_is_shown_was_left_without_its_word(show) -> None:
    for locale in ("zh-CN", "en-GB"):
        opened = show(chronicle.knowledge(), locale=locale)
        for entity in chronicle.knowledge().entities:
            opened.page.evaluate("id => zhimai.open(id)", entity.id)
            assert "undefined" not in opened.page.locator("body").inner_text()
        opened.page.keyboard.press("?")
        assert "undefined" not in opened.page.locator("body").inner_text()
