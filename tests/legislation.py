"""A graph of policies by hand: a regulation of five years with its draft, a law of the gazetteer, what is repealed."""

from __future__ import annotations

from datetime import date

import marked
from kg.model import Article, Entity, Evidence, Knowledge, SentenceRef, Source, StatusChange

DAY = date(2025, 11, 20)
ISSUED = "国务院公布《数据条例》。"
FORCE = "《数据条例》自2026年1月1日起施行，有效期5年，《暂行办法》同时废止。"
OPEN = "《港口法（草案）》公开征求意见，截止日期为2025年12月20日。"
SINCE = "《海商法》施行以来，航运业稳步发展。"
OPINION = "《意见》印发。"
REPORT = "《航运报告》发布。"


def source() -> Source:
    page, _ = marked.article(ISSUED, FORCE, OPEN, SINCE, OPINION, REPORT)
    dated = Article(0, "report", None, page.sentences, date=DAY, year=DAY.year)
    return marked.source(dated)


def knowledge() -> Knowledge:
    page = source()
    issued, force, open_, since, opinion, report = (
        (Evidence(SentenceRef(page.sha256, 0, number), 0.9, "policies/rule", (0, 2)),) for number in range(6)
    )
    new_year, last = date(2026, 1, 1), date(2030, 12, 31)
    return Knowledge(
        (page,),
        (
            Entity("policy/data", "Policy", "regulation", "《数据条例》", identifiers=("国务院令第820号",)),
            Entity("policy/harbours", "Policy", "law", "《港口法》"),
            Entity("policy/harbours-draft", "Policy", "draft", "《港口法（草案）》", draft_of="policy/harbours"),
            Entity("policy/interim", "Policy", "regulation", "《暂行办法》"),
            Entity("policy/opinion", "Policy", "opinion", "《意见》"),
            Entity("policy/report", "Policy", "notice", "《航运报告》"),
            Entity("policy/shipping", "Policy", "law", "《海商法》"),
            Entity("policy/water", "Policy", "law", "《水法》", in_gazetteer=True),
        ),
        changes=(
            StatusChange("policy/data", "issued", 0.9, issued, date(2025, 11, 1), "month", ("11月",)),
            StatusChange("policy/data", "inForce", 0.9, force, new_year, "day", ("2026年1月1日",), last, "planned"),
            StatusChange("policy/harbours-draft", "draft", 0.9, open_, until=date(2025, 12, 20)),
            StatusChange("policy/interim", "issued", 0.9, opinion, date(2020, 5, 1)),
            StatusChange("policy/interim", "repealed", 0.9, force, new_year, modality="planned"),
            StatusChange("policy/opinion", "issued", 0.9, opinion),
            StatusChange("policy/report", "issued", 0.9, report),
            StatusChange("policy/shipping", "inForce", 0.8, since),
            StatusChange("policy/water", "inForce", 1.0, (), date(2016, 7, 2)),
        ),
    )
