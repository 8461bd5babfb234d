"""Pages of many kinds: which articles are on them, and what belongs to which."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Article, Source
from kg.reading import read


def page(text: str, name: str = "page.txt", default_date: date | None = None) -> Source:
    return read(text.encode(), name, default_date)[0]


def only(text: str, name: str = "page.txt") -> Article:
    (article,) = page(text, name).articles
    return article


def headlines(source: Source) -> list[str | None]:
    return [article.headline.chars if article.headline else None for article in source.articles]


def kinds(text: str, name: str = "page.txt") -> list[str]:
    return [issue.kind for issue in read(text.encode(), name)[1]]


PAGE = """新华社记者
张一鸣 李二

甲产业稳步发展,创新潮涌。

以创新为引领 产业稳步发展

破解“从0到1”的难题——

# 向【新】而行

| 一线见闻

某装置正式启动;另一装置通过验收。

政策连续打出“组合拳”:

建设大通道;

整治不正当竞争;

.....

(新华社北京12月6日电)

12月6日,农民在某县给油菜浇水。新华社发



## 森林覆盖率超25%

新华社北京12月6日电(记者王三)防护林不断延伸，两岸面貌一新，让当地群众过上了好日

子。2024年造林百万亩。

## 中小企业增至14万家

新华社北京电(记者赵四)某公司深耕汽车零部件研发生产十余年,突破国外供



12月6日,某大桥实现合龙。

新华社记者 钱五

## 纺织业迎来蝶变

新华社记者 孙六

工厂里机器灵活穿梭。

(据新华社北京电)

新华社北京12月6日电 某办起草了《某办法(征求意见稿)》,意见反馈截止时间为2026年1月5日。

某办法(征求意见稿)发布
"""


def test_a_dirty_page_falls_into_its_articles() -> None:
    source = page(PAGE)
    assert headlines(source) == [
        "向【新】而行",
        None,
        "森林覆盖率超25%",
        "中小企业增至14万家",
        None,
        "纺织业迎来蝶变",
        "某办法(征求意见稿)发布",
    ]
    assert [article.kind for article in source.articles] == [
        *("report", "caption", "report", "report", "caption", "report", "brief")
    ]
    assert [[name.chars for name in article.reporters] for article in source.articles] == [
        *(["张一鸣", "李二"], [], ["王三"], ["赵四"], ["钱五"], ["孙六"], [])
    ]


def test_a_headline_lifted_into_the_middle_does_not_split_its_article() -> None:
    article = page(PAGE).articles[0]
    assert article.body.startswith("甲产业稳步发展")
    assert "破解“从0到1”的难题——\n某装置正式启动" in article.body
    assert "向【新】而行" not in article.body
    assert article.dateline is not None
    assert article.dateline.chars == "新华社北京12月6日电"


def test_a_list_below_its_lead_in_is_one_sentence() -> None:
    last = page(PAGE).articles[0].sentences[-1]
    assert last.text.chars == "政策连续打出“组合拳”:建设大通道;整治不正当竞争;....."


def test_the_year_of_a_page_comes_from_its_texts() -> None:
    source = page(PAGE)
    assert [article.date for article in source.articles] == [
        *(date(2025, 12, 6), date(2025, 12, 6), date(2025, 12, 6), None, date(2025, 12, 6), None, date(2025, 12, 6))
    ]
    assert {article.year for article in source.articles} == {2025}


def test_the_name_of_the_file_tells_what_the_text_does_not() -> None:
    source = page(PAGE, "2019-12-07-page.txt")
    assert source.articles[0].date == date(2019, 12, 6)
    assert source.articles[3].date == date(2019, 12, 7)


def test_the_default_date_comes_last() -> None:
    text = "某市召开会议\n\n会议今天召开。\n"
    assert page(text).articles[0].date is None
    assert page(text, default_date=date(1998, 3, 4)).articles[0].date == date(1998, 3, 4)
    assert page(text, "2001-02-03.txt", date(1998, 3, 4)).articles[0].date == date(2001, 2, 3)


def test_an_article_that_is_cut_off_says_so() -> None:
    article = page(PAGE).articles[3]
    assert article.truncated
    assert article.sentences[-1].incomplete
    assert article.sentences[-1].text.chars.endswith("突破国外供")
    assert kinds(PAGE) == ["cut-off"]


def test_a_broken_word_is_whole_and_still_knows_where_it_stands() -> None:
    source = page(PAGE)
    sentence = next(s for s in source.articles[2].sentences if "好日" in s.text.chars)
    assert sentence.text.chars.endswith("过上了好日子。")
    day, child = (sentence.text.offsets[sentence.text.chars.index(char)] for char in "日子")
    assert source.text[day : child + 1] == "日\n\n子"


CRAWLED = """某会议召开 研究某某工作

某会议召开 研究某某工作



2025-11-14 20:11

来源：

新华社

字号：默认

大

|

打印

某会议召开研究某某工作部署某某任务新华社北京11月14日电（记者王三）某会议14日召开。\
当地时间11月14日，与会代表参观展览。新华社记者 李四 摄会议还研究了其他事项。

【我要纠错】责任编辑：赵五

相关稿件

另一会议召开
"""


def test_a_crawled_page_is_one_article_without_its_furniture() -> None:
    article = only(CRAWLED)
    assert article.headline is not None
    assert article.headline.chars == "某会议召开 研究某某工作"
    assert article.body == "某会议14日召开。\n当地时间11月14日，与会代表参观展览。\n会议还研究了其他事项。"
    assert (article.outlet, article.date) == ("新华社", date(2025, 11, 14))
    assert [name.chars for name in article.reporters] == ["王三"]


@pytest.mark.parametrize(
    "start",
    [
        "新华社北京12月8日电 题：坚定信心真抓实干 迈好第一步\u2003\u2003新华社记者\u2003\u2003",
        "坚定信心真抓实干迈好第一步新华社北京12月8日电 ",
        "坚定信心真抓实干迈好第一步\u2003\u2003新华社北京12月8日电（记者王三）",
        "原标题：坚定信心\u2003\u2003",
        "12月8日，代表步入会场。新华社记者 李四 摄\u2003\u2003新华社北京12月8日电\u3000",
        "",
    ],
)
def test_the_body_begins_behind_all_that_repeats_the_headline(start: str) -> None:
    body = "有关方面8日召开会议，分析研究2026年工作。"
    article = only(f"坚定信心真抓实干 迈好第一步\n\n{start}{body} 【纠错】\n\n【责任编辑:赵五】\n", "2025-12-08-1.txt")
    assert article.body == body


def test_a_body_may_begin_with_the_words_of_its_headline() -> None:
    article = only("王三会见李四\n\n王三会见李四，双方交换意见。\n")
    assert article.body == "王三会见李四，双方交换意见。"


PROVINCIAL = """江河日报 2019年5月6日 星期一

第3版 要闻

全省重点项目开工
总投资超千亿元

本报讯（记者 王 明 通讯员 李晓红）5月5日，全省举行开工活动，总投资1026亿元。
（下转第2版）

滨海市出台人才新政
本报记者 赵小刚

日前，滨海市印发《人才引进办法》。

某部印发意见
据新华社北京5月5日电 某部近日印发意见。

图为滨海市新区一角。本报记者 周强 摄
"""


def test_a_page_of_plain_text_is_parted_by_datelines_and_bylines() -> None:
    source = page(PROVINCIAL)
    assert headlines(source) == ["全省重点项目开工\n总投资超千亿元", "滨海市出台人才新政", "某部印发意见", None]
    assert [article.body for article in source.articles] == [
        "5月5日，全省举行开工活动，总投资1026亿元。",
        "日前，滨海市印发《人才引进办法》。",
        "某部近日印发意见。",
        "图为滨海市新区一角。",
    ]
    assert [article.outlet for article in source.articles[:3]] == ["江河日报", "江河日报", "新华社"]
    assert source.articles[2].date == date(2019, 5, 5)


NOTICE = """国务院办公厅关于促进某某发展的意见

国办发〔2025〕1号

各省、自治区、直辖市人民政府，国务院各部委：

经国务院同意，现提出以下意见。

一、总体要求

（一）指导思想。全面贯彻会议精神。

附件：1.任务分工表

国务院办公厅
2025年1月2日

（此件公开发布）
"""


def test_a_notice_keeps_its_number_its_sections_and_its_signature() -> None:
    article = only(NOTICE)
    assert [line for line in article.body.split("\n") if line] == [
        "国办发〔2025〕1号",
        "各省、自治区、直辖市人民政府，国务院各部委：",
        "经国务院同意，现提出以下意见。",
        "一、总体要求",
        "（一）指导思想。全面贯彻会议精神。",
        "附件：1.任务分工表",
        "国务院办公厅",
        "2025年1月2日",
    ]
    assert not article.truncated


def test_sections_of_a_marked_article_are_no_articles() -> None:
    article = only("# 某省发布数据\n\n某局发布数据。\n\n## 工业增长\n\n工业增长6.5%。\n\n## 消费回暖\n\n消费增长5%。\n")
    assert article.body.split("\n") == ["某局发布数据。", "工业增长", "工业增长6.5%。", "消费回暖", "消费增长5%。"]


def test_headings_of_one_depth_each_begin_an_article() -> None:
    source = page("## 甲市办会\n\n甲市办会。（王芳）\n\n## 乙县修路\n\n乙县修路。\n")
    assert headlines(source) == ["甲市办会", "乙县修路"]
    assert source.articles[0].body == "甲市办会。"


def test_text_below_the_end_of_an_article_is_an_issue() -> None:
    link = "这是另一篇报道的摘要，它说得相当完整，有头有尾，长度也超过一个标题，但不是上文的一部分，不应当读进去。"
    assert kinds(f"甲市办会\n\n甲市今天办会。\n\n相关新闻\n\n{link}\n") == ["unread-text"]


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("会议通过《某办法。", "unbalanced-bracket", 4),
        ("会议于2月30日召开。", "no-such-date", 3),
        ("会议\ufffd召开。", "replacement-character", 2),
    ],
)
def test_what_is_not_understood_is_an_issue_with_its_offset(text: str, kind: str, at: int) -> None:
    (issue,) = read(text.encode(), "page.txt")[1]
    assert (issue.source, issue.kind, issue.start) == ("page.txt", kind, at)


def test_a_quotation_over_several_paragraphs_is_balanced() -> None:
    assert kinds("他说：“第一，要落实。\n\n“第二，要检查。\n\n“第三，要总结。”\n") == []


def test_a_column_set_by_hand_is_read_as_paragraphs() -> None:
    text = (
        "人民日报 1998年3月4日 第1版\n\n某会议闭幕\n\n"
        "    新华社北京３月３日电 （记者张平、\n李和）某某体制改革工作会议今天\n在北京闭幕。会议指出改革是当前\n"
        "的一项重要任务，各地必须下决心\n抓紧抓好，切实保护农民的利益。\n"
        "    会议要求各级政府加强领导，密\n切配合。（完）\n"
    )
    article = only(text)
    assert article.body.split("\n") == [
        "某某体制改革工作会议今天在北京闭幕。会议指出改革是当前的一项重要任务，各地必须下决心抓紧抓好，切实保护农民的利益。",
        "会议要求各级政府加强领导，密切配合。",
    ]
    assert article.date == date(1998, 3, 3)
    assert [name.chars for name in article.reporters] == ["张平", "李和"]
