"""The flow, on one page: files -> sources -> extractions -> knowledge."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from kg.errors import InputError
from kg.extraction import policies, recognition, relations
from kg.extraction.events import events
from kg.extraction.figures import figures
from kg.extraction.gazetteer import Gazetteer
from kg.issues import Issue
from kg.linking.decisions import NONE, Decisions
from kg.linking.linker import tie, told
from kg.linking.things import Occurrence
from kg.model import Extraction, Knowledge, Source
from kg.reading import read
from kg.store.state import Record, State

STANDARD_INPUT = Path("-")
BELOW = "below --min-confidence"
DECISIONS = "decisions"  # where an issue is with what the user decided
SUFFIXES = (".txt", ".md", ".markdown")
# what a person would not call a newspaper page; the bound keeps memory in bounds too
LARGEST = 32 * 1024 * 1024
_SHOWN = 3  # of the places that a name may mean
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found, what it did not understand, and which inputs it could not read."""

    knowledge: Knowledge
    issues: tuple[Issue, ...]
    failures: tuple[str, ...]  # one line an input that was skipped
    dropped: tuple[tuple[str, int], ...] = ()  # why a possible statement is none, and how often


def build(
    paths: Sequence[Path],
    default_date: date | None = None,
    *,
    decisions: Decisions = NONE,
    state: State | None = None,
    progress: Progress | None = None,
    min_confidence: float = 0.0,
) -> Build:
    """Files, folders (their .txt and .md files, at any depth) and ``-`` for standard input.

    ``state``: what an earlier build remembers of the same files, for the same decisions and date; the
    result is the same without it. ``min_confidence``: statements that are believed less are left out.
    A file that cannot be read is skipped and listed in ``failures``. Raises InputError where nothing at
    all could be read.
    """
    state = state or State.load(None, decisions, default_date)
    records: list[Record] = []
    failures: list[str] = []
    for path in files(paths, failures):
        if progress:
            progress(path.name)
        try:
            data, called = contents(path), name(path)
            records.append(state.record(data, called, partial(_record, data, called, default_date, decisions)))
        except InputError as error:
            failures.append(str(error))
    if not records:
        raise InputError(
            failures[0] if len(failures) == 1 else f"none of {len(failures)} files could be read: {failures[0]}"
        )
    issues = [issue for record in records for issue in record.issues]
    issues += [Issue(DECISIONS, "decisions-contradict", line) for line in decisions.conflicts()]
    knowledge = tie((record.told for record in records), decisions, state.memo)
    sure = replace(knowledge, statements=tuple(s for s in knowledge.statements if s.confidence >= min_confidence))
    dropped = Counter({BELOW: len(knowledge.statements) - len(sure.statements)})
    for record in records:
        dropped.update(dict(record.told.extraction.dropped))
    return Build(sure, tuple(sorted(issues)), tuple(failures), tuple(sorted(dropped.items())))


def _record(data: bytes, name: str, default_date: date | None, decisions: Decisions) -> Record:
    source, issues = read(data, name, default_date)
    found = told(extract(source), decisions)
    if not found.extraction.mentions:
        nothing = "no organisation, place, project, policy or person was found"
        issues = (*issues, Issue(source.name, "no-entity", nothing))
    return Record(found, (*issues, *_ambiguous(source, found.occurrences)))


def _ambiguous(source: Source, named: Iterable[Occurrence]) -> Iterator[Issue]:
    """The places of a source that may be several of the gazetteer's, each once: they stay nodes of their own."""
    gazetteer = Gazetteer.load()
    names = {occurrence.cluster.canonical for occurrence in named if _unknown_place(occurrence)}
    for called in sorted(names):
        places = [entry for entry in gazetteer.called(called) if entry.type == "Place"]
        if len(places) > 1:
            which = "、".join(
                gazetteer.entries[e.parent].name + e.name if e.parent else e.name for e in places[:_SHOWN]
            )
            yield Issue(source.name, "ambiguous-place", f"{called}: one of {len(places)} places ({which} …)")


def _unknown_place(occurrence: Occurrence) -> bool:
    return occurrence.cluster.type == "Place" and occurrence.cluster.key is None


def extract(source: Source) -> Extraction:
    """All that one source says; depends on the source and on graph/ alone."""
    mentions = [(article, recognition.recognise(article)) for article in source.articles]
    judged = [relations.judge(article, found) for article, found in mentions]
    return Extraction(
        source=source,
        mentions=tuple(mention for _, found in mentions for mention in found),
        claims=tuple(claim for one in judged for claim in one.claims),
        figures=tuple(figure for article, found in mentions for figure in figures(article, found)),
        events=tuple(event for article, found in mentions for event in events(article, found)),
        milestones=tuple(step for article, found in mentions for step in policies.milestones(article, found)),
        numbers=tuple(number for article, found in mentions for number in policies.document_numbers(article, found)),
        dropped=tuple(sorted(sum((Counter(one.dropped) for one in judged), Counter[str]()).items())),
    )


def files(paths: Iterable[Path], failures: list[str] | None = None) -> Iterator[Path]:
    """The files that ``paths`` stand for, each once, those of a folder by name.

    A folder without a text is one line in ``failures``. Whether a file exists is seen when it is read.
    """
    seen: set[Path] = set()
    for path in paths:
        found = [path]
        if path != STANDARD_INPUT and path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
            if not found and failures is not None:
                failures.append(f"{path}: no {', '.join(SUFFIXES)} file in this folder; name the files themselves")
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def contents(path: Path) -> bytes:
    """The file's bytes. Raises InputError: one line that names it and the remedy."""
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
        _check_size("standard input", len(data))
        return data
    try:
        _check_size(str(path), path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; check the name") from error
    except PermissionError as error:
        raise InputError(f"{path}: no permission to read it; change its mode or run as its owner") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the disk") from error


def _check_size(name: str, size: int) -> None:
    if size > LARGEST:
        raise InputError(
            f"{name}: {size / 2**20:.0f} MB, more than the {LARGEST // 2**20} MB that one page may have; split it"
        )


def name(path: Path) -> str:
    return "standard-input.txt" if path == STANDARD_INPUT else path.name
