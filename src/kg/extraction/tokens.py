"""Words and their dictionary tags: the only door to jieba."""

from __future__ import annotations

import logging
import os
import tempfile
from functools import cache

import jieba

jieba.setLogLevel(logging.WARNING)


@cache
def _tokenizer() -> jieba.Tokenizer:
    """jieba's own dictionary and nothing else, so that no user dictionary changes a build.

    jieba keeps its compiled dictionary in a file; where no folder for it can be written, it
    is compiled anew in each process.
    """
    tokenizer = jieba.Tokenizer()
    folder = tempfile.gettempdir()
    if os.access(folder, os.W_OK):
        tokenizer.tmp_dir = folder
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


def is_word(word: str) -> bool:
    return word in _tags()
