"""What stands around a passage of an original: who else speaks there, and what of its sentence is left."""

from __future__ import annotations

from derive.checks.credits import Credits, Passage
from derive.checks.examination import Examination
from derive.checks.sayings import words_in
from derive.facts.reading import within
from derive.facts.speakers import Certainty, Entity, Kind, Statement, Verdict, compare, singular
from derive.model import Document, Sentence

_SURE = 0.9  # score from which a link is beyond doubt
_MOST = 0.6  # share of a sentence's words from which a statement is all that it tells


def carried(examination: Examination, credits: Credits, passage: Passage, entities: tuple[Entity, ...]) -> bool:
    """Whether one of the entities is an outlet that reports the passage: "X said …, the Herald reported"."""
    if not all(one.kind is Kind.OUTLET for one in entities) or all(one.kind is Kind.OUTLET for one in passage.entities):
        return False
    document = examination.sources[passage.source].document
    near = {token.norm for at in passage.sentences for token in document.words(document.sentences[at])}
    if any(near.issuperset(name) for one in entities for name in one.names):
        return True  # "X said, as reported by the Herald, …"
    return any(
        other.source == passage.source
        and other.statement is not None
        and (sentence := examination.sources[other.source].document.sentence_at(other.statement.span.start)) is not None
        and sentence.index in passage.sentences
        and compare(entities, other.entities) is Verdict.SAME
        for other in credits.credited
    )


def alone(examination: Examination, credits: Credits, statement: Statement, passage: Passage) -> bool:
    """Whether two linked sentences are nothing but a statement of the rewrite and a passage's, one each."""
    document = examination.rewrite.document
    sentence = document.sentence_at(statement.span.start)
    if sentence is None or len(passage.sentences) != 1 or passage.statement is None:
        return False
    index = min(passage.sentences)
    if not any(
        place.source == passage.source and place.sentence.index == index and place.score >= _SURE
        for place in examination.linked(sentence)
    ):
        return False
    theirs = examination.sources[passage.source].document
    place = theirs.sentences[index]
    others = [
        one
        for one in credits.credited
        if one.source == passage.source and one.statement is not None and place.span.contains(one.statement.span)
    ]
    mine = [
        one
        for one in within(examination.rewrite.facts.statements, sentence.span)
        if one.certainty is not Certainty.UNKNOWN and one.entities
    ]
    return len(others) == len(mine) == 1 and (
        _whole(document, sentence, statement) and _whole(theirs, place, passage.statement)
    )


def words_near(examination: Examination, passage: Passage, words: frozenset[str]) -> bool:
    """Whether one of some words stands in the sentences of a passage, or where its speaker is named."""
    document = examination.sources[passage.source].document
    names = {name[-1] for one in passage.entities for name in one.names}
    for sentence in document.sentences:
        norms = {singular(token.norm) for token in document.words(sentence)}
        if norms & words and (sentence.index in passage.sentences or norms & names):
            return True
    return False


def _whole(document: Document, sentence: Sentence, statement: Statement) -> bool:
    """Whether a statement of somebody who is described is most of what its sentence tells."""
    if not any(one.names or one.about for one in statement.entities):
        return False
    credit = set(words_in(document, [statement.span]))
    told = set(range(*sentence.tokens)) - credit
    return len(told & set(words_in(document, statement.content))) >= _MOST * len(told)
