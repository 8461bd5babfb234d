from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
import pyvis

import samples
from kg.errors import MissingExtraError
from kg.export import page
from kg.export.page import render
from kg.export.payload import script_json
from kg.model import Knowledge


class Parsed(HTMLParser):
    """What a browser would see: scripts with their attributes and text, and every fetched address."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.addresses: list[str | None] = []
        self.policy = ""
        self.title = ""
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._open = tag
        self.addresses += [given[name] for name in ("src", "href") if name in given]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        if tag == "script":
            self.scripts.append((given, ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "script":
            given, text = self.scripts[-1]
            self.scripts[-1] = given, text + data
        elif self._open == "style":
            self.styles.append(data)
        elif self._open == "title":
            self.title += data

    @property
    def data(self) -> dict:
        return self._json("data")

    @property
    def words(self) -> dict:
        return self._json("words")

    def _json(self, id: str) -> dict:
        (text,) = [text for given, text in self.scripts if given.get("id") == id]
        return json.loads(text)

    @property
    def programs(self) -> list[str]:
        return [text for given, text in self.scripts if "type" not in given]


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_page_names_no_address_to_fetch() -> None:
    assert Parsed(render(samples.knowledge())).addresses == ["data:,"]


def test_the_policy_allows_exactly_the_scripts_and_the_style_that_stand_there() -> None:
    parsed = Parsed(render(samples.knowledge()))
    directives = dict(part.strip().split(" ", 1) for part in parsed.policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"].split() == [hashed(program) for program in parsed.programs]
    assert directives["style-src"].split() == [hashed(style) for style in parsed.styles]
    assert "unsafe" not in parsed.policy


def test_the_page_is_the_same_every_time() -> None:
    assert render(samples.knowledge()) == render(samples.knowledge())


def test_rendering_leaves_nothing_beside_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pyvis's own writer drops a folder lib/ wherever it is called."""
    monkeypatch.chdir(tmp_path)
    render(samples.knowledge())
    assert list(tmp_path.iterdir()) == []


def test_entities_statements_and_sentences_are_all_there() -> None:
    knowledge = samples.knowledge()
    data = Parsed(render(knowledge)).data
    assert [entity["label"] for entity in data["entities"]] == [entity.label for entity in knowledge.entities]
    assert [(s["subject"], s["predicate"], s["object"]) for s in sorted(data["statements"], key=by_id)] == [
        (s.subject, s.predicate, s.object) for s in knowledge.statements
    ]
    sentence = data["sentences"][data["statements"][0]["evidence"][0]["sentence"]]
    assert sentence["text"] in {text.text.chars for text in knowledge.sources[0].articles[0].sentences}


def by_id(statement: dict) -> int:
    return statement["id"]


def test_a_denial_looks_like_one_whatever_its_modality() -> None:
    kinds = [s["kind"] for s in sorted(Parsed(render(samples.knowledge())).data["statements"], key=by_id)]
    assert kinds == ["negated", "asserted", "asserted", "planned", "asserted"]


def test_a_page_of_five_thousand_entities_is_written_in_a_few_megabytes(many: Callable[[int], Knowledge]) -> None:
    assert len(render(many(5000)).encode()) < 6_000_000


def test_physics_is_off() -> None:
    assert Parsed(render(samples.knowledge())).data["drawn"]["options"]["physics"] == {"enabled": False}


def test_hostile_texts_stay_within_the_data(hostile: Knowledge) -> None:
    """One script fewer or more, and a text would have closed its block or opened its own."""
    attacked, safe = Parsed(render(hostile, title="</title><script>x")), Parsed(render(samples.knowledge()))
    assert attacked.programs == safe.programs
    assert attacked.title == "</title><script>x"
    assert [entity["label"] for entity in attacked.data["entities"]] == [e.label for e in hostile.entities]


def test_script_json_reads_back_and_holds_nothing_that_html_reads() -> None:
    value = {"a": "</script><!-- & \u2028\u2029 中"}
    text = script_json(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]", text)
    assert "中" in text


def test_scripts_could_not_close_their_own_element() -> None:
    for program in Parsed(render(samples.knowledge())).programs:
        assert "</script" not in program.lower()
        assert "<!--" not in program


def test_a_pyvis_without_its_script_is_an_error_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyvis, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(MissingExtraError, match=r"pip install 'pyvis>=0\.3\.2'"):
        render(samples.knowledge())


def test_an_empty_graph_is_a_page_too() -> None:
    assert Parsed(render(Knowledge())).data["entities"] == []


def test_both_languages_have_the_same_words() -> None:
    words = Parsed(render(Knowledge())).words["words"]
    assert words["zh"].keys() == words["en"].keys()


def test_every_word_that_a_script_asks_for_is_there() -> None:
    page_ = Parsed(render(Knowledge()))
    asked = {key for program in page_.programs for key in re.findall(r'Words\.word\("([\w-]+)"\)', program)}
    assert asked
    assert asked <= page_.words["words"]["zh"].keys()


def test_the_scripts_leave_one_global() -> None:
    """Each file adds itself to ``zhimai``; a name declared at the top of a file would be a global of the page."""
    for file in sorted((Path(page.__file__).parent / "static").glob("*.js")):
        declared = re.findall(r"^(?:const|let|var|class|function|async function) .*", file.read_text("utf-8"), re.M)
        assert declared == [], file.name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_can_be_told_from_their_ground(theme: str) -> None:
    """WCAG 2 AA: 4.5 to 1 for text, 3 to 1 for discs."""
    colours = palette(theme)
    for ground in ("paper", "card"):
        for text in ("ink", "quiet", "accent", "planned", "negated"):
            needed = 4.5 if text in ("ink", "quiet", "accent") else 3
            assert contrast(colours[text], colours[ground]) >= needed, (text, ground)
        for line in ("possible", "quoted", "edge"):
            assert contrast(colours[line], colours[ground]) >= 3, (line, ground)
        for disc in ("Organisation", "Place", "Project", "Policy", "Person"):
            assert contrast(colours[disc], colours[ground]) >= 3, (disc, ground)
    for tint in range(6):
        assert contrast(colours["ink"], colours[f"group-{tint}"]) >= 4.5, tint
    for mark in ("subject", "object", "trigger"):
        assert contrast(colours["ink"], colours[mark]) >= 4.5, mark


def palette(theme: str) -> dict[str, str]:
    (style,) = Parsed(render(Knowledge())).styles
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#\w{6});", re.search(rf"^{selector} {{(.*?)^}}", style, re.M | re.S)[1]))
        for selector in (":root", r':root\[data-theme="dark"\]')
    )
    return light if theme == "light" else light | dark


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
