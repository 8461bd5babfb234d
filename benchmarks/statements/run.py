"""Statements beside what a user would take today, in one table (see README.md).

    python benchmarks/statements/run.py --gold FOLDER … [--denied FILE.tsv]

``--gold`` folders hold NAME.txt and NAME.json. Every system is given the sentences of our reader,
so that none stumbles over a page's layout. Ends are compared by name, since the rivals link
nothing. Rivals that are not installed are left out and named.
"""

from __future__ import annotations

import argparse
import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from types import ModuleType

from kg import pipeline
from kg.characters import normal
from kg.evaluation import gold
from kg.evaluation.tally import Tally
from kg.linking.linker import link
from kg.model import Article, Knowledge, Sentence, SentenceRef, Source, Statement, Text
from kg.reading import read

HERE = Path(__file__).resolve().parent
PAIRS = HERE.parent / "factuality" / "pairs.tsv"
_MARK = re.compile(r"\[\w+\|([^\]|]+)\|([soac])\]")
_NAMES = ("nr", "nrt", "nrfg", "ns", "nt")  # jieba's tags of persons, places and bodies
_LEAST = 2  # characters of a name
Names = frozenset[str]


@dataclass(frozen=True)
class Edge:
    """Two things, each by all its names, and what is said of them: ``""`` where the system has no types."""

    subject: Names
    object: Names
    predicate: str = ""
    quoted: bool = False  # says itself where in the source it stands, and it does stand there


@dataclass(frozen=True)
class System:
    name: str
    edges: Callable[[Source], Iterable[Edge]]
    typed: bool = False


@dataclass
class Row:
    pairs: Tally = field(default_factory=Tally)
    typed: Tally = field(default_factory=Tally)
    edges: int = 0
    quoted: int = 0


def keys(*names: str) -> Names:
    return frozenset(normal(name).lower() for name in names)


def zhimai(source: Source) -> Iterator[Edge]:
    """What a build affirms; what only the gazetteer says, no text says."""
    knowledge = link([pipeline.extract(source)])
    names = {entity.id: keys(entity.label, *entity.alt_labels) for entity in knowledge.entities}
    for statement in knowledge.statements:
        if statement.polarity == "affirmed" and statement.evidence:
            ends = (names[statement.subject], names[statement.object])
            yield Edge(*ends, statement.predicate, _quoted(knowledge, statement))


def _quoted(knowledge: Knowledge, statement: Statement) -> bool:
    """Whether each sentence that it names stands in the source where it says, character by character."""
    return all(_stands(knowledge, evidence.where) for evidence in statement.evidence)


def _stands(knowledge: Knowledge, where: SentenceRef) -> bool:
    source, text = knowledge.source(where.source).text, knowledge.sentence(where).text
    return all(source[offset] == char for char, offset in zip(text.chars, text.offsets, strict=True))


def sentences(source: Source) -> Iterator[str]:
    return (sentence.text.chars for article in source.articles for sentence in article.sentences)


def co_occurrence(names: Callable[[Source], Iterable[set[str]]]) -> Callable[[Source], Iterator[Edge]]:
    """Every two names of one sentence are joined."""

    def edges(source: Source) -> Iterator[Edge]:
        for found in names(source):
            yield from (Edge(keys(one), keys(other)) for one, other in combinations(sorted(found), 2))

    return edges


def our_names(source: Source) -> Iterator[set[str]]:
    by_sentence: dict[tuple[int, int], set[str]] = {}
    for mention in pipeline.extract(source).mentions:
        by_sentence.setdefault((mention.article, mention.sentence), set()).add(mention.surface)
    return iter(by_sentence.values())


def jieba_names(source: Source) -> Iterator[set[str]]:
    posseg = importlib.import_module("jieba.posseg")
    for sentence in sentences(source):
        yield {pair.word for pair in posseg.cut(sentence) if pair.flag in _NAMES and len(pair.word) >= _LEAST}


def jiagu(module: ModuleType) -> Callable[[Source], Iterator[Edge]]:
    rows = [line.split("\t") for line in (HERE / "jiagu.tsv").read_text(encoding="utf-8").splitlines()]
    ours = {row[0]: (row[1], row[2] == "yes") for row in rows if len(row) == 3}

    def edges(source: Source) -> Iterator[Edge]:
        for sentence in sentences(source):
            for subject, word, target in module.knowledge(sentence):
                predicate, turned = ours.get(word, (f"jiagu:{word}", False))
                ends = (keys(target), keys(subject)) if turned else (keys(subject), keys(target))
                yield Edge(*ends, predicate)

    return edges


def systems() -> list[System]:
    found = [System("zhimai", zhimai, typed=True)]
    try:
        module = importlib.import_module("jiagu")
        module.init()
        found.append(System("jiagu.knowledge", jiagu(module), typed=True))
    except ImportError:
        print("jiagu is not installed: left out")
    found.append(System("joined, jieba's names", co_occurrence(jieba_names)))
    found.append(System("joined, our names", co_occurrence(our_names)))
    return found


def count(reference: gold.Gold, edges: Iterable[Edge], row: Row) -> None:
    """Add one text: pairs joined whatever the relation, and (typed) direction and predicate too."""
    found = list(edges)
    row.edges += len(found)
    row.quoted += sum(edge.quoted for edge in found)
    disputed = {entity.id for entity in reference.entities if entity.optional}
    known = [(_end(edge.subject, reference), _end(edge.object, reference), edge.predicate) for edge in found]
    told = [t for t in known if t[0] != t[1] and not {t[0], t[1]} & disputed]
    for tally, key in ((row.pairs, _pair), (row.typed, _triple)):
        wanted: set[str] = set()
        spare: set[str] = set()
        for said in reference.statements:
            soft = said.optional or bool({said.subject, said.object} & disputed)
            (spare if soft else wanted).add(key(said.subject, said.object, said.predicate))
        _add(tally, wanted, {key(*one) for one in told} - (spare - wanted))


def _add(tally: Tally, wanted: set[str], found: set[str]) -> None:
    tally.wanted[""] += len(wanted)
    tally.found[""] += len(found)
    tally.right[""] += len(found & wanted)


def _end(names: Names, reference: gold.Gold) -> str:
    """The thing of the reference that bears the most of the names, else a name itself."""
    best = max(reference.entities, key=lambda e: (len(names & e.keys), not e.optional), default=None)
    return best.id if best and names & best.keys else f"?{min(names)}"


def _pair(subject: str, target: str, _: str) -> str:
    return " ".join(sorted((subject, target)))


def _triple(subject: str, target: str, predicate: str) -> str:
    ends = sorted((subject, target)) if predicate == "cooperatesWith" else (subject, target)
    return " ".join((*ends, predicate))


def denied(system: System, pairs: Path) -> tuple[int, int, int]:
    """Pairs of sentences of which one states and one denies: how many, edges of the former, edges of the latter."""
    rows = [row.split("\t") for row in pairs.read_text(encoding="utf-8").splitlines() if row and row[0] != "#"][1:]
    negated = {row[0] for row in rows if row[4] == "negated"}
    stated = Tally()
    for pair, marked, _, _, polarity, _ in rows:
        if pair in negated:
            stated.wanted[polarity] += 1
            stated.found[polarity] += _joins(system, marked)
    return stated.wanted["negated"], stated.found["affirmed"], stated.found["negated"]


def _joins(system: System, marked: str) -> bool:
    """Whether an edge joins the subject and the object that a sentence marks."""
    ends = {part: keys(surface) for surface, part in _MARK.findall(marked)}
    text = _MARK.sub(r"\1", marked)
    sentence = Sentence(0, Text(text, tuple(range(len(text)))))
    source = Source("pair.txt", "", text, "utf-8", (Article(0, "report", None, (sentence,)),))
    wanted = (ends["s"], ends["o"])
    return any(_are(edge, wanted) or _are(edge, wanted[::-1]) for edge in system.edges(source))


def _are(edge: Edge, ends: Sequence[Names]) -> bool:
    return bool(edge.subject & ends[0]) and bool(edge.object & ends[1])


def table(folder: Path, known: Sequence[System]) -> None:
    rows = {system.name: Row() for system in known}
    for file in sorted(folder.glob("*.json")):
        reference = gold.load(file)
        source, _ = read(pipeline.contents(reference.text), reference.text.name)
        for system in known:
            count(reference, system.edges(source), rows[system.name])
    print(f"\n{folder}\n{'':23}{'pairs P':>8}{'R':>7}{'F1':>7}{'typed P':>9}{'R':>7}{'F1':>7}{'edges':>8}{'quoted':>8}")
    for system in known:
        row = rows[system.name]
        pairs, typed = row.pairs.score(), row.typed.score()
        numbers = f"{pairs.precision:8.3f}{pairs.recall:7.3f}{pairs.f1:7.3f}"
        numbers += f"{typed.precision:9.3f}{typed.recall:7.3f}{typed.f1:7.3f}" if system.typed else f"{'—':>9}{'':14}"
        print(f"{system.name:23}{numbers}{row.edges:8}{row.quoted / row.edges if row.edges else 0:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", nargs="*", type=Path, default=[], help="folders of annotated texts")
    parser.add_argument("--denied", type=Path, default=PAIRS, help="sentences in pairs, one stating and one denying")
    args = parser.parse_args()
    known = systems()
    for folder in args.gold:
        table(folder, known)
    print(f"\n{args.denied.name}: joined in how many of the sentences that state it, that deny it")
    for system in known:
        pairs, stated, against = denied(system, args.denied)
        print(f"{system.name:23}{stated:5} of {pairs}{against:8} of {pairs}")


if __name__ == "__main__":
    main()
