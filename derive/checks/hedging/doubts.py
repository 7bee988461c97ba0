"""What became of a hedge: is what it holds back told elsewhere without it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from derive.checks.clauses import Retold, clause_at, retold
from derive.checks.hedging.asserting import asserts, is_done, is_open
from derive.checks.hedging.coverage import is_covered
from derive.checks.telling import Told, Words, seam, told
from derive.facts.hedges import Hedge, HedgeClass
from derive.facts.polarity.words import key_of
from derive.model import Role, Sentence
from derive.text.words import forms

FLOOR = 0.5  # share of the governed words that must be told for the statement to be the same
BESIDE = 0.8  # the same, in a sentence beside the linked ones
_MANY = 4  # words that are always enough for it
_PLAIN = 0.8  # share that another sentence must tell to stand for the statement without the hedge
_OBJECT = 2  # words behind a hedge that must be told where its predicate is not
_NEAR = 4  # words before an accusation, and before the deed
_DOUBTS = frozenset({HedgeClass.ALLEGATION, HedgeClass.REPORT, HedgeClass.BELIEF, HedgeClass.MODALITY})
DENIALS = frozenset("nobody no none neither nor not never only".split())  # "nobody may enter": it is forbidden
_PERMITTING = frozenset(
    key_of(*forms(word))
    for word in "allow permit permission let forbid forbidden ban bar prohibit outlaw entitle".split()
)


def without(hedge: Hedge, origin: Words, other: Words, sentence: Sentence, floor: float = FLOOR) -> Told | None:
    """Where a sentence tells what a hedge of `origin` holds back, with nothing that makes up for the hedge."""
    found = told(hedge.governs, origin, other, sentence)
    cut = _is_cut(hedge, origin, other, sentence)
    if not found.at or (not cut and (found.share < floor or not asserts(hedge, found, other, sentence))):
        return None
    if not cut and _is_from_elsewhere(hedge, origin, found, other):
        return None
    if not cut and _is_of_known_deed(hedge, origin, found, other):
        return None
    if _is_permission(hedge, other, sentence) or _is_turned(hedge, origin, other, sentence):
        return None
    if is_covered(hedge, origin, other, sentence, found.at):
        return None
    return None if hedge.kind is HedgeClass.INTENT and not is_done(hedge, origin, found, other) else found


def without_in_other_words(
    hedge: Hedge, origin: Words, place: Sentence, other: Words, sentence: Sentence
) -> Retold | None:
    """Where a sentence tells the whole clause of a doubt, but for the predicate, with nothing that makes up for it."""
    adverb = hedge.kind is HedgeClass.MODALITY and hedge.reach == "clause"  # "perhaps hundreds of": of one word only
    deed = hedge.text.endswith(" of")  # "on suspicion of arson": the deed is known
    if hedge.kind not in _DOUBTS or hedge.reach == "noun" or adverb or deed or other.asks(sentence):
        return None
    if _is_permission(hedge, other, sentence) or _is_turned(hedge, origin, other, sentence):
        return None
    clause = clause_at(origin, place, hedge.words[0])
    found = clause and retold(clause, range(*hedge.words), origin, place, other, sentence)
    if not found or sum(at >= hedge.words[1] for at in found.there) < _OBJECT:
        return None  # only who or what it is said of is told
    head = other.alike(origin.keys[hedge.governs[0]])
    if any(other.keys[at] in head and is_open(other, at) for at in found.at):
        return None
    return None if is_covered(hedge, origin, other, sentence, found.at) else found


def _is_turned(hedge: Hedge, origin: Words, other: Words, sentence: Sentence) -> bool:
    """Whether a hedge holds back a denial, and nothing is denied in the sentence: that is the check `negation`'s."""
    denied = any(_is_denial(origin.norm(at)) for at in range(hedge.words[0] - 1, hedge.words[1] + 2))
    return denied and not any(_is_denial(norm) for norm in other.norms[slice(*sentence.tokens)])


def _is_denial(norm: str) -> bool:
    return norm in DENIALS or norm.endswith("n't")


def _is_of_known_deed(hedge: Hedge, origin: Words, found: Told, other: Words) -> bool:
    """Whether only a deed is told of that somebody is accused of: "the day of the burglary".

    It is told as his where what stands before the accusation is told with it: "marred by allegations of fraud".
    """
    if hedge.kind is not HedgeClass.ALLEGATION or not hedge.text.endswith(" of") or found.head is None:
        return False
    if other.norm(found.head - 1) == "the":
        return True
    ahead = [origin.keys[at] for at in range(max(0, hedge.words[0] - _NEAR), hedge.words[0]) if origin.keys[at]]
    before = other.alike(ahead[-1]) if ahead else frozenset()
    there = {other.keys[at] for at in range(max(0, found.head - _NEAR), found.head)}
    return not origin.norm(hedge.governs[0]).endswith("ing") and there.isdisjoint(before)


def _is_permission(hedge: Hedge, other: Words, sentence: Sentence) -> bool:
    """Whether "may" is no doubt: who may do a thing is allowed to, and who may not is barred from it."""
    return hedge.text.lower() == "may" and not _PERMITTING.isdisjoint(other.bags[sentence.index])


def _is_from_elsewhere(hedge: Hedge, origin: Words, found: Told, other: Words) -> bool:
    """Whether the told word stands, in that very form, in another clause of the hedge's own sentence."""
    place = origin.document.sentence_at(hedge.span.start)
    if place is None or found.head is None or other.norm(found.head) == origin.norm(hedge.governs[0]):
        return False
    beyond = (*range(place.tokens[0], hedge.scope[0]), *range(hedge.scope[1], place.tokens[1]))
    return other.norm(found.head) in {origin.norm(at) for at in beyond}


def _is_cut(hedge: Hedge, origin: Words, other: Words, sentence: Sentence) -> bool:
    """Whether the sentence is told word for word there, the hedge alone gone."""
    place = origin.document.sentence_at(hedge.span.start)
    return place is not None and seam(hedge.words, origin, place, other, sentence) is not None


def plain_elsewhere(hedge: Hedge, origin: Words, but: Sentence, others: Sequence[Words]) -> bool:
    """Whether some sentence, of its own article or another original, tells the same without the hedge."""
    for words in others:
        for sentence in _candidates(hedge, origin, words):
            if sentence.role is Role.BOILERPLATE or (words is origin and sentence.index == but.index):
                continue
            found = told(hedge.governs, origin, words, sentence)
            whole = len(found.at) >= max(2, min(_MANY, len({origin.keys[at] for at in hedge.governs})))
            if whole and found.share >= _PLAIN and without(hedge, origin, words, sentence) is not None:
                return True
    return False


def _candidates(hedge: Hedge, origin: Words, words: Words) -> Iterator[Sentence]:
    """The sentences that share a word with what a hedge governs."""
    wanted = {origin.keys[at] for at in hedge.governs}
    for sentence, bag in zip(words.document.sentences, words.bags, strict=True):
        if wanted & bag:
            yield sentence


def held_back(hedge: Hedge, origin: Words, others: Sequence[Words]) -> bool:
    """Whether some sentence of the others tells the same, and holds it back as well."""
    for words in others:
        for sentence in _candidates(hedge, origin, words):
            found = told(hedge.governs, origin, words, sentence)
            if found.share >= FLOOR and without(hedge, origin, words, sentence) is None:
                return True
    return False
