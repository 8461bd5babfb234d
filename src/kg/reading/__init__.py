"""Newspaper pages -> articles and sentences, every character with its offset in the source."""

from kg.reading.reader import read

__all__ = ["read"]
