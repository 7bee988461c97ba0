"""A statement is put into a named speaker's mouth, and no original has it: neither from anybody nor as narration.

The worst a rewrite can do: somebody is on record with words that nobody can show.

Fires:
- "Lindqvist warned that …" where no original gives the warning to anyone and no narration tells it

Quiet:
- statements that any original credits or tells, in whatever words
- quotations: `unsupported-quote` looks after them
- unnamed speakers, and the own reporting of a partial derivation
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.credits import Credits
from derive.checks.examination import Check, Examination
from derive.facts.speakers import Certainty
from derive.model import Change, Severity

_ABSENT = 0.36  # share of the content's weight that some passage holds by topic alone
_LEAST = 2  # stems that a statement must have to be looked for


def run(examination: Examination) -> Iterator[Change]:
    """One change for each statement without support."""
    credits = Credits(examination)
    document = examination.rewrite.document
    for statement in examination.rewrite.facts.statements:
        sentence = document.sentence_at(statement.span.start)
        if sentence is None or statement.quote is not None or statement.certainty is Certainty.UNKNOWN:
            continue
        if not any(one.names for one in statement.entities) or examination.is_own_reporting(sentence):
            continue
        support = credits.support(statement)
        if support is None or support >= _ABSENT:
            continue
        message = f'"{statement.text}" — no original has this statement, from anyone'
        yield Change(
            "unsupported-attribution", Severity.WARNING, message, statement.span, None, statement.text.casefold()
        )


CHECK = Check("unsupported-attribution", "a statement that no original has", Severity.WARNING, run, __doc__)
