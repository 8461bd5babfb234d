"""Broken lines: which belong together, and what they are then."""

from __future__ import annotations

import pytest

from kg.reading import joining
from kg.reading.formats import lines


def joins(above: str, below: str, gap: int = 1) -> bool:
    first, second = lines(above + "\n" * (gap + 1) + below)
    return joining.continues(first.chars, second, None)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("防护林带不断延伸，两岸荒滩面貌一新，让当地群众过上了好日", "子。今年又完成造林二十万亩。"),
        ("工人轻点鼠标，机器便像打印机一样把选好的图案一次“打印”在", "坯布上，省去了人工。"),
        ("会议强调，", "要抓好落实。"),
        ("全市经济运行平稳", "，主要指标好于预期。"),
        ("会议审议通过《关于加快发展的若干", "意见》，决定印发。"),
    ],
)
def test_a_sentence_goes_on_over_a_blank_line(above: str, below: str) -> None:
    assert joins(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("会议强调，要抓好落实。", "会议还研究了其他事项。"),
        ("以创新为引领 产业稳步发展", "近年来，全市坚持创新驱动。"),
        ("深化改革促发展，扩大开放惠民生", "近年来，全市坚持创新驱动。"),
        ("该公司多年来深耕零部件研发生产，突破国外企业长期的技术封", "12月6日，某大桥合龙。"),
        ("该公司多年来深耕零部件研发生产，突破国外企业长期的技术封", "（一）加强领导。"),
        ("破解难题，推动创新——", "某装置正式启动；另一装置通过验收。"),
    ],
)
def test_a_new_beginning_is_not_joined(above: str, below: str) -> None:
    assert not joins(above, below)


def test_no_sentence_goes_on_over_a_wide_gap() -> None:
    above, below = "该公司多年来深耕零部件研发生产，突破国外企业长期的技术封", "锁，成为行业龙头。"
    assert joins(above, below, gap=1)
    assert not joins(above, below, gap=3)


COLUMN = """粮食流通体制改革会议今天
在北京闭幕。会议指出改革
是当前的一项重要任务各地
必须下决心抓紧抓好，切实
保护农民利益。
    会议要求各级政府加强
领导密切配合。
"""


def test_a_narrow_column_is_recognised_by_its_width() -> None:
    assert joining.wrap_width(lines(COLUMN)) == pytest.approx(24, abs=2)
    assert joining.wrap_width(lines("第一段话说得很长，而且有头有尾。\n第二段。\n" * 5)) is None


def test_joined_english_keeps_its_space_and_chinese_has_none() -> None:
    english = "The two sides agreed to\ndeepen their cooperation."
    assert joining.joined([line.text for line in lines(english)], english).chars == english
    chinese = "新的生\n\n机。"
    assert joining.joined([line.text for line in lines(chinese)], chinese).chars == "新的生机。"
