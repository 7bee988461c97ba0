"""Two words of names: the same in another dress, one misspelt, or two different words."""

from __future__ import annotations

from functools import cache, lru_cache

from derive.facts import lexicon
from derive.facts.names.vocabulary import vocabulary
from derive.text.words import forms

# What people, faiths and followers are made of: Trump, Trumpist; Marx, Marxism.
_DERIVED = ("ian", "ist", "ists", "ism", "ish", "ese", "ite", "ites", "ians", "ic", "esque", "ean", "er", "ers")
_OF_PLACES = ("n", "ns", "an", "ans", "ian", "ians", "er", "ers", "ite", "ites")
_COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower"))


@cache
def _groups() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    same = lexicon.load("names")["same"]
    for number, group in enumerate((*same["spellings"], *same["given"])):
        for word in group:
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


@lru_cache(maxsize=4096)
def is_same(one: str, two: str) -> bool:
    """Whether two words (normal form) are one by house style, transliteration, nickname, plural or derivation."""
    if one == two:
        return True
    groups = _groups()
    if groups.get(one, frozenset()) & groups.get(two, frozenset()):
        return True
    if _romanised(one) == _romanised(two) or _is_people_of(one, two):
        return True
    short, long = sorted((one, two), key=len)
    return (
        len(short) > 3 and long.startswith(short.rstrip("aeoy")) and long.endswith(_DERIVED) and _derives(short, long)
    )


def _derives(short: str, long: str) -> bool:
    return any(long in (short + end, short.rstrip("aeoy") + end) for end in _DERIVED)


def _is_people_of(one: str, two: str) -> bool:
    known = vocabulary()
    first = known.places.get((one,)) or known.peoples.get((one,))
    second = known.places.get((two,)) or known.peoples.get((two,))
    if first is not None and first == second:
        return True
    short, long = sorted((one, two), key=len)
    if short not in known.place_words or not long.startswith(short[:-1]):
        return False
    return any(long in (short + end, short.rstrip("aeoy") + end) for end in _OF_PLACES)


@lru_cache(maxsize=4096)
def _romanised(word: str) -> str:
    """Spellings that differ by the table of romanisation alone: Zelenskyy, Zelenskiy; Mueller, Muller."""
    for written, read in (("ae", "e"), ("oe", "o"), ("ue", "u")):
        word = word.replace(written, read)
    if word.endswith("ller"):
        return word[:-4] + "ler"  # the fold of UK spelling takes Mueller for a traveller
    for end in ("iy", "yy", "ij", "ii", "yi", "i"):
        if word.endswith(end):
            return word[: -len(end)] + "y"
    return word


@lru_cache(maxsize=4096)
def is_misspelling(one: str, two: str) -> bool:
    """Whether two different words are so near that one is likely the other misspelt.

    Two words of general English never are (Change, Choice), nor two places (Iran, Iraq) or points of the compass.
    """
    longest, shortest = max(len(one), len(two)), min(len(one), len(two))
    allowed = 1 if longest < 7 else 2
    if shortest < 3 or longest - shortest > allowed:
        return False
    if is_same(one, two) or one in _COMPASS or two in _COMPASS:
        return False
    known = vocabulary()
    if all((word,) in known.places or (word,) in known.peoples for word in (one, two)):
        return False
    if known.is_ordinary(forms(one)[1]) and known.is_ordinary(forms(two)[1]):
        return False
    away = distance(one, two, allowed)
    if away > allowed:
        return False
    if away == 1 and {one, two} in ({one, one + "a"}, {two, two + "a"}):
        return False  # a woman's surname beside a man's: Klimov, Klimova
    # Of short words only a transposition, a dropped or a doubled letter is telling: Liu, Lui; not Kim, Tim.
    return longest > 4 or sorted(one) == sorted(two) or (one[0] == two[0] and len(one) != len(two))


def is_slip(one: str, two: str) -> bool:
    """Whether two words differ as by one slip of the hand, both long enough and rare enough to be one name."""
    if min(len(one), len(two)) < 5 or one[0] != two[0] or distance(one, two, 1) > 1:
        return False
    return not any(vocabulary().is_ordinary(forms(word)[1]) for word in (one, two))


def is_alike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names of several words are alike word by word: Jonathan Brandt, Jonatan Brantt."""
    return len(one) == len(two) > 1 and all(
        mine[0] == theirs[0] and distance(mine, theirs, 3) <= 0.4 * max(len(mine), len(theirs))
        for mine, theirs in zip(one, two, strict=True)
    )


def distance(one: str, two: str, limit: int) -> int:
    """Letters to insert, drop, replace or swap with the neighbour; one more than `limit` above it."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, two, score_cutoff=limit)
