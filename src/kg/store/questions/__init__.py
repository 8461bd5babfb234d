"""Questions in Chinese, each answered by a named query or by none.

A query's ``# ask-zh:`` lines say how people ask for it; a question that one of them matches from its
first character to its last, with names that the graph knows, is that query with those values.
Everything else is refused, with the reason and the nearest questions that could be answered.

wording    a question as it is compared: one kind of characters, no 请问 and no 呢
patterns   the ways to ask for a query, and how a question may be cut along one
periods    days, months and years as written
slots      what the cut-out words are: entities of the graph, days, numbers
reading    the one query that a question asks for, or why there is none
nearest    example questions most like one
"""
