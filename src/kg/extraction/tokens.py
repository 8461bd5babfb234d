"""Words and their dictionary tags: the only door to jieba."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from functools import cache
from pathlib import Path

import jieba

jieba.setLogLevel(logging.WARNING)


@cache
def _tokenizer() -> jieba.Tokenizer:
    """jieba's own dictionary and nothing else, so that no user dictionary changes a build.

    jieba keeps its compiled dictionary in a file and believes what it finds there. Ours lies in a
    folder of the user's own, under a name that holds the dictionary's hash; where no such folder
    can be made, the dictionary is compiled anew in each process.
    """
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as dictionary:
        digest = hashlib.sha256(dictionary.read()).hexdigest()[:16]
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "zhimai"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(folder)
        tokenizer.cache_file = f"jieba-{digest}"
        tokenizer.initialize()
    except (OSError, RuntimeError):
        with tempfile.TemporaryDirectory() as passing:
            tokenizer.tmp_dir = passing
            tokenizer.initialize()
    return tokenizer


@cache
def _tags() -> dict[str, str]:
    """Word -> part-of-speech tag (ns, nr, nt, v …) as jieba's dictionary has it."""
    tags = {}
    with _tokenizer().get_dict_file() as lines:
        for line in lines:
            word, _, tag = line.decode("utf-8").strip().split(" ")
            tags[word] = tag
    return tags


def words(text: str) -> list[str]:
    """``text`` cut into words; joined, they are ``text`` again."""
    return list(_tokenizer().cut(text))


def tag(word: str) -> str:
    """The word's tag in the dictionary, ``""`` where it is not in it."""
    return _tags().get(word, "")
