"""Whether a place where a hedged statement is told again states it: as a fact, or what was planned as done."""

from __future__ import annotations

from derive.checks.telling import Told, Words
from derive.facts.hedges import Hedge, HedgeClass
from derive.model import Sentence

_MANY, _BARE = 4, 0.6  # the same, where that many others are told
_HEADLESS = 0.7  # the same, where its first word is not told
_TELLING = 3  # a figure of three digits and more stands for its statement
_AHEAD = 6  # words behind a plan in which its "would" may stand
_LETTING = frozenset("let lets letting help helps helped make makes".split())
_NOUNS = ("s", "ing", "ion", "ment", "al", "ance", "ence", "ure")  # a noun states no deed
_COPULAS = frozenset("is are was were be been".split())
_DONE_TO = frozenset("managed went came continued proceeded".split())
WILL = frozenset("will would shall".split())


def asserts(hedge: Hedge, found: Told, other: Words, sentence: Sentence) -> bool:
    """Whether the place states something, and enough of it: no question, and nothing that is only wished or let."""
    if other.asks(sentence):
        return False
    if found.head is not None and hedge.kind is not HedgeClass.INTENT and is_open(other, found.head):
        return False
    figure = any(other.keys[at][:1] == "#" and len(other.keys[at]) > _TELLING for at in found.at)
    if figure and len(hedge.governs) <= 3:
        return True
    if found.head is None and found.share < (_HEADLESS if len(found.at) < _MANY else _BARE):
        return False
    if found.head is not None and (hedge.reach == "noun" or _is_whole(hedge, found, other)):
        return True
    return len(found.at) >= min(2, len(hedge.governs))


def _is_whole(hedge: Hedge, found: Told, other: Words) -> bool:
    """Whether the told word is all that a hedge holds back, told as a predicate: "presumed dead", "are dead"."""
    assert found.head is not None
    behind = [at for at in hedge.governs if at >= hedge.words[1]]
    return len(behind) == 1 and any(other.norm(at) in _COPULAS for at in range(found.head - 2, found.head))


def is_open(words: Words, head: int) -> bool:
    """Whether a verb is an infinitive, which states nothing: "to study", "let them study"."""
    if words.norm(head - 1) == "to":
        return words.norm(head - 2) not in _DONE_TO
    return any(words.norm(at) in _LETTING for at in range(head - 4, head))


def is_done(hedge: Hedge, origin: Words, found: Told, other: Words) -> bool:
    """Whether what was planned is told as done (or, for a mere wish, as coming)."""
    head = found.head if found.head is not None else found.at[0]
    before = [other.norm(at) for at in range(max(0, head - 4), head)]
    about = [other.norm(at) for at in range(max(0, found.at[0] - 4), found.at[-1])]
    if hedge.sense in ("weak", "forecast") and any(word in ("will", "would", "won't", "wouldn't") for word in about):
        own = {origin.norm(at) for at in range(hedge.words[1], hedge.words[1] + _AHEAD)}
        return not own & WILL  # "a proposed law that would let" is "the law, which would let"
    if "to" in before[-2:] or any(word in ("will", "would", "if", "for") for word in before):
        return False
    if found.head is None:
        return other.norm(found.at[0] - 1).endswith("ed")
    base, form = origin.norm(hedge.governs[0]), other.norm(head)  # after "to" stands the bare verb
    return form.endswith("ed") or (form != base and hedge.text.endswith("to") and not form.endswith(_NOUNS))
