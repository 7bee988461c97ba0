"""Credits that the rewrite left out: what an original only has from somebody, told as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.credits import Credits, Passage
from derive.checks.examination import Examination
from derive.checks.sayings import content_stems
from derive.facts.speakers import Act, Certainty, Entity, Kind, Statement, Verdict, compare, keeps_credit
from derive.model import Role, Sentence, Span
from derive.text.words import forms

_RETOLD = 0.75  # share of the weight, both ways, from which a sentence is the statement and nothing else
_TOLD = 0.5  # share that the original's own narration may hold, or the fact has its word too
_LINKED = 0.7
_LEAST = 4  # content stems of the sentence
_SHOWN = 6  # words of the sentence that the finding shows
_FEW = 2  # the same for a verdict, "called her answer evasive"
_VIEWS = frozenset({Act.DESCRIBE, Act.SAY, Act.CLAIM, Act.DENY, Act.THINK, Act.WARN})


def dropped(examination: Examination, credits: Credits) -> Iterator[tuple[Span, Passage]]:
    """The first words of each sentence that lost its credit, and the original's passage that has it."""
    document = examination.rewrite.document
    said: dict[int, list[Statement]] = {}
    for statement in examination.rewrite.facts.statements:
        for span in (*statement.content, statement.span):
            if (sentence := document.sentence_at(span.start)) is not None:
                said.setdefault(sentence.index, []).append(statement)
    for sentence in examination.sentences:
        if sentence.role is not Role.BODY or sentence.index in said or not _bare(examination, sentence):
            continue
        passage = _origin(examination, credits, sentence)
        if passage is None:
            continue
        beside = (sentence.index - 1, sentence.index + 1)
        # A verdict ("called it a sham") is gone even where its author speaks in the next sentence.
        around = beside[:1] if _is_verdict(passage) else beside
        near = [one for index in around for one in said.get(index, ())]
        if not any(compare(one.entities, passage.entities) is Verdict.SAME for one in near):
            words = document.words(sentence)[:_SHOWN]
            yield words[0].span.to(words[-1].span), passage


def _bare(examination: Examination, sentence: Sentence) -> bool:
    """Whether a sentence tells an original's in the rewrite's own voice: no quotation, no word that keeps a credit."""
    if not any(place.score >= _LINKED for place in examination.linked(sentence)):
        return False
    if any(quote.span.overlaps(sentence.span) for quote in examination.rewrite.facts.quotes):
        return False
    return not any(keeps_credit(token.norm) for token in examination.rewrite.document.words(sentence))


def _origin(examination: Examination, credits: Credits, sentence: Sentence) -> Passage | None:
    """The indirect statement that a sentence tells wholly, if the original's narration does not tell it too."""
    stems = content_stems(examination.rewrite.document, range(*sentence.tokens))
    best: tuple[float, Passage] | None = None
    for passage in credits.passages:
        if stems.isdisjoint(passage.stems):
            continue
        shared = credits.weight(stems & passage.stems)
        own = stems - _described(passage.entities)
        if len(own) < (_FEW if _is_verdict(passage) else _LEAST) or shared <= 0:
            continue
        share = min(1.0, shared / credits.weight(own))
        if passage.statement is None:
            if share >= _TOLD:
                return None
        elif share >= _RETOLD and shared / credits.weight(passage.stems) >= _RETOLD and _is_view(passage):
            best = max(best or (0.0, passage), (share, passage), key=lambda one: one[0])
    return best[1] if best is not None else None


def _is_verdict(passage: Passage) -> bool:
    """Whether a passage only calls something a name."""
    return passage.statement is not None and passage.statement.act is Act.DESCRIBE


def _described(entities: tuple[Entity, ...]) -> frozenset[str]:
    """The stems of the words for a speaker, who may turn up as the one that the sentence is about."""
    words = {word for one in entities for name in one.names for word in name}
    for one in entities:
        words |= one.roles | one.about
    return frozenset(forms(word)[1] for word in words)


def _is_view(passage: Passage) -> bool:
    """Whether a passage is what one party says: no quotation, no outlet, no document, no official count."""
    statement = passage.statement
    if statement is None or statement.quote is not None or statement.act not in _VIEWS:
        return False
    # "according to the institute" sources a figure more often than it holds a claim at arm's length.
    party = all(
        one.kind is Kind.PERSON or (one.kind is Kind.BODY and statement.cue != "according to")
        for one in passage.entities
    )
    return bool(passage.entities) and party and statement.certainty is Certainty.SURE
