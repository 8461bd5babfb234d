"""A page in a real browser, without a network: what the tests of the page share."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def executable() -> str:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no chromium or google-chrome on PATH: apt-get install chromium")
    return found


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
