"""Chinese newspaper text in, a knowledge graph with evidence out."""
