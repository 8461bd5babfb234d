"""Asks a graph: loading it, SPARQL within limits, named queries, cards of entities, safe files."""
