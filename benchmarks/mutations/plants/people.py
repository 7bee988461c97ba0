"""Two speakers in each other's place, a name misspelt, a name from another story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random

from benchmarks.mutations.edit import Edit, Edits, of
from benchmarks.mutations.subject import Subject

_PART = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_SAID = "said|says|added|stated|explained|told|wrote|argued|warned|commented"
_AFTER = re.compile(rf"\b(?:{_SAID}) ({_PART}(?: {_PART}){{0,2}})(?=[,.;:]| (?:on|in|at|of|who)\b)")
_BEFORE = re.compile(rf"(?<![A-Z] )(?<![\w-])({_PART}(?: {_PART}){{0,2}}) (?:{_SAID})\b")
_FULL = re.compile(rf"(?<=[a-z,] )({_PART}) ({_PART})(?! ?[A-Z])\b")
_INTRODUCED = re.compile(
    rf"\b(?:[Pp]resident|[Mm]inister|[Ss]pokes\w+|[Dd]irector|[Mm]ayor|[Pp]rofessor|[Cc]hief|[Ll]eader|[Ss]enator|[Cc]aptain"
    rf"|[Cc]oach|[Jj]udge|[Ss]ecretary|[Oo]fficer|Dr|Mr|Ms|Mrs)\.? ({_PART} {_PART})(?! ?[A-Z])\b"
)
# Capitalised words that are nobody's name.
_NOBODY = set(
    """He She They It We You I The A An In On At But And However Police Officials Authorities Residents Reuters
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December President Minister Prime Secretary State General Mayor Chief Spokesman Spokeswoman
    Spokesperson Senator Judge Director Professor Doctor Dr Mr Mrs Ms Sir Lord Captain Colonel Sergeant University
    Department Ministry Court Party House Council Union National United City County Supreme High Street Party Agency
    News Times Post Press Associated Wikinews This That These Those Another One Two Both Its His Her Their What When
    Who Republican Democrat Democratic Attorney Deputy Vice Former Also Later According Coast Guard Hospital Bank
    Championship World Cup Airlines Airport Police Force Group Company Committee Commission Association Federation
    Institute Board Organization Organisation Safety Fishermen Star Foundation Coalition Equality Marriage Health Food
    Education Agriculture Society Service Center Centre Office Review Journal Network Television Radio Guardian
    """.split()
)


def _person(name: str) -> bool:
    return not _NOBODY & set(name.split())


def speakers(subject: Subject) -> list[re.Match[str]]:
    """The places where a named person says something."""
    found = [one for pattern in (_AFTER, _BEFORE) for one in subject.finds(pattern) if _person(one[1])]
    return sorted(found, key=lambda one: one.start(1))


def persons(subject: Subject) -> list[str]:
    """The persons that speak or hold an office, by first name and surname."""
    named = [one[1] for one in (*speakers(subject), *subject.finds(_INTRODUCED))]
    return sorted({name for name in named if name.count(" ") == 1 and _person(name)})


def swap(subject: Subject, rng: Random) -> Iterator[Edits]:
    """What one said the other says, and the other way round."""
    found = [(*one.span(1), one[1]) for one in speakers(subject)]
    for (start, end, name), (later, last, other) in combinations(found, 2):
        if name.split()[-1] != other.split()[-1] and end < later and not set(name.split()) & set(other.split()):
            yield Edit(start, end, other), Edit(later, last, name)


def misspelling(subject: Subject, rng: Random) -> Iterator[Edits]:
    """A letter doubled, dropped, changed or out of place within a surname."""
    for one in subject.finds(_FULL):
        if len(one[2]) >= 5 and _person(one[0]):
            new = misspelt(one[2], rng)
            if new not in subject.source.text:
                yield of(one, new, 2)


def misspelt(name: str, rng: Random) -> str:
    """The name with one slip of the pen behind its first letter."""
    at = rng.randrange(1, len(name) - 2)
    if name[at] in "aeiou":
        return name[:at] + rng.choice([vowel for vowel in "aeiou" if vowel != name[at]]) + name[at + 1 :]
    if name[at] == name[at + 1]:
        return name[:at] + name[at + 1 :]
    if rng.random() < 0.5:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + name[at] * 2 + name[at + 1 :]


_STRANGERS = "Oskar Lindehall, Petra Vasmeer, Ambrose Tully, Yasmin Korbel, Dieter Falkenrath, Lucia Ferrando".split(
    ", "
)


def stranger(subject: Subject, rng: Random) -> Iterator[Edits]:
    """Somebody who is not in this story."""
    for name in persons(subject):
        for one in subject.finds(re.compile(rf"\b{name}\b(?!-| [A-Z])")):
            yield of(one, rng.choice(_STRANGERS))
