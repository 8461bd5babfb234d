"""The life of policies: the steps that sentences tell, with their dates, and the numbers of documents."""

from kg.extraction.policies.finder import milestones

__all__ = ["milestones"]
