"""The page without a mouse and without sight of the picture: keys, names, the table, contrast."""

from __future__ import annotations

import pytest

import chronicle
import samples
from browsing import Opened

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(opened: Opened) -> list[str]:
    """What axe-core finds, one line each."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(opened.page, options={"runOnly": RULES}).response
    assert {"color-contrast", "button-name", "target-size"} <= {rule["id"] for rule in found["passes"]}
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["picture", "entity", "statement", "filters", "path", "table", "statements", "help"])
def test_axe_finds_nothing(show, state: str, scheme: str) -> None:
    opened = show(chronicle.knowledge(), color_scheme=scheme)
    page = opened.page
    if state == "entity":
        page.evaluate("zhimai.open('policy/plan')")
        opened.panel.locator("button[aria-expanded]").first.click()
        opened.panel.locator(".report summary").first.click()
    elif state == "statement":
        page.evaluate("zhimai.inspectStatement(0)")
    elif state == "filters":
        page.locator("#legend summary").click()
        page.locator("[data-filter=Person]").click()
    elif state == "path":
        page.locator("#open-path").click()
        page.keyboard.insert_text("国")
    elif state in ("table", "statements"):
        page.locator("#open-table").click()
        page.locator(f"[data-tab={'entities' if state == 'table' else state}]").click()
    elif state == "help":
        page.locator("#open-help").click()
    page.wait_for_timeout(300)
    assert violations(opened) == []


def test_everything_is_reached_with_the_tab_key(show) -> None:
    opened = show(samples.knowledge())
    reached = set()
    for _ in range(60):
        opened.page.keyboard.press("Tab")
        reached.add(opened.focused())
    for id in ("query", "canvas", "open-table", "open-path", "snapshot", "language", "theme", "open-help", "fit"):
        assert id in reached, id
    assert any("机构" in name for name in reached)


def test_what_has_the_focus_is_seen(show) -> None:
    opened = show(samples.knowledge())
    for _ in range(14):
        opened.page.keyboard.press("Tab")
        outline = opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", opened.focused()


def test_arrows_walk_the_neighbours_and_enter_opens(show) -> None:
    opened = show(samples.knowledge())
    live = opened.page.locator("#live")
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("ArrowRight")
    first = live.inner_text()
    assert first
    seen = {first}
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        opened.page.keyboard.press(key)
        seen.add(live.inner_text())
    assert len(seen) > 1
    opened.page.keyboard.press("Enter")
    opened.panel.locator("h2").wait_for()
    assert live.inner_text().startswith(opened.panel.locator("h2").inner_text())
    opened.page.keyboard.press("Escape")
    assert opened.panel.is_hidden()


def test_the_table_lists_entities_and_statements_and_opens_them(show) -> None:
    opened = show(samples.knowledge())
    opened.page.keyboard.press("t")
    table = opened.page.locator("#table")
    assert table.locator("tbody tr").count() == len(samples.knowledge().entities)
    opened.page.keyboard.press("Shift+Tab")  # the focus is on the first tab, inside the table
    table.locator("[data-tab=statements]").click()
    assert table.locator("tbody tr").count() == len(samples.knowledge().statements)
    assert "被否认" in table.inner_text()
    table.locator("tbody button", has_text="南京量子中心").first.click()
    opened.panel.locator("h2").wait_for()
    assert opened.panel.locator("h2").inner_text() == "南京量子中心"
    assert opened.focused() == "panel"


def test_the_table_is_sorted_and_narrowed(show) -> None:
    opened = show(samples.knowledge())
    opened.page.locator("#open-table").click()
    table = opened.page.locator("#table")
    mentions = table.locator("th", has_text="提及")
    mentions.locator("button").click()
    assert mentions.get_attribute("aria-sort") == "ascending"
    counts = [int(text) for text in table.locator("tbody tr td:nth-child(4)").all_inner_texts()]
    assert counts == sorted(counts)
    table.locator("input").fill("江苏")
    assert table.locator("tbody tr").count() == 2


def test_help_lists_the_keys_and_can_switch_them_off(show) -> None:
    """WCAG 2.1.4: whoever speaks to the machine can keep single letters from acting."""
    opened = show(samples.knowledge())
    opened.page.keyboard.press("?")
    assert "Enter" in opened.page.locator("#help").inner_text()
    opened.page.locator("#single-keys").uncheck()
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("t")
    assert opened.page.locator("#table").is_hidden()


def test_panel_table_and_picture_have_names(show) -> None:
    opened = show(samples.knowledge())
    opened.page.evaluate("id => zhimai.open(id)", "project/centre")
    for id in ("canvas", "panel", "table", "legend", "tools"):
        assert opened.page.locator(f"#{id}").get_attribute("aria-label"), id


def test_the_focus_stays_where_the_reader_was(show) -> None:
    opened = show(samples.knowledge())
    opened.page.locator("#open-path").click()
    opened.page.keyboard.insert_text("南京量子中心")
    opened.page.wait_for_selector(".field .hits [role=option]")
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_function("document.activeElement.id === 'path-1'")
    opened.page.keyboard.insert_text("南京市")
    opened.page.wait_for_selector(".field .hits [role=option]")
    opened.page.keyboard.press("Enter")
    opened.panel.locator(".path").wait_for()
    assert opened.focused() == "panel"
    opened.page.keyboard.press("Escape")
    assert opened.focused() == "canvas"
    opened.page.locator("[data-filter=Person]").click()
    opened.page.locator("#reset").click()
    assert "机构" in opened.focused()
