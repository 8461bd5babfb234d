"""Dates in sentences: how texts write them (``expressions``), and which days they mean (``calendar``)."""
