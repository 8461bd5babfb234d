"""Events: dated happenings, each with the words that say it and those that take part."""

from kg.extraction.events.finder import events

__all__ = ["events"]
