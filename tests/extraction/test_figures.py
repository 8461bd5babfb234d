"""Figures in sentences as a newspaper writes them; all sentences are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import marked
from kg.extraction.figures import figures, years
from kg.model import Article, Figure, Sentence, Text


def found(*sentences: str) -> tuple[Figure, ...]:
    return figures(*marked.article(*sentences))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("航天产业营收557.4亿元。", [("557.4", "亿元", "")]),
        ("园区已有3.5万多家企业入驻。", [("3.5", "万家", "over")]),
        ("超25%的岗位面向毕业生。", [("25", "%", "over")]),
        ("近八成农户参加了合作社。", [("80", "%", "about")]),
        ("绿地占全区面积的三分之一。", [("33.3", "%", "")]),
        ("绿地占全区面积的3/4。", [("75", "%", "")]),
        ("合格率为百分之九十五。", [("95", "%", "")]),
        ("全程只用3个半小时，比过去用时两年半快得多。", [("3.5", "小时", ""), ("2.5", "年", "")]),
        ("评出一等奖74件、二等奖113件。", [("74", "件", ""), ("113", "件", "")]),
        ("参会者１，２３４人，占２５％。", [("1234", "人", ""), ("25", "%", "")]),
        ("参会者1,234人，参展企业不足300家。", [("1234", "人", ""), ("300", "家", "under")]),
        ("签约项目上百个，总额超千亿元。", [("100", "个", "over"), ("1000", "亿元", "over")]),
        ("旅客达1亿2千万人次。", [("1.2", "亿人次", "")]),
        ("两端水位差一百二十米，库容5千万立方米。", [("120", "米", ""), ("5000", "万立方米", "")]),
        ("北部降温4至8℃。", [("4", "℃", "over"), ("8", "℃", "under")]),
        ("比重分别提升1.1和0.6个百分点。", [("1.1", "个百分点", ""), ("0.6", "个百分点", "")]),
        ("景气指数从95.5降至88.7。", [("88.7", "", "")]),
        ("海岛发生5.3级地震，震源深度20公里。", [("5.3", "级", ""), ("20", "公里", "")]),
        ("罢工进入第38天。", [("38", "天", "")]),
        ("事故造成两人受伤。", [("2", "人", "")]),
        ("这座城里有3亿多老年人。", [("3", "亿", "over")]),
        ("共享设备超过1500台（套）。", [("1500", "台（套）", "over")]),
    ],
)
def test_value_unit_and_bound(sentence: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(figure.value, figure.unit, figure.bound) for figure in found(sentence)] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "会议于2025年3月5日8时30分举行。",
        "第8届大会在3号楼开幕，热线电话12345。",
        "两部门印发一个通知，三地联合行动。",
        "近5年来，前9个月的情况都好。",
        "客机执飞C919航线，航班号为5321。",
        "选手夺得男子200米自由泳金牌和55公斤级冠军。",
        "部队击退数十次进攻。",
        "《三年培训1000名教师方案》印发。",
        "29岁的阿明住在这里。",
        "[Project|第九届100公里越野大会]开幕。",
    ],
)
def test_no_figure(sentence: str) -> None:
    assert found(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "value", "change"),
    [
        ("航天产业营收557.4亿元，同比增长14.8%。", "557.4", "+14.8%"),
        ("成交量8亿吨，创历史新高，较上年同期下降2%。", "8", "-2%"),
        ("外汇储备33433亿美元，较9月末上升47亿美元。", "33433", "+47亿美元"),
        ("产量9万台，同比增长5%，环比下降3%。", "9", "+5%; -3%"),
        ("审批时间从699天缩短至1.64小时。", "1.64", "从699天缩短至1.64小时"),
        ("口岸由58个增至100个。", "100", "由58个增至100个"),
        ("客流量同比增长7.99%。", "7.99", "+7.99%"),
        ("利润增长2.5倍。", "2.5", "+2.5倍"),
        ("失业率降至5.1%。", "5.1", ""),
    ],
)
def test_a_change_belongs_to_the_figure_that_it_changes(sentence: str, value: str, change: str) -> None:
    (figure,) = found(sentence)
    assert (figure.value, figure.change) == (value, change)


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("前三季度，服务进出口总额59362.2亿元，同比增长7.6%。", ["服务进出口总额"]),
        ("我国培育6430家绿色工厂。", ["绿色工厂"]),
        ("评出一等奖74件、二等奖113件。", ["评出一等奖", "二等奖"]),
        ("集成电路、无人机产量分别增长32.5%、41.7%。", ["集成电路产量增长", "无人机产量增长"]),
        ("计算机制造业、船舶及装置制造业产值分别为3亿元和5亿元。", ["计算机制造业产值", "船舶及装置制造业产值"]),
        ("大桥长度和宽度分别为320米、25米。", ["大桥长度", "宽度"]),
        ("[Place|云川省]、[Place|江北省]用电量分别为3亿千瓦时和5亿千瓦时。", ["用电量"] * 2),
        ("茶叶、咖啡和可可产量分别增长3%和5%。", ["茶叶、咖啡和可可产量增长"] * 2),  # three of two: not certain
        ("审批时间从699天缩短至1.64小时。", ["审批时间"]),
    ],
)
def test_metric(sentence: str, metrics: list[str]) -> None:
    assert [figure.metric for figure in found(sentence)] == metrics


@pytest.mark.parametrize(
    ("sentences", "about"),
    [
        (["前9个月，[Place|云川市]航天产业营收557.4亿元。"], "云川市"),
        (["[Place|云川省][Place|江北市]建成200个公园。"], "江北市"),
        (["[Organisation|云川统计局]4日称，[Place|江北市]产值达30亿元。"], "江北市"),
        (["[Policy|“十四五”]期间，[Place|江北市]新修公路125公里。"], "江北市"),
        (["[Project|江北大桥]全线通车。", "全长11.8公里，主跨988米。"], "江北大桥"),
        (["全长11.8公里。"], None),
        (["[Organisation|云川省商务厅]在[Place|京津冀][Place|豫]设立20个站点。"], "云川省商务厅"),
        (["[Organisation|云川省公安厅]创新[Project|“一件事”]，办理时限压缩79天。"], "“一件事”"),
        (["[Organisation|云川省公安厅]随着[Project|“一件事”]推开，办理时限压缩79天。"], "云川省公安厅"),
        (["[Place|云川省]营收增长3%。", "随着[Project|江北大桥]通车，游客达30万人次。"], "云川省"),
        (["[Place|云川省]开通全长404公里的[Project|引江运河]。"], "引江运河"),
        (["[Place|云川省]签下200家的[Organisation|云川集团]。"], "云川省"),
        (["[Organisation|云川省水利厅]实施[Project|引江济河工程]。", "该工程总投资575亿元。"], "引江济河工程"),
        (["[Organisation|云川省水利厅]实施[Project|引江济河工程]。", "改造总投资575亿元。"], "云川省水利厅"),
    ],
)
def test_what_a_figure_is_about(sentences: list[str], about: str | None) -> None:
    figure = found(*sentences)[0]
    assert (figure.about.surface if figure.about else None) == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("[Place|云川省]、[Place|江北省]用电量分别增长3%和5%。", ["云川省", "江北省"]),
        ("中部和[Place|江北省]业务占比分别提升1.1和0.6个百分点。", [None, "江北省"]),
        (
            "[Place|云川省]、[Place|江北市]营收分别增长3%和5%，茶叶、咖啡产量分别增长7%和9%。",
            ["云川省", "江北市", "云川省", "云川省"],
        ),
        ("[Place|云川省]对[Place|东海国]、[Place|西山国]出口分别增长3%和5%。", ["云川省", "云川省"]),
    ],
)
def test_of_a_list_each_figure_is_of_the_one_in_its_place(sentence: str, about: list[str | None]) -> None:
    assert [figure.about.surface if figure.about else None for figure in found(sentence)] == about


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("营收557.4亿元，同比增长14.8%。", ["同比"]),
        ("产量9万台，同比增长5%，环比下降3%。", ["同比; 环比"]),
        ("产量9万台，增长5%，环比下降3%。", ["—; 环比"]),
        ("外汇储备33433亿美元，较9月末上升47亿美元。", ["较9月末"]),
        ("茶叶、咖啡产量同比分别增长3%和5%。", ["同比", "同比"]),
        ("游客量增长3%。", [""]),
        ("支出1亿元，与给付支出一起增长3%。", [""]),
        ("时间从699天缩短至2小时。", [""]),
    ],
)
def test_what_a_change_is_measured_against(sentence: str, bases: list[str]) -> None:
    assert [figure.basis for figure in found(sentence)] == bases


@pytest.mark.parametrize(
    ("sentence", "amount", "code"),
    [
        ("营收557.4亿元。", "55740000000", "CCY_CNY"),
        ("装机容量为188千瓦。", "", "KiloW"),
        ("年产能6吉瓦时。", "", "GigaW-HR"),
        ("流量为30立方米/秒。", "", ""),
        ("入驻企业3.5万家。", "35000", ""),
        ("投资1.25万亿美元。", "1250000000000", "CCY_USD"),
        ("合格率为百分之九十五。", "", "PERCENT"),
    ],
)
def test_the_number_counted_out_and_its_unit_s_code(sentence: str, amount: str, code: str) -> None:
    (figure,) = found(sentence)
    assert (figure.amount, figure.code) == (amount, code)


@pytest.mark.parametrize(
    ("sentences", "periods"),
    [
        (["前9个月，出口30亿元；", "进口20亿元。"], ["前9个月", "前9个月"]),
        (["前9个月，出口30亿元。", "其中，茶叶出口2亿元。"], ["前9个月", "前9个月"]),
        (["前9个月，出口30亿元。", "全县有茶厂20家。"], ["前9个月", ""]),  # may be of any time
        (["前9个月，出口30亿元；", "2024年，进口20亿元。"], ["前9个月", "2024年"]),
        (["今年以来向好，10月份出口30亿元；", "进口20亿元。"], ["10月份", ""]),  # of which of the two?
        (["11月5日，口岸增至30个；", "机场增至20个。"], ["11月5日", ""]),
    ],
)
def test_the_period_of_the_sentence_before(sentences: list[str], periods: list[str]) -> None:
    assert [figure.period for figure in found(*sentences)] == periods


def test_no_period_of_another_paragraph() -> None:
    article, mentions = marked.article("前9个月，出口30亿元；", "其中，茶叶出口2亿元。")
    second = replace(article.sentences[1], paragraph=1)
    apart = replace(article, sentences=(article.sentences[0], second))
    assert [figure.period for figure in figures(apart, mentions)] == ["前9个月", ""]


@pytest.mark.parametrize(
    ("period", "written", "year"),
    [
        ("2024年前三季度", date(2025, 12, 6), 2024),
        ("2021—2024年", date(2025, 12, 6), None),
        ("2020年以来", date(2025, 12, 6), None),
        ("去年前10个月", date(2025, 12, 6), 2024),
        ("前9个月", date(2025, 12, 6), 2025),
        ("1—11月份", date(2025, 12, 6), 2025),
        ("11月份", date(2026, 1, 9), 2025),  # told in January
        ("四季度", date(2026, 1, 9), None),
        ("“十四五”期间", date(2025, 12, 6), None),
        ("近5年", date(2025, 12, 6), None),
        ("目前", date(2026, 1, 9), 2026),
        ("7日", date(2025, 12, 9), 2025),
        ("2024年", None, 2024),
        ("前9个月", None, None),
    ],
)
def test_the_year_of_a_period(period: str, written: date | None, year: int | None) -> None:
    article = Article(0, "report", None, (), date=written, year=written.year if written else None)
    assert years.year(period, article) == year


@pytest.mark.parametrize(
    ("sentence", "period", "modality"),
    [
        ("前9个月，营收557.4亿元。", "前9个月", "asserted"),
        ("2024年全国专利申请量为372.5万件。", "2024年", "asserted"),
        ("“十四五”期间，新修公路125公里。", "“十四五”期间", "asserted"),
        ("力争到2030年，产值达到5000亿元。", "到2030年", "planned"),
        ("项目建成后将新增灌溉面积179万亩。", "", "planned"),
        ("取消率有望降至15%。", "", "possible"),
        ("2025年的目标是产值达到60亿元。", "2025年", "planned"),
        ("预计2025年产值将达60亿元。", "2025年", "possible"),
        ("公司计划投资60亿元。", "", "planned"),
        ("如果市场回暖，产值达60亿元。", "", "possible"),
        ("产值60亿元，有望继续增长。", "", "asserted"),
        ("营收557.4亿元。", "", "asserted"),
    ],
)
def test_period_and_modality(sentence: str, period: str, modality: str) -> None:
    (figure,) = found(sentence)
    assert (figure.period, figure.modality) == (period, modality)


def test_what_is_denied_is_no_figure() -> None:
    assert found("公司否认亏损5亿元。") == ()
    assert [figure.value for figure in found("公司否认裁员，去年亏损5亿元。")] == ["5"]


def test_a_year_to_come_is_planned() -> None:
    article, mentions = marked.article("到2027年，新能源装机容量达30万千瓦。")
    dated = Article(0, "report", None, article.sentences, year=2025)
    assert [figure.modality for figure in figures(dated, mentions)] == ["planned"]


def test_a_headline_that_the_body_repeats_has_no_figure() -> None:
    lines = ("绿电交易同比增长6.2%", "前10个月绿电交易量达2026亿千瓦时，同比增长6.2%。")
    sentences = tuple(
        Sentence(number, Text(line, tuple(range(len(line)))), "body" if number else "headline")
        for number, line in enumerate(lines)
    )
    found = figures(Article(0, "report", None, sentences), ())
    assert [(figure.sentence, figure.value, figure.change) for figure in found] == [(1, "2026", "+6.2%")]


def test_a_title_that_runs_into_its_brief_has_no_figure() -> None:
    assert len(found("产业基金募资510亿元今天，产业基金在京启动，产业基金募资510亿元。")) == 1


def test_a_cut_off_sentence_has_no_figure() -> None:
    line = "全国粮食产量达1.4万亿斤"
    sentence = Sentence(0, Text(line, tuple(range(len(line)))), incomplete=True)
    assert figures(Article(0, "report", None, (sentence,)), ()) == ()


PIECES = st.sampled_from(
    [
        *"0123456789.,%／/，、。的约超近余多半成亿万千百十一二两三从由至和月年日第个家元人时",
        *("同比增长", "下降", "亿元", "万家", "分之", "百分之", "个百分点", "小时", "１", "％", "２０２５", "指数"),
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_offsets_lie_in_the_sentence_and_values_are_decimals(line: str) -> None:
    sentence = Sentence(0, Text(line, tuple(range(len(line)))))
    for figure in figures(Article(0, "report", None, (sentence,)), ()):
        assert 0 <= figure.start < figure.end <= len(line)
        assert Decimal(figure.value).is_finite()
        assert set(figure.value) <= set("0123456789.")
