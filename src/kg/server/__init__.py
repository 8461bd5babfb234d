"""A graph over HTTP, read only: SPARQL 1.1 Protocol, Graph Store Protocol, and a page for each thing.

app (routes) asks pool (processes with a deadline), whose workers answer tasks. Wants the extra ``serve``.
"""
