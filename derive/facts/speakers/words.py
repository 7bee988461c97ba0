"""The speakers' lexicon as look-up tables: verb forms by rule, nouns by family."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any

from msgspec import Struct

from derive.facts.lexicon import load
from derive.text.spelling import american


class Act(StrEnum):
    """What a speaker does with a statement."""

    SAY = "say"
    CLAIM = "claim"
    WARN = "warn"
    DENY = "deny"
    CONFIRM = "confirm"
    ANNOUNCE = "announce"
    REPORT = "report"
    WRITE = "write"
    ASK = "ask"
    THINK = "think"
    DESCRIBE = "describe"
    JUDGE = "judge"


class Form(StrEnum):
    """Which form of a verb."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


class Verb(Struct, frozen=True):
    """A form of a reporting verb."""

    lemma: str
    act: Act
    form: Form
    clause: bool  # stands beside a quotation or clause in any order; else only after its subject
    wary: bool  # also a noun or another verb: counts only before a clause, a quotation or an object
    addressed: bool  # takes a person for its object, so that no speaker stands behind it
    strict: bool  # mostly another verb: counts only before "that", a quotation or a pronoun


_VOWELS = frozenset("aeiou")


def _inflect(lemma: str) -> tuple[str, str, str]:
    """Present, past and -ing form of a regular verb."""
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"), lemma + "ed", lemma + "ing"


def _forms(lemma: str, irregular: dict[str, str]) -> Iterable[tuple[str, Form]]:
    yield lemma, Form.BASE
    if lemma not in irregular:
        yield from zip(_inflect(lemma), (Form.PRESENT, Form.PAST, Form.ING), strict=True)
        return
    for word in irregular[lemma].split():
        yield word, Form.ING if word.endswith("ing") else Form.PRESENT if word == lemma + "s" else Form.PAST


class Lexicon(Struct, frozen=True):
    """All of it. Words are in the form of `Token.norm`."""

    verbs: dict[str, Verb]
    particles: dict[str, frozenset[str]]  # verb -> words after it that make it another verb
    objects: dict[str, frozenset[str]]  # verb -> nouns close behind it that do
    families: dict[str, frozenset[str]]  # noun (person or body) -> its families
    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    titles: frozenset[str]
    anybody: frozenset[str]  # nouns that describe whom the text is about, and are no post
    gender: dict[str, str]  # noun, title or pronoun -> "she" | "he"
    first_names: dict[str, str]
    given: frozenset[str]  # those and others that either may have
    places: frozenset[str]
    outlets: frozenset[str]
    outlet_ends: frozenset[str]
    exclusive: frozenset[str]  # posts of state: who holds one is called by it
    mouthpieces: frozenset[str]
    leading: frozenset[str]  # who may speak for a body
    posts: frozenset[str]  # those and others that one holder, or one body, has in a place
    offices: dict[str, frozenset[str]]
    hints: dict[str, str]  # describing word -> family
    speech: frozenset[str]
    stances: frozenset[str]  # adjectives for what somebody thinks
    copulas: frozenset[str]
    frames: frozenset[str]  # nouns of "in her view"
    views: dict[str, Act]  # nouns of "her claim that"
    catenatives: frozenset[str]  # "sought" to say, "was quick" to say, "kept" saying
    speech_verbs: frozenset[str]
    cues: frozenset[str]  # all words that a pattern of credit may stand at
    kept: frozenset[str]
    between: frozenset[str]
    times: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    links: frozenset[str]
    breaks: frozenset[str]
    pronouns: frozenset[str]


def _nouns(views: dict[str, Any]) -> Iterable[str]:
    yield from views["frames"].split()
    for words in views["acts"].values():
        yield from words.split()


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The tables, built once."""
    data = load("speakers", language)
    places = load("places", language)
    wary = frozenset(data["wary"]["forms"].split())
    addressed = frozenset(data["addressed"]["verbs"].split())
    strict = frozenset(data["wary"]["strict"].split())
    verbs: dict[str, Verb] = {}
    for frame in ("object", "clause"):
        for act, lemmas in data[frame].items():
            for lemma in lemmas.split():
                for word, form in _forms(lemma, data["irregular"]):
                    verbs[american(word)] = Verb(
                        lemma, Act(act), form, frame == "clause", word in wary, lemma in addressed, lemma in strict
                    )
    families: dict[str, set[str]] = {}
    for kind in ("people", "bodies"):
        for family, words in data[kind].items():
            for word in words.split():
                families.setdefault(word, set()).add(family)
    genders = {word: which for which in ("she", "he") for word in data["gender"][which].split()}
    names = {word: which for which in ("she", "he") for word in data["first_names"][which].split()}
    nouns = {form for word in _nouns(data["views"]) for form in (word, word + "s")}
    common = set(data["first_names"]["she"].split()) & set(data["first_names"]["he"].split())
    return Lexicon(
        verbs=verbs,
        particles={verb: frozenset(words.split()) for verb, words in data["particles"].items()},
        objects={verb: frozenset(words.split()) for verb, words in data["objects"].items()},
        families={word: frozenset(found) for word, found in families.items()},
        people=frozenset(word for words in data["people"].values() for word in words.split()),
        bodies=frozenset(word for words in data["bodies"].values() for word in words.split()),
        documents=frozenset(data["documents"]["words"].split()),
        titles=frozenset(data["titles"]["words"].split()),
        anybody=frozenset(word for words in data["anybody"].values() for word in words.split()),
        gender=genders,
        given=frozenset(load("names", language)["given"]["names"]) | names.keys(),
        first_names={word: which for word, which in names.items() if word not in common},
        places=frozenset((*places["countries"], *places["regions"], *places["states"], *places["cities"]["names"])),
        outlets=frozenset(data["outlets"]["names"]),
        outlet_ends=frozenset(data["outlets"]["ends"].split()),
        exclusive=frozenset(data["posts"]["exclusive"].split()),
        mouthpieces=frozenset(data["posts"]["mouthpieces"].split()),
        leading=frozenset(data["posts"]["leaders"].split()),
        posts=frozenset(word for words in data["posts"].values() for word in words.split()),
        offices={name: frozenset(words.split()) for name, words in data["offices"].items()},
        hints={word: family for family, words in data["hints"].items() for word in words.split()},
        stances=frozenset(data["stances"]["adjectives"].split()),
        copulas=frozenset(data["stances"]["copulas"].split()),
        frames=frozenset(data["views"]["frames"].split()),
        views={word: Act(act) for act, words in data["views"]["acts"].items() for word in words.split()},
        catenatives=frozenset(data["catenatives"]["words"].split()),
        speech=frozenset(data["speech"]["nouns"].split()),
        speech_verbs=frozenset(data["speech"]["verbs"].split()),
        cues=frozenset(
            ("according", *verbs, *data["speech"]["verbs"].split(), *data["stances"]["adjectives"].split(), *nouns)
        ),
        kept=frozenset(data["kept"]["words"].split()),
        between=frozenset(data["between"]["adverbs"].split()),
        times=frozenset(data["between"]["times"].split()),
        auxiliaries=frozenset(data["between"]["auxiliaries"].split()),
        negations=frozenset(data["between"]["negations"].split()),
        determiners=frozenset(data["function"]["determiners"].split()),
        prepositions=frozenset(data["function"]["prepositions"].split()),
        links=frozenset(data["function"]["links"].split()),
        breaks=frozenset(data["function"]["breaks"].split()),
        pronouns=frozenset(data["function"]["people"].split()),
    )


def credits_somebody(norm: str) -> bool:
    """Whether a word may credit a statement: a reporting verb or "according"."""
    return norm == "according" or norm in lexicon().verbs


def posts() -> frozenset[str]:
    """Nouns for a speaker of whom a place has one: "the county sheriff", "the palace"."""
    return lexicon().posts


def keeps_credit(norm: str) -> bool:
    """Whether a word leaves a sentence somebody's word, though nobody is named in it: "reportedly", "was accused"."""
    return norm in lexicon().kept
