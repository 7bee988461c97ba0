"""A statement is put into a speaker's mouth, and no original has it: neither from anybody nor as narration.

The worst a rewrite can do: somebody is on record with words that nobody can show.

Fires:
- "Lindqvist warned that …" where no original gives the warning to anyone and no narration tells it
- a clause with a speaker, hung on to a sentence that the original has: "…, and the palace said the king would come"
- the same for a body or a described group ("the mayor's office", "port officials in Halden")

Quiet:
- sentences that tell some sentence of an original, in whatever words
- quotations: `unsupported-quote` looks after them
- vague speakers (officials, experts), further statements of the same sentence
- the own reporting of a rewrite that only lifts some sentences
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.credits import Credits, credits_of
from derive.checks.examination import Check, Examination
from derive.checks.sayings import content_stems, words_in
from derive.facts.reading import within
from derive.facts.speakers import Certainty, Entity, Kind, Statement, Verdict, compare, posts
from derive.model import Change, Document, Role, Sentence, Severity

_ABSENT = 0.5  # share of the content's weight that two sentences of an original may hold by topic alone
_BRIEF = 3  # content words up to which the topic alone may make up more
_ABSENT_BRIEF = 0.66  # the share for them, where a name speaks
_LINKED = 0.85  # score from which a link says that the sentence tells one of an original
_LOOSE = 0.82  # the same, where the statement shares words with some sentence
_HALF = 0.5  # share of the rewrite below which it has reporting of its own: with speakers whom no original knows
_SOME = 0.15  # the share that it must have then
_NONE = 0.12  # share below which an original has nothing of it, whatever the rest of its sentence is linked to
_HUNG = 0.25  # the same for a clause that only hangs on to the sentence
_SAME_SPEAKER = 0.3  # the share from which it tells what its speaker says in a linked sentence
_WORDS = 4  # content words that a statement must have then
_ADDED = 2  # content words of a clause that only hangs on to what the sentence is linked for
_GROUP = 3  # words of a verb: "had also told"
_AGAIN = frozenset({"so", "same", "likewise", "similarly"})
_HANGERS = ("and", "but", "though", "although", "while", "whereas")
_PART = 0.45  # share of its sentence's content words that it may be then: the link is for the rest


def run(examination: Examination) -> Iterator[Change]:
    """At most one change in a sentence."""
    last: Sentence | None = None
    for statement in examination.rewrite.facts.statements:
        sentence = examination.rewrite.document.sentence_at(statement.span.start)
        if sentence is None or sentence == last or not _examined(examination, statement, sentence):
            continue
        if not _is_absent(examination, credits_of(examination), statement, sentence):
            continue
        last = sentence
        words = " ".join(statement.text.split())
        message = f'"{words}" — no original has this statement, from anyone'
        yield Change("unsupported-attribution", Severity.WARNING, message, statement.span, None, words.casefold())


def _examined(examination: Examination, statement: Statement, sentence: Sentence) -> bool:
    """Whether a statement, sure to be one and of that speaker, would have to have a counterpart."""
    if sentence.role is Role.HEADLINE or statement.quote is not None or statement.certainty is not Certainty.SURE:
        return False
    if not any(_specific(one) for one in statement.entities) or examination.is_own_reporting(sentence):
        return False
    half = all(one.coverage.rewrite >= _HALF for one in examination.relations)
    if not examination.partial and (half or not examination.is_away(sentence)):
        return True
    known = {token.norm for source in examination.sources for token in source.document.tokens}
    return any(name[-1] in known for one in statement.entities for name in one.names)


def _is_absent(examination: Examination, credits: Credits, statement: Statement, sentence: Sentence) -> bool:
    """Whether no original tells what a statement says."""
    document = examination.rewrite.document
    said = len(content_stems(document, words_in(document, statement.content)))
    support = credits.support(statement)
    brief = said <= _BRIEF and not statement.pronoun
    if support is None or support >= (_ABSENT_BRIEF if brief else _ABSENT):
        return False
    if said <= _BRIEF and any(document.tokens[at].norm in _AGAIN for at in words_in(document, statement.content)):
        return False  # "Many thought so too, Lindqvist said": the sentence before tells what
    if statement.cue == "put":  # "officials put the loss at 5m": figures have checks of their own
        return False
    speaks = _speaks_there(examination, statement, sentence)
    if not _linked(examination, sentence, _LOOSE):
        return support < _SAME_SPEAKER or not speaks
    if not _linked(examination, sentence, _LINKED):
        return support < _SOME
    if speaks or statement.entities[0].kind is Kind.OUTLET:
        return False
    part = said / max(1, len(content_stems(document, range(*sentence.tokens))))
    hangs = _hangs_on(document, statement, sentence)
    return support < (_HUNG if hangs else _NONE) and said >= (_ADDED if hangs else _WORDS) and part <= _PART


def _speaks_there(examination: Examination, statement: Statement, sentence: Sentence) -> bool:
    """Whether a sentence that tells this one credits something to the same speaker, or to what bears his name."""
    names = [name for one in statement.entities for name in one.names]
    called = {name[-1] for name in names} | {"".join(word[0] for word in name) for name in names}
    for place in examination.linked(sentence):
        reading = examination.sources[place.source]
        for other in within(reading.facts.statements, place.sentence.span):
            words = words_in(reading.document, (other.speaker,))
            if called & {reading.document.tokens[at].norm for at in words}:
                return True
            if compare(statement.entities, other.entities) is Verdict.SAME:
                return True
    return False


def _hangs_on(document: Document, statement: Statement, sentence: Sentence) -> bool:
    """Whether a statement is an added clause: "…, and the palace said", "…; the union said", "…, who told him"."""
    before = document.plain[sentence.span.start : statement.span.start].rstrip()
    _, who, verb = statement.text.rpartition(", who ")
    clause = bool(who) and len(verb.split()) <= _GROUP
    return clause or before.endswith(";") or before.split()[-1:] in [[word] for word in _HANGERS]


def _linked(examination: Examination, sentence: Sentence, least: float) -> bool:
    return any(place.score >= least for place in examination.linked(sentence))


def _specific(speaker: Entity) -> bool:
    """Whether a reader would know whom to ask."""
    described = speaker.kind in (Kind.BODY, Kind.GROUP) and bool(speaker.about)
    post = speaker.kind in (Kind.PERSON, Kind.BODY) and not speaker.plural and bool(speaker.roles & posts())
    return bool(speaker.names) or described or post


CHECK = Check("unsupported-attribution", "a statement that no original has", Severity.WARNING, run, __doc__)
