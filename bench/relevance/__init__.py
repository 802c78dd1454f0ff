"""How good the search is at its work: judged questions over one collection, asked of ours and of its peers.

`python -m bench.relevance laws.zip` prints the table; `questions.yaml` holds the questions and what answers
them, judged by meaning before anything was asked. Questions with an even number may be used for tuning;
the others are only reported.
"""
