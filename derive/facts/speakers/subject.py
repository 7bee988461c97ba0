"""The subject of a reporting verb: before it, across adverbs and auxiliaries, appositions and relative clauses."""

from __future__ import annotations

from msgspec.structs import replace

from derive.facts.speakers.phrases import Phrase
from derive.facts.speakers.reach import after, before, merged
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Act, lexicon

_APPOSITION = 30  # words between two commas
_ASIDE = frozenset({"", ".", "(", ")"})
_DESCRIBING = frozenset("who which whose".split())
_STATES = frozenset("asked based born dressed known pressed questioned quoted seated".split())
_CLOSE = frozenset({"", "."})  # "." inside a unit: an initial or an abbreviation


def subject(text: Text, cue: int, floor: int, first: int) -> tuple[Phrase | None, int]:
    """The subject of the verb at `cue`, and where its verb group begins ("had also | said").

    The phrase is None when no speaker stands before the verb; the second value is -1 when the verb is negated.
    """
    lex = lexicon()
    verb = lex.verbs.get(text.norm[cue])
    cue_is_thought = verb is not None and verb.act is Act.THINK
    at = cue
    while at > floor:
        word = text.norm[at - 1]
        thinks = cue_is_thought and word == "not"  # "does not think that …" is a view too
        if word in lex.negations and text.quote[at - 1] < 0 and not thinks:
            return None, -1
        if text.mark[at] == "," and text.mark[at - 1] != ",":
            break  # the comma ends an apposition, "…, too, said" aside
        plain = not text.capital[at - 1]
        adverb = word in lex.between or (word.endswith("ly") and word not in lex.families and plain)
        helps = word in lex.auxiliaries and plain and text.mark[at] == ""
        if not (adverb or helps or thinks) or text.quote[at - 1] >= 0 or text.mark[at] == "Q":
            break
        at -= 1
    if at < cue and text.mark[at] == "," and text.mark[at + 1] == "," and text.norm[at] in lex.between:
        return before(text, at, floor, first), at  # "Lindqvist, however, said"
    if at - 2 > floor and text.norm[at - 1] in lex.times and text.norm[at - 2] in ("this", "last", "that", "one"):
        at -= 2  # "the minister this morning | said"
    elif text.norm[max(floor, at - 4) : at] == ("at", "the", "same", "time"):
        at -= 4
    if at <= floor or text.mark[at] == "Q":
        return None, at
    if text.mark[at] in _CLOSE:
        return _relative(text, before(text, at, floor, first), floor, first), at
    if text.mark[at] not in (",", "-", ")"):
        return None, at
    if text.mark[at] == ")":
        return before(text, at, floor, first), at
    found = _across(text, at, floor, first)
    addressed = verb is not None and verb.addressed  # "Lindqvist, asked why, …"
    if found is None and text.mark[at] == "," and not addressed:  # a stray comma: "Lindqvist, said she would"
        found = before(text, at, floor, first)
        found = found if found is not None and found.name and found.start == first else None
    return found, at


def _relative(text: Text, phrase: Phrase | None, floor: int, first: int) -> Phrase | None:
    """For "Lindqvist, who said", the one before "who"."""
    if phrase is None or text.norm[phrase.start] != "who":
        return phrase
    at = phrase.start
    if at <= floor:
        return None
    found = before(text, at, floor, first)
    if found is None and text.mark[at] == ",":
        found = _across(text, at, floor, first)
    return found


def _party(phrase: Phrase) -> bool:
    """Whether a phrase is only the party and state of a lawmaker."""
    return len(phrase.name) == 2 and phrase.name[0] in ("d", "r", "i") and not phrase.roles


def _aside(text: Text, phrase: Phrase, floor: int) -> bool:
    """Whether a phrase stands in what only describes the one before it: ", of the union,", ", who works for Saga,"."""
    comma = next((at for at in range(phrase.start - 1, floor, -1) if text.mark[at] == ","), floor)
    word = text.norm[comma]
    return comma > floor and (
        word in _DESCRIBING or (comma == phrase.start - 1 and word in ("of", "from", "at", "with"))
    )


def _passive(text: Text, index: int) -> bool:
    """Whether a participle opens a parenthesis: "asked if", "flanked by", "based in"."""
    word, following = text.norm[index], text.norm[index + 1]
    return word in _STATES or (word.endswith("ed") and following in ("by", "if", "whether", "about", "as"))


def _goes_on(text: Text, at: int) -> bool:
    """Whether a word only continues what stands before it: no comma, or one inside a parenthesis."""
    return text.mark[at] in _ASIDE or text.aside[at] >= 0


def _across(text: Text, at: int, floor: int, first: int) -> Phrase | None:
    """The subject before a parenthesis between commas that ends at word `at`."""
    lex = lexicon()
    for _ in range(3):  # "Lindqvist, 45, the port's harbour master, said"
        open_at = at - 1
        while open_at > floor and at - open_at < _APPOSITION and _goes_on(text, open_at):
            open_at -= 1
        if open_at <= floor or text.mark[open_at] not in (",", "-") or text.quote[open_at - 1] >= 0:
            return None
        word = text.norm[open_at]
        noun = word in lex.determiners or word in lex.families or word in lex.titles or text.capital[open_at]
        side = (
            word in lex.prepositions
            or word.endswith("ing")
            or _passive(text, open_at)
            or word in ("who", "which", "whose", "himself", "herself")
        )
        inner = after(text, open_at, at, first) if not side else None
        named = inner is not None and bool(inner.name) and inner.end == at
        aside = side or word[0].isdigit() or text.possessive[open_at] or word in ("now", "then", "also", "quoted")
        described = inner is not None and inner.start == open_at  # ", retail expert at the university,"
        if not (noun or named or described or aside):
            return None
        if not side and any(text.norm[i] in lex.auxiliaries for i in range(open_at, at)):
            return None  # a clause, not an apposition
        phrase = before(text, open_at, floor, first)
        if phrase is not None and _aside(text, phrase, floor):
            at = open_at  # "Lindqvist, of the union, a body that …, said"
            continue
        if phrase is not None and _party(phrase):
            phrase = None  # "Lindqvist, D-Pa., chair of the panel, said"
        if phrase is not None:
            whole = merged(phrase, inner) if inner is not None else phrase
            return replace(whole, start=phrase.start, end=max(whole.end, phrase.end))
        if inner is not None and named:  # "the lock's keeper-in-charge, Ann Lee, said"
            return inner
        at = open_at
    return None
