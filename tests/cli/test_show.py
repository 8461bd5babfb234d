"""``kg show``: one entity with all that is known of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import chronicle
from kg import rdf
from kg.cli.show import show
from kg.errors import QueryError


def run(name: str, folder: str, *options: str) -> Result:
    return CliRunner().invoke(show, [name, "--graph", folder, *options], catch_exceptions=False)


def test_a_place(folder: str) -> None:
    assert run("江苏", folder).output == (
        "江苏省 AdministrativeArea · Place · Province\n"
        "also: 江苏\n"
        "identifiers: 320000\n"
        "elsewhere: http://www.wikidata.org/entity/Q16963\n"
        "position: 32.06, 118.76\n"
        "IRI: https://w3id.org/zhimai/id/place/320000\n"
        "mentions: 0\n"
        "\n"
        "南京市 locatedIn 江苏省  (1)\n"
        "    地名和机构名录\n"
    )


def test_statements_stand_with_their_sentences_and_articles(folder: str) -> None:
    output = run("量子中心", folder).output
    assert (
        "南京量子中心 locatedIn 南京市  (0.8, planned)\n    南京开建量子中心  — 南京开建量子中心 2025-12-06\n" in output
    )
    assert "南京量子中心由江苏省发展改革委承担,尚未与蓝海公司合作。" in output
    assert output.splitlines()[-1].split() == ["2025-12-06", "南京开建量子中心", "page.txt", "2"]


def test_what_is_denied_and_who_says_it(folder: str) -> None:
    assert "江苏省发展改革委 cooperatesWith 蓝海公司  (0.7, denied)\n" in run("蓝海公司", folder).output


def test_role_and_speaker(chronicle_folder: str) -> None:
    assert "张伟 affiliatedWith 𠀀区研究院  (院长, 0.9)\n" in run("张伟", chronicle_folder).output
    assert "(0.6, possible, says 国家发展改革委)\n" in run("设施", chronicle_folder).output


def test_figures_and_events_stand_with_their_sentences(chronicle_folder: str) -> None:
    output = run("网络试验设施", chronicle_folder).output
    assert "营收 557.4亿元 前9个月  (over, +14.8% 同比)\n    国家发展改革委资助网络试验设施" in output
    assert (
        "2025-12-03 完成验收  (with 国家发展改革委)\n"
        "    国家发展改革委称,设施12月3日完成验收,有望落户苏州。  — 2025-12-05\n"
    ) in output
    assert "older figures" not in output


def test_of_many_figures_the_newest_are_shown(tmp_path: Path) -> None:
    linked = chronicle.figure()
    many = tuple(replace(linked, figure=replace(linked.figure, value=str(number))) for number in range(25))
    (tmp_path / "graph.ttl").write_bytes(rdf.to_turtle(replace(chronicle.knowledge(), figures=many)))
    output = run("网络试验设施", str(tmp_path)).output
    assert output.count("亿元 前9个月  (") == 20
    assert "5 older figures and events: kg show --all\n" in output
    every = run("网络试验设施", str(tmp_path), "--all").output
    assert every.count("亿元 前9个月  (") == 25
    assert "older" not in every


def test_a_sentence_in_pieces_is_read_on(chronicle_folder: str) -> None:
    assert "    𠀀区研究院与蓝海公司合作。" in run("蓝海公司", chronicle_folder).output


def test_names_that_come_near(folder: str) -> None:
    result = run("量子", folder)
    assert result.exit_code == 1
    rows = [line.split() for line in result.output.splitlines()]
    assert ["南京量子中心", "Facility", "Project", "2"] in rows
    assert ["《量子产业规划》", "Plan", "Policy", "1"] in rows


@pytest.mark.parametrize("name", ["毫不相干", '"@zh } #', "\udce9"])
def test_a_name_that_nothing_is_like(name: str, folder: str) -> None:
    with pytest.raises(QueryError, match="nothing has that name") as raised:
        run(name, folder)
    assert "\n" not in str(raised.value)
