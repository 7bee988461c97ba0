"""Whether a named person is "he" or "she", where neither title nor first name tells: by the pronouns behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from derive.facts.speakers.mentions import Naming
from derive.facts.speakers.phrases import Kind
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import lexicon

_PLACING = frozenset("in at on from near across inside outside around".split())
_RELATIVE = frozenset("who whom which".split())
PRONOUNS = {
    word: gender
    for gender, words in (("he", "he his him himself"), ("she", "she her hers herself"))
    for word in words.split()
}


def gendered(text: Text, named: Sequence[Naming]) -> list[Naming]:
    """The namings, each person with a gender if the document gives one: here, else wherever the surname stands."""
    local = [_behind(text, named, at) if one.phrase.kind is Kind.PERSON else "" for at, one in enumerate(named)]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one, gender in zip(named, local, strict=True):
        told = one.phrase.gender or gender
        if told:
            votes[one.phrase.name[-1]][told] += 1
    found = []
    for one, gender in zip(named, local, strict=True):
        if one.phrase.kind is Kind.PERSON and not one.phrase.gender:
            gender = gender or _elected(votes[one.phrase.name[-1]])
            one = replace(one, phrase=replace(one.phrase, gender=gender))
        found.append(one)
    return found


def _elected(votes: Counter[str]) -> str:
    """The gender that most say; of two who share a surname it is nobody's."""
    if not votes or min(votes["he"], votes["she"]) * 3 > max(votes["he"], votes["she"]):
        return ""
    return "he" if votes["he"] > votes["she"] else "she"


def _behind(text: Text, named: Sequence[Naming], at: int) -> str:
    """The first pronoun behind a name, with nobody else named between; a sentence's subject has the next one too."""
    one = named[at]
    start, stop = one.phrase.start, one.phrase.end
    if " ".join(one.phrase.name) in lexicon().places and not _surname(named, one.phrase.name):
        return ""
    first = text.units[one.unit][0]
    behind = text.norm[start - 1] if start > first else ""
    if text.possessive[stop - 1] or behind in _PLACING or (start - 1 == first and behind in lexicon().prepositions):
        return ""
    following = named[at + 1] if at + 1 < len(named) else None
    end = text.units[one.unit][1]
    stop = min(end, following.phrase.start) if following is not None else end
    gender = _first(text, one.phrase.end, stop)
    alone = not at or named[at - 1].unit != one.unit
    if gender or stop < end or not (one.leads and alone) or one.unit + 1 >= len(text.units):
        return gender
    if len(one.phrase.name) < 2 and not one.phrase.roles and not _surname(named, one.phrase.name):
        return ""  # a name alone may be a town's
    begin, end = text.units[one.unit + 1]
    begin = next((i for i in range(begin, end) if text.quote[i] < 0), end)
    stop = min(end, begin + 3, following.phrase.start) if following is not None else min(end, begin + 3)
    return _first(text, begin, stop)


def _surname(named: Sequence[Naming], name: tuple[str, ...]) -> bool:
    """Whether a name alone is the last word of a longer one in the text."""
    return any(each.phrase.name[-1:] == name and len(each.phrase.name) > 1 for each in named)


def _first(text: Text, start: int, stop: int) -> str:
    at = next((i for i in range(start, stop) if text.quote[i] < 0 and text.norm[i] in PRONOUNS), None)
    return "" if at is None or text.norm[at - 1] in _RELATIVE else PRONOUNS[text.norm[at]]
