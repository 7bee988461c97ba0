"""The word lists that names are told by, loaded once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from derive.facts import lexicon


class Vocabulary(Struct, frozen=True):
    """Sets of words in normal form; `places` maps every name and people's word of a place to its first name."""

    honorifics: frozenset[str]
    roles: frozenset[str]
    heads: frozenset[str]
    nobles: frozenset[str]
    organisation: frozenset[str]
    place: frozenset[str]
    other: frozenset[str]
    place_first: frozenset[str]
    other_first: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    suffixes: frozenset[str]
    legal: frozenset[str]
    dotted: frozenset[str]
    plain: frozenset[str]
    calendar: frozenset[str]
    starters: frozenset[str]
    prefixes: frozenset[str]
    given: frozenset[str]
    places: dict[tuple[str, ...], str]
    seats: dict[str, str]
    peoples: dict[tuple[str, ...], str]
    place_words: frozenset[str]
    general: frozenset[str]
    ordinary: frozenset[str]

    def is_ordinary(self, stem: str) -> bool:
        """Whether a word of that stem is one of general English."""
        return stem in self.ordinary


def normal(text: str) -> tuple[str, ...]:
    """A lexicon entry as the words of a name (the lists are written in normal form already)."""
    return tuple(text.replace("-", " ").replace("d'", "").split())


def _plural(word: tuple[str, ...]) -> tuple[str, ...]:
    last = word[-1]
    return (*word[:-1], last[:-1] + "ies" if last.endswith("y") else last + "s")


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The lists of a language."""
    names, places = lexicon.load("names", language), lexicon.load("places", language)
    of_place: dict[tuple[str, ...], str] = {}
    peoples: dict[tuple[str, ...], str] = {}
    seats: dict[str, str] = {}
    for table in (places["regions"], places["countries"]):
        for name, entry in table.items():
            for form in (name, *entry.get("also", ())):
                of_place[normal(form)] = name
            for word in entry["people"]:
                peoples[normal(word)] = peoples[_plural(normal(word))] = name
            if "seat" in entry:
                seats[" ".join(normal(entry["seat"]))] = name
                of_place.setdefault(normal(entry["seat"]), entry["seat"])
    for name, short in places["states"].items():
        for form in (name, *short):
            of_place.setdefault(normal(form), name)
    for name in places["cities"]["names"]:
        of_place.setdefault(normal(name), name)
    for word in places["peoples"]["words"]:
        peoples.setdefault(normal(word), word)
        peoples.setdefault(_plural(normal(word)), word)

    def words(section: str, *keys: str) -> frozenset[str]:
        return frozenset(word for key in keys for word in names[section][key])

    listed = (Path(lexicon.__file__).parent / language / "words.txt").read_text("utf-8").splitlines()
    return Vocabulary(
        honorifics=words("titles", "honorifics"),
        roles=words("titles", "roles"),
        heads=words("titles", "heads"),
        nobles=words("titles", "nobles"),
        organisation=words("kinds", "organisation"),
        place=words("kinds", "place"),
        other=words("kinds", "other"),
        place_first=words("kinds", "place_first"),
        other_first=words("kinds", "other_first"),
        particles=words("joints", "particles"),
        openers=words("joints", "openers"),
        suffixes=words("joints", "suffixes"),
        legal=words("joints", "legal"),
        dotted=words("joints", "dotted"),
        plain=words("plain", "words"),
        calendar=words("plain", "calendar"),
        starters=words("plain", "starters"),
        prefixes=words("plain", "prefixes"),
        given=words("given", "names"),
        places=of_place,
        seats=seats,
        peoples=peoples,
        place_words=frozenset(form[0] for form in of_place if len(form) == 1),
        general=words("kinds", "organisation", "place") - words("kinds", "alone"),
        ordinary=frozenset(" ".join(line for line in listed if line[0] != "#").split()),
    )
