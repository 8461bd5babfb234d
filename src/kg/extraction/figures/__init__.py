"""Figures: numbers with what they measure."""

from kg.extraction.figures.finder import figures

__all__ = ["figures"]
