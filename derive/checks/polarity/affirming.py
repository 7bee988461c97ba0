"""Whether a sentence affirms what another denies: it tells the same, and nothing in it denies that in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from derive.checks.clauses import clause_at
from derive.checks.polarity.denials import Denial, denials
from derive.checks.polarity.negatives import NOT, around, denials_of_statements, negatives, surplus
from derive.checks.polarity.retelling import Retelling, Way, retellings
from derive.checks.telling import Words
from derive.facts.polarity import Polarity, shared
from derive.facts.polarity.lexicon import negative_instead, negative_near, opposite_keys
from derive.facts.polarity.words import alike, is_superlative
from derive.facts.reading import within
from derive.model import Sentence

_ELSEWHERE = 0.6  # share at which another sentence says it as the rewrite does
_ONLY = 3  # words in which "only" stands before what it limits
_NEAR = 4
_PREFIXES = ("un", "in", "im", "ir", "dis")
_TOP = frozenset("first only sole last unique unprecedented record most least best worst new newly debut".split())
_BEFORE = frozenset("before since ever previously earlier other more longer stronger better worse than".split())
_EXCEED = ("exceed", "surpass", "beat", "top", "match", "equal")
_UNTIL = re.compile(r"\W+(?:[\w'-]+ ){0,6}until\b")  # what was not done until Friday was done on Friday


def affirmed(denial: Denial, other: Words, sentence: Sentence, *floor: float) -> Retelling | None:
    """Where a sentence tells what is denied, and does not deny it."""
    if other.asks(sentence):
        return None
    for found in retellings(denial, other, sentence, *floor):
        if found.way is Way.CUT or not _is_denied(denial, found, other, sentence):
            return found
    return None


def _is_denied(denial: Denial, found: Retelling, other: Words, sentence: Sentence) -> bool:
    """Whether a sentence that tells it again denies it as well, or leaves it open."""
    if _is_awaited(denial) or denial.is_bounded or _is_governed(denial, other, sentence):
        return True
    if found.way is Way.WORD and (
        _is_affirmed_anyway(denial, other, sentence) or _is_qualified(denial, found, other, sentence)
    ):
        return True
    if _is_opposed(denial, found, other, sentence) or _denies_near(denial, found, other, sentence):
        return True
    return not found.is_sure and _denies_anywhere(denial, found, other, sentence)


def _is_awaited(denial: Denial) -> bool:
    text = denial.words.document.plain
    return bool(_UNTIL.match(text, denial.predicate.span.end, denial.sentence.span.end))


def _is_governed(denial: Denial, other: Words, sentence: Sentence) -> bool:
    """Whether the denial is denied in its turn: "it is a myth that they do not"."""
    before = denials_of_statements(denial.words, range(denial.sentence.tokens[0], denial.own.start))
    return surplus(negatives(other, range(*sentence.tokens)), before)


def _is_affirmed_anyway(denial: Denial, other: Words, sentence: Sentence) -> bool:
    """Whether it is what the denial's own sentence affirms of something else: "not shares, but it offers perks"."""
    return other.keys[slice(*sentence.tokens)].count(denial.predicate.key) <= denial.affirmed


def _is_qualified(denial: Denial, found: Retelling, other: Words, sentence: Sentence) -> bool:
    """Whether "only" or, over words put in between, a "not" stands before the word: "cannot, as a visitor, enter"."""
    if any(other.norm(at) == "only" for at in range(found.head - _ONLY, found.head)):
        return True  # "only allows the flour" does not allow the grain
    mine = negatives(denial.words, range(denial.sentence.tokens[0], denial.own.start))
    return surplus(mine, negatives(other, range(sentence.tokens[0], found.head), prefixed=False))


def _is_opposed(denial: Denial, found: Retelling, other: Words, sentence: Sentence) -> bool:
    """Whether the sentence has it behind a negator, with a prefix, or by the opposite word."""
    key, words = denial.predicate.key, range(*sentence.tokens)
    theirs = within(other.reading.facts.predicates, sentence.span)
    for one in theirs:
        if one.scope and all(one.scope[0] <= at < one.scope[1] for at in found.heads):
            return True
        if one.scope and any(
            alike(key, other.keys[at]) for at in range(one.head[0], min(one.head[0] + _NEAR, one.scope[1]))
        ):
            return True  # "in the government … but not the head of government"
        if one.polarity is Polarity.DENIED and (one.key == key or (one.is_plain and one.head[0] in found.heads)):
            return True
    roots = tuple(prefix + key[:4] for prefix in _PREFIXES)
    if any(other.norm(at).startswith(roots) for at in words):
        return True
    sides = opposite_keys().get(key, ())
    if found.way is Way.ARGUMENTS:  # "not open" may be "closed"
        axes = {axis for axis, _ in sides}
        return any(axis in axes for at in words for axis, _ in opposite_keys().get(other.keys[at], ()))
    against = {(f"axis {axis}", Polarity.DENIED if sign > 0 else Polarity.AFFIRMED) for axis, sign in sides}
    return any((one.key, one.polarity) in against for one in theirs)


def _denies_near(denial: Denial, found: Retelling, other: Words, sentence: Sentence) -> bool:
    """Whether a word next to what is told denies it in its own way."""
    words, own, near = denial.words, denial.own, negative_near()
    reworded = found.way is Way.ARGUMENTS
    if reworded:
        near |= negative_instead()
    there = sorted({at for head in found.heads for at in around(other, sentence, head)})
    here = around(words, denial.sentence, denial.predicate.head[0])
    if _is_record(words, here, other, there):
        return True
    mine = negatives(words, [at for at in range(*denial.sentence.tokens) if at not in own], near)
    mine[NOT] = negatives(words, [at for at in here if at not in own])[NOT]
    theirs = negatives(other, [at for at in there if at not in found.at], near, prefixed=reworded)
    return surplus(mine, theirs)


def _denies_anywhere(denial: Denial, found: Retelling, other: Words, sentence: Sentence) -> bool:
    """Whether any word of the sentence may deny it."""
    mine = negatives(denial.words, [at for at in range(*denial.sentence.tokens) if at not in denial.own])
    return surplus(mine, negatives(other, [at for at in range(*sentence.tokens) if at not in found.at]))


def _is_record(words: Words, here: range, other: Words, there: Iterable[int]) -> bool:
    """Whether "the first" or "the strongest" there is "never before" or "none stronger" here."""
    return any(_tops(other, at) for at in there) and any(
        words.norm(at) in _BEFORE or words.norm(at).startswith(_EXCEED) or words.norm(at).endswith("ier")
        for at in (*here, here.stop)  # "…, before"
    )


def _tops(words: Words, at: int) -> bool:
    top = words.norm(at) in _TOP or (is_superlative(words.norm(at)) and bool(words.keys[at]))
    return top and words.norm(at - 1) != "at"  # "at least" tops nothing


def denied_elsewhere(denial: Denial, found: Retelling, source: Words, place: Sentence, others: Sequence[Words]) -> bool:
    """Whether another sentence denies the same, or denies something and has as much of the denial's clause."""
    predicate, keys = denial.predicate, denial.words.keys
    for words in others:
        for one in words.reading.facts.predicates:
            if (
                one.key == predicate.key
                and one.polarity is Polarity.DENIED
                and shared(predicate, keys, one, words.keys)
            ):
                return True
    if found.way is not Way.ARGUMENTS:
        return False
    content = [at for at in denial.clause.content if at not in denial.own]
    told = _overlap(source, place, denial.words, content)
    return any(
        _overlap(words, one, denial.words, content) >= told and negatives(words, range(*one.tokens))
        for words in others
        for one in words.document.sentences
        if not (words is source and one.index == place.index)
    )


def affirmed_elsewhere(
    denial: Denial, found: Retelling, rewrite: Words, sentence: Sentence, others: Sequence[Words]
) -> bool:
    """Whether another sentence affirms what one denies, or has more of the clause in which the rewrite affirms it."""
    clause = clause_at(rewrite, sentence, found.head)
    content = clause.content if clause else ()
    own = _overlap(denial.words, denial.sentence, rewrite, content)
    for words in others:
        for one, bag in zip(words.document.sentences, words.bags, strict=True):
            if words is denial.words and one.index == denial.sentence.index:
                continue
            if denial.predicate.key in bag and affirmed(denial, words, one, _ELSEWHERE) is not None:
                return True
            if (
                (denial.predicate.key in bag or found.way is Way.ARGUMENTS)
                and _overlap(words, one, rewrite, content) > own
                and not any(d.predicate.key == denial.predicate.key for d in denials(words, one))
            ):
                return True
    return False


def _overlap(words: Words, sentence: Sentence, other: Words, content: Sequence[int]) -> int:
    bag = words.bags[sentence.index]
    return sum(not bag.isdisjoint(words.alike(other.keys[at])) for at in content)
