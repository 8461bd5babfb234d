"""Whether a sentence says that something is so, is not so, or is yet to be.

A cue counts where it stands in the clause of the words that say it (or right behind them,
as 尚未 … 完成 puts it): 尚未, 否认, 拟, 将, 有望. Cues and what they do are in
graph/lexicon/factuality.tsv.
"""

from __future__ import annotations

import re
from functools import cache

from kg import resources
from kg.characters import simplified
from kg.model import Modality, Polarity

# marks that end a clause; a comma does, since 将 governs only what follows it up to the next one
_CLAUSE = re.compile(r"[，,。；;：:！？!?\n]")
_BEHIND = 4  # how far behind the trigger a cue may stand


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, tuple[Modality, Polarity]]]:
    meaning: dict[str, tuple[Modality, Polarity]] = {}
    blocked: dict[str, str] = {}
    for row in resources.table("lexicon", "factuality.tsv", columns=("cue", "modality", "polarity", "not_in")):
        meaning[row["cue"]] = (row["modality"], row["polarity"])  # type: ignore[assignment]
        blocked[row["cue"]] = row["not_in"]
    pieces = []
    for cue in sorted(meaning, key=lambda c: (-len(c), c)):
        # a cue that is part of another word is none: 将 in 将军, 未 in 未来
        words = [word for word in blocked[cue].split("|") if word]
        guards = "".join(_guard(cue, word) for word in words)
        pieces.append(f"{guards}{re.escape(cue)}")
    return re.compile("|".join(f"(?:{piece})" for piece in pieces)), meaning


def _guard(cue: str, word: str) -> str:
    before, _, after = word.partition(cue)
    behind = f"(?<!{re.escape(before)})" if before else ""
    ahead = f"(?!{re.escape(cue + after)})" if after else ""
    return behind + ahead


def judge(sentence: str, trigger: tuple[int, int]) -> tuple[Modality, Polarity]:
    """Modality and polarity of what the words ``[start, end)`` of a sentence say."""
    start, end = trigger
    sentence = simplified(sentence)
    begin = max((match.end() for match in _CLAUSE.finditer(sentence, 0, start)), default=0)
    expression, meaning = _cues()
    modality: Modality = "asserted"
    polarity: Polarity = "affirmed"
    for match in expression.finditer(sentence, begin, min(end + _BEHIND, len(sentence))):
        found_modality, found_polarity = meaning[match.group()]
        if found_modality != "asserted":
            modality = found_modality
        if found_polarity == "negated":
            polarity = "negated"
    return modality, polarity
