"""Facts changed on purpose, and facts honestly restyled: what is found, and what is flagged that should not be.

The planters look for facts with simple regular expressions of their own and never with derive's grammars: a form that
derive cannot read would otherwise never be planted, and the benchmark would measure itself.
"""
