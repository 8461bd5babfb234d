"""The file of the user's decisions: read, and added to, a line at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.linking.decisions import NONE, VERBS, Decision, Decisions, refer
from kg.model import ENTITY_TYPES
from kg.store.files import write_whole

FILE: Final = Path("decisions.tsv")
_BREAKS: Final = "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # what ends a cell or a line
_HEADER: Final = "# What was decided by hand about the things of this graph: kg build obeys it. See: kg same --help\n"


def read(path: Path = FILE) -> Decisions:
    """The file's decisions; none where there is no file. Raises InputError, with the line, where one is no decision."""
    text = _text(path)
    if text is None:
        return NONE
    lines = enumerate(text.splitlines(), 1)
    return Decisions(
        tuple(
            _decision(line, f"{path}:{number}") for number, line in lines if line.strip() and not line.startswith("#")
        )
    )


def append(decision: Decision, path: Path = FILE) -> bool:
    """Add a line; False where it stands there already. Raises InputError where it contradicts another line."""
    if any(char in name for name in (decision.first, decision.second) for char in _BREAKS):
        raise InputError(f"{path}: a name may hold no tab and no line end; leave it out")
    checked = _decision(decision.line, str(path))
    known = read(path)
    if checked in known.lines:
        return False
    conflicts = Decisions((*known.lines, checked)).conflicts()
    if set(conflicts) - set(known.conflicts()):
        raise InputError(f"{path}: this contradicts what it says already ({conflicts[-1]}); remove one of the lines")
    before = _text(path) or _HEADER
    write_whole(path, (before + ("" if before.endswith("\n") else "\n") + checked.line + "\n").encode("utf-8"))
    return True


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text ({error}); mend or remove it") from error


def _decision(line: str, where: str) -> Decision:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) < 3 or cells[0] not in VERBS or not cells[1] or not cells[2]:
        raise InputError(f"{where}: not a decision; write {', '.join(VERBS)}, then two names, tabs between")
    if cells[0] == "retype" and cells[2] not in ENTITY_TYPES:
        raise InputError(f"{where}: {cells[2]} is no type; write one of {', '.join(ENTITY_TYPES)}")
    if cells[0] in ("same", "different") and refer(cells[1]) == refer(cells[2]):
        raise InputError(f"{where}: both sides are {cells[1]}; where two things bear one name, write their ids")
    return Decision(cells[0], cells[1], cells[2])
