"""Whether two names may be one entity's, and in which words they part."""

from __future__ import annotations

from functools import cache

from derive.facts import lexicon
from derive.facts.names.likeness import is_same
from derive.facts.names.name import Name, NameKind
from derive.facts.names.roster import aliases
from derive.facts.names.vocabulary import vocabulary

Form = tuple[str, ...]
_WATERS = frozenset(("gulf", "sea", "ocean", "strait", "lake", "river"))
_BROAD = frozenset((NameKind.ORGANISATION, NameKind.OTHER))


def apart(one: Form, two: Form) -> tuple[Form, Form]:
    """The words of each that the other lacks; an initial stands for its name."""
    return (
        tuple(word for word in one if not any(_agree(word, other) for other in two)),
        tuple(word for word in two if not any(_agree(word, other) for other in one)),
    )


def _agree(one: str, two: str) -> bool:
    return is_same(one, two) or (1 in (len(one), len(two)) and one[0] == two[0])


def is_one(one: Form, two: Form) -> bool:
    """Whether two forms may name one entity: one has all the words of the other, or they are known as equal."""
    mine, theirs = apart(one, two)
    if not mine or not theirs:
        return True
    if _places(one) & _places(two):
        return True
    known = aliases(one)
    return bool(known) and (two in known or bool(known & aliases(two)))


def _places(form: Form) -> frozenset[str]:
    """The place that a form names and its seat of government, which stand for each other."""
    known = vocabulary()
    place = known.places.get(form)
    return frozenset(one for one in (place, known.seats.get(place or "")) if one)


def may_be_one_kind(name: Name, other: Name) -> bool:
    """Whether two names may stand for each other; a bare word for the thing ("the Office") stands for none."""
    known = vocabulary()
    if len(other.tokens) == 1 and other.tokens[0] in known.general:
        return False
    if len(name.tokens) == 1 and name.tokens[0] in known.organisation and other.tokens in known.places:
        return False  # "the House" for "a U.S. Representative"
    if (_is_water(name) and other.tokens in known.places) or (_is_water(other) and name.tokens in known.places):
        return False  # Louisiana for the Gulf of Mexico
    if NameKind.UNKNOWN in (name.kind, other.kind) or name.kind is other.kind:
        return True
    return {name.kind, other.kind} <= _BROAD


def _is_water(name: Name) -> bool:
    """Whether it names a sea, a lake or a river: nobody governs one."""
    return len(name.tokens) > 1 and bool({name.tokens[0], name.tokens[-1]} & _WATERS)


def may_hold(name: Name, other: Name) -> bool:
    """Whether a country may be told for a place in it: Germany for Bavaria, the United States for Ohio."""
    places = vocabulary().places
    whole, part = places.get(name.tokens), places.get(other.tokens)
    return whole in countries() and part not in countries() and other.kind is NameKind.PLACE


@cache
def countries() -> frozenset[str]:
    """The first names of all countries."""
    return frozenset(lexicon.load("places")["countries"])


def is_restyled(plain: str, name: Name, other_plain: str, other: Name) -> bool:
    """The same letters with other marks, a possessive without its apostrophe, a family: St Peters, the Lindqvists.

    `plain` and `other_plain` are the texts that the two stand in.
    """
    mine = _squashed(name.text)
    theirs = other.tokens[-1] if len(name.tokens) == 1 else _squashed(other.text)
    if mine == theirs:
        return True
    if mine + "s" == theirs:
        return _is_plural(other_plain, other) or plain.startswith("'s", name.span.end)
    if theirs + "s" == mine:
        return _is_plural(plain, name) or other_plain.startswith("'s", other.span.end)
    return False


def _squashed(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _is_plural(plain: str, name: Name) -> bool:
    before = plain[max(0, name.span.start - 4) : name.span.start].lower()
    return before == "the " or plain[name.span.end : name.span.end + 1] in ("'", "’")
