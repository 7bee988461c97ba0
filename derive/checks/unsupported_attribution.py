"""A statement is put into a speaker's mouth, and no original has it: neither from anybody nor as narration.

The worst a rewrite can do: somebody is on record with words that nobody can show.

Fires:
- "Lindqvist warned that …" where no original gives the warning to anyone and no narration tells it
- the same for a body or a described group ("the mayor's office", "port officials in Halden")

Quiet:
- sentences that tell some sentence of an original, in whatever words
- quotations: `unsupported-quote` looks after them
- vague speakers (officials, experts), further statements of the same sentence
- the own reporting of a rewrite that only lifts some sentences
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.credits import Credits
from derive.checks.examination import Check, Examination
from derive.facts.speakers import Certainty, Entity, Kind, Statement
from derive.model import Change, Sentence, Severity

_ABSENT = 0.5  # share of the content's weight that two sentences of an original may hold by topic alone
_LINKED = 0.7  # score from which a link says that the sentence tells one of an original
_RETOLD = 0.6  # share of the rewrite that must come from the originals before a stranger's words are suspect


def run(examination: Examination) -> Iterator[Change]:
    """At most one change in a sentence."""
    credits: Credits | None = None
    last: Sentence | None = None
    for statement in examination.rewrite.facts.statements:
        sentence = examination.rewrite.document.sentence_at(statement.span.start)
        if sentence is None or sentence == last or not _examined(examination, statement, sentence):
            continue
        credits = credits or Credits(examination)
        support = credits.support(statement)
        if support is None or support >= _ABSENT:
            continue
        last = sentence
        words = " ".join(statement.text.split())
        message = f'"{words}" — no original has this statement, from anyone'
        yield Change("unsupported-attribution", Severity.WARNING, message, statement.span, None, words.casefold())


def _examined(examination: Examination, statement: Statement, sentence: Sentence) -> bool:
    """Whether a statement would have to have a counterpart, and seems to have none."""
    if statement.quote is not None or statement.certainty is Certainty.UNKNOWN:
        return False
    if any(place.score >= _LINKED for place in examination.linked(sentence)):
        return False
    if not any(_specific(one) for one in statement.entities) or examination.is_own_reporting(sentence):
        return False
    known = {token.norm for source in examination.sources for token in source.document.tokens}
    if any(name[-1] in known for one in statement.entities for name in one.names):
        return True
    return max(relation.coverage.rewrite for relation in examination.relations) >= _RETOLD


def _specific(speaker: Entity) -> bool:
    """Whether a reader would know whom to ask."""
    return bool(speaker.names) or (speaker.kind in (Kind.BODY, Kind.GROUP) and bool(speaker.about))


CHECK = Check("unsupported-attribution", "a statement that no original has", Severity.WARNING, run, __doc__)
