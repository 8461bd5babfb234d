"""Whether a sentence says that something is so, is not so, or is yet to be.

A cue counts where it stands in the clause of the words that say it (or right behind them,
as 尚未 … 完成 puts it): 尚未, 否认, 拟, 将, 有望. Cues and what they do are in
graph/lexicon/factuality.tsv.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from kg import resources
from kg.characters import simplified
from kg.model import Modality, Polarity

# marks that end a clause; a comma does, since 将 governs only what follows it up to the next one
_CLAUSE = re.compile(r"[，,。；;：:！？!?\n]")
_BEHIND = 4  # how far behind the trigger a cue may stand


@cache
def _cues() -> tuple[re.Pattern[str], tuple[tuple[Modality, Polarity], ...]]:
    """One expression with a group a cue, and what each cue does, in the order of the groups."""
    rows = resources.table("lexicon", "factuality.tsv", columns=("cue", "modality", "polarity", "not_in"))
    rows.sort(key=lambda row: (-len(row["cue"]), row["cue"]))
    pieces = [f"({_guards(row['cue'], row['not_in'])}{row['cue']})" for row in rows]
    meaning = tuple((cast("Modality", row["modality"]), cast("Polarity", row["polarity"])) for row in rows)
    return re.compile("|".join(pieces)), meaning


def _guards(cue: str, words: str) -> str:
    """A cue that is part of another word is none: 将 in 将军, 未有 in 前所未有."""
    guards = ""
    for word in filter(None, words.split("|")):
        before, _, after = word.partition(cue)
        behind = f"(?<={before})" if before else ""
        guards += f"(?!{behind}{cue}{after})"
    return guards


def judge(sentence: str, trigger: tuple[int, int]) -> tuple[Modality, Polarity]:
    """Modality and polarity of what the words ``[start, end)`` of a sentence say."""
    sentence = simplified(sentence)
    start, end = trigger
    begin = max((match.end() for match in _CLAUSE.finditer(sentence, 0, start)), default=0)
    stop = _CLAUSE.search(sentence, end)
    limit = min(end + _BEHIND, stop.start() if stop else len(sentence))
    expression, meaning = _cues()
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    for match in expression.finditer(sentence, begin, limit):
        found_modality, found_polarity = meaning[(match.lastindex or 1) - 1]
        if found_modality != "asserted":
            modality = found_modality
        if found_polarity == "negated":
            polarity = "negated"
    return modality, polarity
