from __future__ import annotations

import gc

import pytest

from kg import garbage


def test_garbage_is_sought_as_before_once_the_work_is_done() -> None:
    usual = gc.get_threshold()
    with garbage.rarely_sought():
        assert gc.get_threshold() > usual
        assert gc.isenabled()
    assert gc.get_threshold() == usual


def test_also_where_the_work_failed() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="failed"), garbage.rarely_sought():
        raise ValueError("failed")
    assert gc.get_threshold() == usual
