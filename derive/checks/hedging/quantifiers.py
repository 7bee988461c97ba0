"""Whether the same is told of more or of fewer: of all for some, of the best for one of the best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.checks.examination import Place
from derive.checks.hedging.difference import Difference
from derive.checks.telling import Words
from derive.facts.hedges import Hedge, HedgeClass, Weight, contrary
from derive.facts.reading import within
from derive.model import Sentence, Span

_ONE_OF, _PARTS = "one of", frozenset({"some", "many", "most"})
_LEAST = 2  # words that two quantified clauses share
_DEFINITE = frozenset("the its his her their our these those".split())
_SUPERLATIVE = frozenset("most least best worst first top leading".split())
_BEING = frozenset("is are was were be been remains remain".split())
_CLAUSE = 10  # words on either side of a noun of which one must be told with it
_EXCEPTING = frozenset("except excepting excluding bar barring apart save".split())
_TIMES = frozenset("seconds minutes hours days nights weeks months years decades centuries times".split())
_KEPT = frozenset("one among amongst some".split())
_NEAR = 6  # words before a superlative that "one of" may stand in


def quantifiers(rewrite: Words, sentence: Sentence, sources: Sequence[Words], place: Place) -> Iterator[Difference]:
    """The quantifiers of a sentence that are contrary to the original's for the same thing, and those that are gone."""
    source = sources[place.source]
    mine, theirs = _in(rewrite, sentence), _in(source, place.sentence)
    for there in theirs:
        if there.sense == _ONE_OF:
            here = _alone(source, there, rewrite, sentence)
        elif there.weight is Weight.FIRM:
            here = _contrary(rewrite, mine, source, there, theirs) or _bare(rewrite, sentence, mine, source, there)
        else:
            continue
        if here is not None:
            yield Difference(here, place.source, _phrase(source, there), f"quantifier {there.sense}")
    for one in mine:
        if one.sense == _ONE_OF and (best := _alone(rewrite, one, source, place.sentence)):
            yield Difference(_phrase(rewrite, one), place.source, best, f"quantifier {one.sense}")


def _contrary(
    rewrite: Words, mine: Sequence[Hedge], source: Words, there: Hedge, theirs: Sequence[Hedge]
) -> Span | None:
    """The phrase of a quantifier contrary to one of the original, where neither has a likelier counterpart."""
    here = max(mine, key=lambda one: _likeness(rewrite, one, source, there), default=None)
    if here is None or here.weight is not Weight.FIRM or not contrary(there, here):
        return None
    score = _likeness(rewrite, here, source, there)
    rivals = [_likeness(rewrite, here, source, one) for one in theirs if not contrary(one, here)]
    rivals += [_likeness(rewrite, one, source, there) for one in mine if not contrary(there, one)]
    return _phrase(rewrite, here) if score >= _LEAST and score > max(rivals, default=0) else None


def _bare(rewrite: Words, sentence: Sentence, mine: Sequence[Hedge], source: Words, there: Hedge) -> Span | None:
    """The known group ("its stores") that is told of instead of a part of it ("some stores")."""
    noun = _noun(source, there)
    if there.sense not in _PARTS or mine or there.text.endswith("ly") or source.norm(noun) in _TIMES:
        return None
    if there.text.lower() == "most" and noun != there.words[1]:
        return None  # "the most loved birds"
    alike = rewrite.alike(source.keys[noun])
    beside = {key for one in range(*there.scope) if one != noun for key in rewrite.alike(source.keys[one])}
    for at in range(*sentence.tokens):
        article = at - 1 if rewrite.keys[at - 1] not in beside else at - 2
        if rewrite.keys[at] in alike and _is_plural(rewrite, at) and rewrite.norm(article) in _DEFINITE:
            near = range(max(sentence.tokens[0], at - _CLAUSE), min(sentence.tokens[1], at + _CLAUSE))
            if any(rewrite.keys[one] in beside for one in near):
                return rewrite.span(article, at)
    return None


def _alone(words: Words, one_of: Hedge, others: Words, sentence: Sentence) -> Span | None:
    """Where a sentence tells of the best, or of the one that somebody is, what another tells of one of several."""
    if _is_superlative(words, one_of.governs[0]):
        alike = {key for at in one_of.governs for key in others.alike(words.keys[at])}
        found = [at for at in range(*sentence.tokens) if others.keys[at] in alike and _is_superlative(others, at)]
    elif words.norm(one_of.words[0] - 1) in _BEING and _is_plural(words, noun := _noun(words, one_of)):
        stem = words.document.tokens[noun].stem
        same = [at for at in range(*sentence.tokens) if others.document.tokens[at].stem == stem]
        found = [at for at in same if not _is_plural(others, at) and _is_predicate(others, at)]
    else:
        return None  # "one of the men … the man"
    for at in found:
        if _is_definite(others, at):
            kept = any(others.norm(one) in _KEPT for one in range(max(sentence.tokens[0], at - _NEAR), at))
            return None if kept else others.span(at, at)
    return None


def _is_predicate(words: Words, at: int) -> bool:
    return any(words.norm(one) in _BEING for one in range(max(0, at - _NEAR), at))


def _noun(words: Words, quantifier: Hedge) -> int:
    """What is quantified: the first plural of the phrase."""
    return next((at for at in quantifier.governs if _is_plural(words, at)), quantifier.governs[0])


def _is_superlative(words: Words, at: int) -> bool:
    if words.keys[at][:1] == "#":
        return False  # "the last eight"
    return words.norm(at).endswith("est") or words.norm(at) in _SUPERLATIVE or words.norm(at - 1) in _SUPERLATIVE


def _is_definite(words: Words, at: int) -> bool:
    """Whether "the", "its" or "Norvane's" stands before a superlative: "a leading baker" is one of them."""
    before = (words.norm(at - 1), words.norm(at - 2))
    return any(norm in _DEFINITE or norm.endswith("'s") for norm in before)


def _is_plural(words: Words, at: int) -> bool:
    return words.norm(at).endswith("s") and not words.norm(at).endswith("ss")


def _in(words: Words, sentence: Sentence) -> list[Hedge]:
    """The quantifiers of a sentence; "all except two" is not all."""
    found = within(words.reading.facts.hedges, sentence.span)
    excepting = not _EXCEPTING.isdisjoint(words.norms[slice(*sentence.tokens)])
    return [
        one
        for one in found
        if one.kind is HedgeClass.QUANTIFIER and one.governs and not (excepting and one.sense == "all")
    ]


def _likeness(words: Words, a: Hedge, others: Words, b: Hedge) -> int:
    """How many words the clauses of two quantifiers share; one at which both stand counts for two.

    Where few are told of, both the thing and what it does have to be told: "few spoke" is "most kept silent".
    """
    clause, phrase = (
        {key for at in some if words.keys[at] for key in others.alike(words.keys[at])}
        for some in (range(*a.scope), a.governs)
    )
    score = len({others.keys[at] for at in range(*b.scope)} & clause)
    return score - 1 if "few" in (a.sense, b.sense) else score + any(others.keys[at] in phrase for at in b.governs)


def _phrase(words: Words, hedge: Hedge) -> Span:
    first, last = hedge.words
    return words.span(first, max(last - 1, *(at for at in hedge.governs[:2] if at - last < _NEAR), first))
