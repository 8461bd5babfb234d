"""Sends a graph to a server that speaks SPARQL 1.1. Nothing else of the package uses the network."""
