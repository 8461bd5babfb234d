"""How right a build is, against texts that people annotated.

gold        reads a reference answer
nodes       things and statements: one node a thing, as a reader of the graph counts
spans       mentions: the exact stretch and type, as the field's benchmarks count
measure     builds each annotated text on its own and counts
"""
