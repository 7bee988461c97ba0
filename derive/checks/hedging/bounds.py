"""Whether a figure lost its bound ("at least 12" told as "12"), was given one, or had it turned round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from derive.checks.examination import Place
from derive.checks.hedging.difference import Difference
from derive.checks.hedging.figures import Figure, figures
from derive.checks.telling import Words
from derive.facts.lexicon import load
from derive.facts.quantities import Bound
from derive.model import LinkKind, Role, Sentence

_TELLING = 13  # a figure from here on is not met twice in two linked sentences by chance
_ABOUT = 5  # words on either side of a smaller one, of which one must be told with it
_POINTING = frozenset("the these those all both its their his her other".split())
_ONLY = frozenset("only just merely mere barely scarcely bare not hardly".split())  # "only 30" is no more than 30
_MAY = frozenset("may might could".split())  # "may reach 40" is up to 40
_NEAR = 3
_BESIDE = 6  # words on either side of a figure that may call it a limit


_COMPLEMENTS = (frozenset((Bound.AT_LEAST, Bound.LESS_THAN)), frozenset((Bound.MORE_THAN, Bound.AT_MOST)))


class _Bounded(NamedTuple):
    """A figure of the rewrite and the original's, one of them with a bound that the other lacks or contradicts."""

    here: Figure
    there: Figure

    @property
    def is_complement(self) -> bool:
        """Whether one begins where the other ends: "nobody got less than 15" is "all got at least 15"."""
        return frozenset((self.here.bound, self.there.bound)) in _COMPLEMENTS


def bounds(rewrite: Words, sentence: Sentence, sources: Sequence[Words], place: Place) -> Iterator[Difference]:
    """The figures of a sentence whose bound is another than in a linked sentence of an original."""
    source, loose = sources[place.source], place.kind is LinkKind.LOOSE
    pairs = [one for one in _unbounded(rewrite, sentence, source, place.sentence) if not (loose and one.is_complement)]
    if not loose:
        pairs += _newly_bounded(rewrite, sentence, source, place.sentence)
    for here, there in pairs:
        if not _is_told(here, rewrite, sources, place.sentence):
            yield Difference(here.whole, place.source, there.whole, f"bound {there.bound}")


def _unbounded(rewrite: Words, sentence: Sentence, source: Words, place: Sentence) -> Iterator[_Bounded]:
    """The figures of a sentence that stand without the bound that they have in the original, or with a contrary one."""
    mine, theirs = figures(rewrite, sentence), figures(source, place)
    for here in mine:
        alike = [one for one in theirs if one.same(here)]
        there = next((one for one in alike if one.side), None)
        if there is None or any(one.side * there.side <= 0 for one in alike):
            continue
        kept = (one for one in mine if one.same(here) and one.side * there.side >= 0)
        if not any(one.bound is not Bound.EXACT for one in kept) and _is_that(rewrite, here, source, there):
            named = _is_name(rewrite, here) and not _is_name(source, there)
            if here.side or not (named or _is_limited(rewrite, sentence, here, there.side)):
                yield _Bounded(here, there)


def _newly_bounded(rewrite: Words, sentence: Sentence, source: Words, place: Sentence) -> Iterator[_Bounded]:
    """The figures of a sentence that have a bound which they lack in the original."""
    theirs = figures(source, place)
    for here in figures(rewrite, sentence):
        there = next((one for one in theirs if one.same(here)), None)
        if there is None or not here.side or any(one.bound is not Bound.EXACT for one in theirs if one.same(here)):
            continue
        if _is_that(rewrite, here, source, there) and not _is_limited(source, place, there, here.side):
            yield _Bounded(here, there)


def _is_told(figure: Figure, words: Words, texts: Sequence[Words], but: Sentence) -> bool:
    """Whether some sentence of the originals besides `but` has a figure with that very bound, about the same thing.

    Of the one after `but` it is enough that it points back: "at least three ships … all three".
    """
    for text in texts:
        sentences = text.document.sentences
        for sentence in sentences:
            if sentence.role is Role.BOILERPLATE or sentence is but:
                continue
            after = sentence.index > 0 and sentences[sentence.index - 1] is but
            for one in figures(text, sentence):
                equal = one.side == figure.side and one.bound is not Bound.ABOUT and one.same(figure)
                if equal and (_is_that(words, figure, text, one) or (after and _points(text, one))):
                    return True
    return False


def _is_that(words: Words, a: Figure, others: Words, b: Figure) -> bool:
    """Whether two equal figures are of one thing: a telling one always, a small one with a word about it."""
    if a.worth[0] >= _TELLING and a.kind != "time":
        return True
    about = {key for one in _about(words, a) for key in others.alike(one)}
    return not about.isdisjoint(_about(others, b))


def _about(words: Words, figure: Figure) -> list[str]:
    first, last = figure.words
    near = (*range(max(0, first - _ABOUT), first), *range(last, min(len(words.keys), last + _ABOUT)))
    return [words.keys[at] for at in near if words.keys[at] and words.keys[at][0] != "#"]


def _is_limited(words: Words, sentence: Sentence, figure: Figure, side: int) -> bool:
    """Whether a figure without a bound of its own is bounded all the same: "the limit is 40", "only 30", "the 12"."""
    first = figure.words[0]
    before = {words.norm(at) for at in range(first - _NEAR, first + 1)}
    if _points(words, figure) or (side < 0 and not before.isdisjoint(_ONLY | _MAY)):
        return True
    begin, end = sentence.tokens
    return not _limits().isdisjoint(words.norms[max(begin, first - _BESIDE) : min(end, figure.words[1] + _BESIDE)])


def _points(words: Words, figure: Figure) -> bool:
    """Whether a figure points back to those that were told of: "the 12", "all three"."""
    first = figure.words[0]
    return words.norm(first - 1) in _POINTING or words.norm(first) in _POINTING


def _is_name(words: Words, figure: Figure) -> bool:
    """Whether a length of time names a kind: "a two-hour delay"."""
    return figure.kind == "time" and "-" in words.text(figure.span)


@cache
def _limits() -> frozenset[str]:
    """Words that bound a figure from elsewhere in the sentence."""
    return frozenset(load("hedges")["limits"].split())
