"""Whether the speakers of two documents may be the same: equivalence before difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec.structs import replace

from derive.facts.speakers.cast import same_person
from derive.facts.speakers.phrases import Kind
from derive.facts.speakers.statement import Entity
from derive.facts.speakers.words import lexicon

_VAGUE = frozenset({"official", "source", "authority", "spokesman", "spokeswoman", "spokesperson", "member", "people"})
_EMPTY = frozenset("of the for and in at a former acting senior local new chief head deputy".split())
# Documents that are somebody's own words: to quote them is to quote the author.
_OWN_WORDS = frozenset("statement letter tweet post email memo message note speech book article post".split())


class Verdict(StrEnum):
    """How two speakers stand to each other."""

    SAME = "same"
    UNKNOWN = "unknown"
    NARROWED = "narrowed"  # the first has a name, the second is a described group that need not include it
    DIFFERENT = "different"


def informed(entity: Entity, others: Iterable[Entity]) -> Entity:
    """The entity with what other documents say about whoever bears its name."""
    for other in others:
        if entity.names and other.names and _identical(entity, other):
            entity = replace(
                entity,
                names=entity.names | other.names,
                roles=entity.roles | other.roles,
                about=entity.about | other.about,
                gender=entity.gender or other.gender,
            )
    return entity


def _identical(one: Entity, other: Entity) -> bool:
    """Whether two named speakers bear one name; a spokesman and his ministry do not."""
    if (one.kind is Kind.PERSON) is not (other.kind is Kind.PERSON):
        return False
    if not one.names.isdisjoint(other.names):
        return True
    alike = same_person if one.kind is Kind.PERSON else _initials
    return any(alike(first, second) for first in one.names for second in other.names)


def compare(ones: Iterable[Entity], others: Iterable[Entity]) -> Verdict:
    """The kindest verdict over all pairs: of several speakers, one in common is enough."""
    others = tuple(others)
    verdicts = {_narrowed(one, other, _pair(one, other)) for one in ones for other in others}
    for verdict in (Verdict.SAME, Verdict.UNKNOWN, Verdict.NARROWED, Verdict.DIFFERENT):
        if verdict in verdicts:
            return verdict
    return Verdict.UNKNOWN


def _pair(one: Entity, other: Entity) -> Verdict:
    if one.gender and other.gender and one.gender != other.gender and one.kind is other.kind is Kind.PERSON:
        named = one.names and other.names
        if not named or _names(one, other) is not Verdict.SAME:
            return Verdict.DIFFERENT
    if one.names and other.names:
        return _names(one, other)
    if one.names or other.names:
        return _name_and_role(*((one, other) if one.names else (other, one)))
    if one.roles & other.roles:
        return Verdict.SAME
    return Verdict.UNKNOWN if one.about & other.about - _EMPTY else _families(one, other)


def _narrowed(one: Entity, other: Entity, verdict: Verdict) -> Verdict:
    """The verdict, but for a name against "forest officials", "the Sand campaign": need it be one of them?"""
    group = not other.names and other.kind in (Kind.GROUP, Kind.BODY) and bool(other.about - _EMPTY)
    if verdict is not Verdict.UNKNOWN or not one.names or not group:
        return verdict
    families = lexicon().families
    kinds = [{f for role in who.roles for f in families.get(role, ())} for who in (one, other)]
    # "State legislators" share no more than a word with the secretary of state.
    akin = "official" in kinds[1] or bool(kinds[0] & kinds[1]) or not all(kinds)
    return verdict if _told(one) & other.about and akin else Verdict.NARROWED


def parted(one: Entity, other: Entity, near: Callable[[frozenset[str]], bool]) -> bool:
    """Whether two speakers who may be one by their roles are kept apart by what they speak for.

    "The Port Union's spokesman" and "Ann Lee, who leads the Ferry League", a minister and the ministry of another
    country. `near` tells whether one of some words stands where the original names the other speaker.
    """
    lex = lexicon()
    if one.names and other.names:
        person, body = (one, other) if one.kind is Kind.PERSON else (other, one)
        if person.kind is not Kind.PERSON or body.kind is not Kind.BODY or not (person.roles and person.about):
            return False
        return not person.roles & (lex.leading | lex.mouthpieces) and not _told(person) & _told(body)
    words = one.about - _EMPTY
    if not one.roles & lex.mouthpieces or not words or not (other.names or other.about - _EMPTY) or not other.roles:
        return False
    return (
        not words & _told(other) and not _of(replace(one, roles=words)) & _of(other) - {"official"} and not near(words)
    )


def _words(entity: Entity) -> frozenset[str]:
    return frozenset(word for name in entity.names for word in name) - _EMPTY


def _told(entity: Entity) -> frozenset[str]:
    """Every word that is known about an entity."""
    return (_words(entity) | entity.about | entity.roles) - _EMPTY


def _one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one, in short or misspelt; two bodies need more in common than "Office"."""
    generic = lexicon().bodies | lexicon().documents | _EMPTY
    if one[-1] == other[-1] and one[-1] in generic and min(len(one), len(other)) > 1:
        return bool(frozenset(one) & (frozenset(other) - generic))
    return same_person(one, other) or _alike(one, other) or _initials(one, other)


def _names(one: Entity, other: Entity) -> Verdict:
    """Two speakers with names."""
    for first in one.names:
        for second in other.names:
            if _one_name(first, second):
                return Verdict.SAME
    if one.kind is Kind.PERSON and other.kind is Kind.PERSON:
        return Verdict.UNKNOWN if _office(one, other) or _office(other, one) else Verdict.DIFFERENT
    if Kind.PERSON in (one.kind, other.kind) and Kind.OUTLET not in (one.kind, other.kind):
        person, body = (one, other) if one.kind is Kind.PERSON else (other, one)
        if _words(body) & (person.about | person.roles) or any(_spelt(body, w) for w in person.about):
            return Verdict.SAME
        if _office(one, other) or _office(other, one) or not (person.roles or person.about):
            return Verdict.UNKNOWN
        return _families(person, body) if body.kind is Kind.BODY else Verdict.DIFFERENT
    generic = lexicon().bodies | lexicon().documents
    if all(len(_words(each) - generic) > 1 for each in (one, other)) and not _told(one) & _told(other) - generic:
        return Verdict.DIFFERENT  # two institutes, two ministries
    affiliated = _words(one) & other.about or _words(other) & one.about
    if affiliated or _words(one) & _words(other) or _office(one, other) or _office(other, one):
        return Verdict.SAME if _words(one) <= _words(other) or _words(other) <= _words(one) else Verdict.UNKNOWN
    return Verdict.DIFFERENT


def _spelt(body: Entity, word: str) -> bool:
    return any(_initials(name, (word,)) for name in body.names)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one name, misspelt: a surname but a letter or two, or each word somewhat."""
    if _near(one[-1], other[-1]):
        return True
    if len(one) != len(other) or len(one) < 2:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    if one[:-1] == other[:-1] and DamerauLevenshtein.distance(one[-1], other[-1]) <= 1:
        return True  # whatever the letter
    return all(
        mine[0] == theirs[0] and DamerauLevenshtein.normalized_distance(mine, theirs) <= 0.45
        for mine, theirs in zip(one, other, strict=True)
    )


def _near(one: str, other: str) -> bool:
    """Whether two surnames are one, misspelt: that is the `name` check's business."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 2 or one[0] != other[0]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other) <= (1 if min(len(one), len(other)) < 7 else 2)


def _initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in long if word not in _EMPTY)
    every = "".join(word[0] for word in long)
    return len(short) == 1 and len(long) > 1 and short[0].replace(".", "") in (initials, every)


def _office(one: Entity, other: Entity) -> bool:
    """Whether the first is an office ("Downing Street") that stands for the second."""
    offices = lexicon().offices
    return any(offices.get(" ".join(name), frozenset()) & _told(other) for name in one.names)


def _name_and_role(named: Entity, role: Entity) -> Verdict:
    """A name against a role, a group, a body or a document without one."""
    if _office(named, role) or role.about & _words(named):
        return Verdict.SAME
    if named.roles & role.roles or named.about & role.roles:
        return Verdict.SAME if named.kind is role.kind else Verdict.UNKNOWN
    if role.kind is Kind.DOCUMENT:
        if named.kind is Kind.OUTLET and not role.roles & {"report", "article", "story"}:
            return Verdict.DIFFERENT
        return Verdict.UNKNOWN
    if named.kind is Kind.OUTLET:
        media = _of(role) & {"media"} or role.roles & {"report", "agency"}
        return Verdict.UNKNOWN if media else Verdict.DIFFERENT
    if role.kind is Kind.BODY and not role.about and named.kind is Kind.BODY:
        return Verdict.UNKNOWN  # "the company", "the coalition"
    if not named.roles and not named.about:
        return Verdict.UNKNOWN if named.kind is Kind.PERSON and role.kind is Kind.PERSON else _families(named, role)
    return _families(named, role)


def _of(entity: Entity) -> frozenset[str]:
    """The families that an entity's describing words belong to."""
    families, hints = lexicon().families, lexicon().hints
    words = entity.roles | entity.about | (_words(entity) if entity.kind is not Kind.PERSON else frozenset())
    found: set[str] = set()
    for word in words:
        found |= families.get(word, frozenset())
        if word in hints:
            found.add(hints[word])
    return frozenset(found)


def _families(one: Entity, other: Entity) -> Verdict:
    """Speakers compared by what kind of people they are."""
    mine, theirs = _of(one), _of(other)
    if Kind.DOCUMENT in (one.kind, other.kind):
        return Verdict.UNKNOWN
    if not mine or not theirs:
        return Verdict.UNKNOWN
    if one.roles & _VAGUE or other.roles & _VAGUE:
        civil = {"official", "politics", "police", "fire", "military", "law", "health", "business", "science", "sport"}
        return Verdict.UNKNOWN if mine & civil and theirs & civil else Verdict.DIFFERENT
    special = (mine - {"official"}, theirs - {"official"})
    if all(special):
        return Verdict.UNKNOWN if special[0] & special[1] else Verdict.DIFFERENT
    return Verdict.UNKNOWN
