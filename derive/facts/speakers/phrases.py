"""Noun phrases that can speak: a name, a role, a body, a document or a pronoun, read to the left or right of a cue."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct, field

from derive.facts.speakers.namewords import is_name_word, spelt
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import lexicon

_PARTICLES = frozenset("de dela da do di du del della der den van von bin bint ibn al el la le ter abu ben".split())


class Kind(StrEnum):
    """What a speaking phrase names."""

    PERSON = "person"
    GROUP = "group"  # officials, police, residents
    BODY = "body"
    OUTLET = "outlet"
    DOCUMENT = "document"
    PRONOUN = "pronoun"


class Phrase(Struct, frozen=True):
    """A speaking noun phrase: words start to end (exclusive) of the text, and what they say about the speaker.

    `name`: the words of the proper name, titles gone. `roles`: the nouns for what the speaker is. `about`: other
    words that describe or place the speaker (modifiers, affiliation).
    """

    start: int
    end: int
    kind: Kind
    name: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    gender: str = ""
    plural: bool = False
    definite: bool = False  # "the minister": somebody known
    more: tuple[Phrase, ...] = field(default=())  # further speakers of the same statement


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A role noun in the singular: compared, never shown."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("women"):
        return word[:-5] + "woman"
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def _collapsed(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name with letters in a row joined: "i a a f" to "iaaf"."""
    words: list[str] = []
    glue = False
    for word in name:
        if len(word) == 1 and glue:
            words[-1] += word
        else:
            words.append(word)
        glue = len(word) == 1
    return tuple(words)


def describe(text: Text, start: int, end: int, first: int) -> Phrase | None:
    """Read words start to end as one noun phrase whose head is its last words. None when no speaker is seen there."""
    lex = lexicon()
    last = text.norm[end - 1]
    if last in lex.pronouns or last == "it":
        gender = "she" if last == "she" else "he" if last == "he" else ""
        return Phrase(end - 1, end, Kind.PRONOUN, gender=gender, plural=last in ("they", "we"))
    begin = _left_edge(text, start, end)
    run = end
    while run > begin and (
        is_name_word(text, run - 1, first)
        or (text.norm[run - 1] in _PARTICLES and run < end and not text.possessive[run - 1])
    ):
        if text.possessive[run - 1] and run < end and not _is_body(text, run, end):
            break
        run -= 1
    while run < end and not text.capital[run] and not text.norm[run].isdigit():
        run += 1
    if run < end:
        return _named(text, begin, run, end, first)
    return _common(text, begin, end)


def _left_edge(text: Text, start: int, end: int) -> int:
    """Where the phrase that ends at `end` begins: its determiner, or the first word that can belong to it."""
    lex = lexicon()
    for index in range(end - 1, start - 1, -1):
        particle = index + 1 < end and text.norm[index] in _PARTICLES
        if text.norm[index] in lex.determiners and not spelt(text, index) and not particle:
            while index > start and (text.norm[index - 1] in lex.determiners or text.norm[index - 1] == "of"):
                index -= 1  # "many of the", "the four-term"
            return index
    return start


def _is_body(text: Text, start: int, end: int) -> bool:
    """Whether the words are the end of a body's name: "Sheriff's Office", "Ministry", "WHO"."""
    lex = lexicon()
    return any(text.norm[i] in lex.bodies and text.norm[i] not in lex.people for i in range(start, end))


def _acronym(text: Text, index: int) -> bool:
    surface = text.of(index, index + 1)
    return len(surface.replace(".", "")) >= 2 and surface.isupper()


def _ampersand(text: Text, start: int, end: int) -> bool:
    """Whether words are an acronym with "&" in it."""
    surface = text.of(start, end) if start < end else ""
    return "&" in surface and " " not in surface and surface.isupper()


def _named(text: Text, begin: int, run: int, end: int, first: int) -> Phrase:
    """A phrase that ends with capitalised words from `run` on."""
    lex = lexicon()
    words = _collapsed(text.norm[run:end])
    cut = 0  # titles and roles that stand before the name: "Attorney General | William Barr"
    for offset, word in enumerate(words):
        if word in lex.titles or (word in lex.people and singular(word) == word and offset + 1 < len(words)):
            cut = offset + 1
    if 1 < cut == len(words) and words[cut - 2] in lex.first_names and words[cut - 1] in lex.titles:
        cut -= 2  # "John Major"
    front = begin
    joined = " ".join(words)
    if joined in lex.offices or joined in lex.outlets:
        cut = 0
    roles = {singular(w) for w in words[:cut] if w in lex.families or w in lex.titles}
    about = {w for w in words[:cut] if w not in lex.determiners}
    name = words[cut:]
    firm = _ampersand(text, run + cut, end)
    if firm:  # "PG&E"
        name = ("".join(name),)
    genders = [lex.gender[w] for w in words[:cut] if w in lex.gender]
    # Lower-case words before the name belong to it only when they end with a role: "harbour master Marta Lindqvist".
    definite = begin < run and text.norm[begin] in (
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
    )
    before = [text.norm[i] for i in range(begin, run)]
    outlet = False
    titled = before and before[-1] in lex.people and singular(before[-1]) == before[-1]
    if titled and not text.possessive[run - 1]:
        roles.add(singular(before[-1]))
        about.update(w for w in before if w not in lex.determiners)
        genders += [lex.gender[w] for w in before if w in lex.gender]
    elif before and "media" in lex.families.get(before[-1], ()) and not text.possessive[run - 1]:
        about.update(w for w in before if w not in lex.determiners)
        outlet = True
    elif before and (text.possessive[run - 1] or before == ["the"]):
        about.update(w for w in before if w not in lex.determiners)
    elif before and before[-1] in lex.titles:
        roles.add(before[-1])
        about.update(w for w in before if w not in lex.determiners)
    else:
        keep = run
        while keep - 1 >= begin and text.norm[keep - 1] in lex.determiners:
            keep -= 1
        front = keep
    if not name:  # "the Prime Minister", "Interior Minister": a role in capitals
        head = singular(words[-1])
        person = words[-1] in lex.people or words[-1] in lex.titles
        return Phrase(
            front, end, Kind.PERSON if person and words[-1] == head else Kind.GROUP if person else Kind.BODY,
            roles=frozenset({head}), about=frozenset(about - {words[-1]}),
            gender=lex.gender.get(words[-1], ""), plural=words[-1] != head, definite=definite,
        )  # fmt: skip
    kind = Kind.PERSON
    if outlet or joined in lex.outlets or (len(name) > 1 and (name[-1] in lex.outlet_ends or name[-1].isdigit())):
        kind = Kind.OUTLET
    elif words[-1] in lex.people and words[-1] not in lex.titles and singular(words[-1]) != words[-1]:
        return Phrase(
            front, end, Kind.GROUP, roles=frozenset({singular(words[-1])}), about=frozenset(words[:-1]), plural=True
        )
    elif words[-1] in lex.people and words[-1] not in lex.titles:
        named_police = words[-1] == "police"
        return Phrase(
            front, end, Kind.GROUP if named_police else Kind.PERSON,
            roles=frozenset({words[-1]}), about=frozenset(words[:-1]), gender=lex.gender.get(words[-1], ""),
        )  # fmt: skip
    elif (
        joined in lex.offices
        or firm
        or any(w in lex.bodies and w not in lex.titles for w in name)
        or (len(name) == 1 and (_acronym(text, end - 1) or len(words) > cut + 1))
        or (definite and not roles and all(w in lex.determiners for w in before))
    ):
        kind = Kind.BODY
    if not genders and kind is Kind.PERSON and name[0] in lex.first_names and len(name) > 1:
        genders = [lex.first_names[name[0]]]
    if kind is Kind.BODY:
        roles |= {w for w in name if w in lex.bodies}
    return Phrase(
        front, end, kind, tuple(name), frozenset(roles), frozenset(about) - set(name), genders[0] if genders else "",
        definite=definite,
    )  # fmt: skip


def _common(text: Text, begin: int, end: int) -> Phrase | None:
    """A phrase with a common noun for its head: "the port's harbour master", "forest officials", "a report"."""
    lex = lexicon()
    head = text.norm[end - 1]
    one = singular(head)
    aged = text.norm[max(begin, end - 2) : end] == ("year", "old")  # "the 34-year-old"
    if aged or head in lex.people or one in lex.people:
        kind = (
            Kind.GROUP if head != one or head in ("police", "staff", "opposition", "press", "family") else Kind.PERSON
        )
    elif head in lex.bodies or one in lex.bodies:
        kind = Kind.BODY
    elif head in lex.documents or one in lex.documents or head in lex.speech:
        kind = Kind.DOCUMENT
    else:
        return None
    if (head in lex.documents or one in lex.documents) and head not in lex.people and head not in lex.bodies:
        kind = Kind.DOCUMENT
    words = text.norm[begin:end]
    about = frozenset(w for w in words[:-1] if w not in lex.determiners)
    genders = [lex.gender[w] for w in words if w in lex.gender]
    definite = bool(words) and words[0] in (
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "same",
    )
    return Phrase(
        begin, end, kind, (), frozenset({one}), about, genders[-1] if genders else "", plural=head != one,
        definite=definite or (begin > 0 and text.possessive[end - 2]) if end - begin > 1 else definite,
    )  # fmt: skip
