"""Makes the tables of ``graph/gazetteer/`` from collected lists. Run ``tools/make_gazetteer.py``."""
