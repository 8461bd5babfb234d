"""The life of policies: the steps that sentences tell, with their dates, and the numbers of documents."""

from kg.extraction.policies.finder import milestones
from kg.extraction.policies.numbers import document_numbers

__all__ = ["document_numbers", "milestones"]
