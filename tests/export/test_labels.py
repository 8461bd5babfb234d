from __future__ import annotations

from kg.export.labels import Label, labels
from kg.model import ENTITY_TYPES, POLICY_STATUSES, PREDICATES


def test_every_type_and_predicate_has_a_word_in_both_languages_and_directions() -> None:
    found = labels()
    assert tuple(found.type) == ENTITY_TYPES
    assert tuple(found.predicate) == PREDICATES
    assert set(found.inverse) == set(PREDICATES)
    assert set(found.status) == set(POLICY_STATUSES)
    for named in (found.type, found.subtype, found.predicate, found.inverse, found.status):
        assert all(label.zh and label.en for label in named.values())


def test_a_subtype_is_called_after_its_finest_class() -> None:
    assert labels().subtype["county"] != labels().subtype["province"]
    assert labels().subtype["university"].en == "university"


def test_only_a_symmetric_predicate_reads_the_same_from_its_object() -> None:
    found = labels()
    assert found.symmetric == ("cooperatesWith",)
    assert [name for name in PREDICATES if found.inverse[name] == found.predicate[name]] == ["cooperatesWith"]
    assert found.inverse["locatedIn"] != Label("", "")
