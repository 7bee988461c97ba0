"""Every person or body that a document names, spoken or not, with the role that stands beside the name."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from derive.facts.speakers.namewords import is_name_word
from derive.facts.speakers.phrases import Kind, Phrase, describe
from derive.facts.speakers.reach import after, apposed, before, merged
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import lexicon


class Naming(Struct, frozen=True):
    """A named phrase at a word of a unit; `leads` when it begins the unit, as its subject does."""

    word: int
    unit: int
    phrase: Phrase
    leads: bool


def namings(text: Text) -> Iterator[Naming]:
    """The named phrases of a document, in order."""
    for number, (first, end) in enumerate(text.units):
        index = first
        behind = _behind_front(text, first, end)
        while index < end:
            if text.quote[index] >= 0 or not is_name_word(text, index, first):
                index += 1
                continue
            stop = index + 1
            while (
                stop < end
                and text.mark[stop] in ("", ".")
                and text.quote[stop] < 0
                and _goes_on(text, stop, end, first)
            ):
                stop += 1
            phrase = _read(text, stop, first, end) if not _modifies(text, stop, end) else None
            if phrase is not None:
                near = phrase.start == first + 1 and text.norm[first] not in lexicon().prepositions
                leads = phrase.start == first or near or phrase.start == behind
                yield Naming(stop - 1, number, phrase, leads)
            index = stop


def _modifies(text: Text, stop: int, end: int) -> bool:
    """Whether a name that ends at a word only describes the noun there: "a French novelist", "the Sand campaign"."""
    lex = lexicon()
    noun = stop < end and text.mark[stop] == "" and not text.possessive[stop - 1] and not text.capital[stop]
    return noun and text.norm[stop] in lex.families and text.norm[stop] not in lex.verbs


def pointings(text: Text) -> Iterator[Naming]:
    """The subjects without a name, in order: "she", "the mayor", "a neighbour"."""
    for number, (first, end) in enumerate(text.units):
        start = next((at for at in range(first, end) if text.quote[at] < 0), end)
        joined = start + 1 < end and text.norm[start] in ("and", "but", "so", "yet", "then")
        for at in dict.fromkeys((start + joined, _behind_front(text, first, end))):
            phrase = after(text, at, end, first)
            if phrase is None or phrase.start != at or phrase.name or phrase.more or text.possessive[phrase.end - 1]:
                continue
            known = phrase.definite and phrase.kind in (Kind.BODY, Kind.DOCUMENT)
            if phrase.gender if phrase.kind is Kind.PRONOUN else phrase.kind is Kind.PERSON or known:
                yield Naming(phrase.end - 1, number, phrase, leads=True)


def _behind_front(text: Text, first: int, end: int) -> int:
    """Where the subject stands behind a clause or a phrase in front: "Asked why, | Lindqvist …"; else the end."""
    lex = lexicon()
    word = text.norm[first]
    if not (word in lex.prepositions or word in lex.breaks or word.endswith(("ing", "ed"))) or text.quote[first] >= 0:
        return end
    return next((at for at in range(first + 1, end) if text.mark[at] == "," and text.quote[at] < 0), end)


def _goes_on(text: Text, index: int, end: int, first: int) -> bool:
    """Whether a name goes on with this word: another capital, or a particle before one."""
    if text.possessive[index - 1] and text.norm[index] not in lexicon().bodies:
        return False
    if is_name_word(text, index, first):
        return True
    return (
        index + 1 < end
        and text.norm[index] in ("de", "van", "von", "der", "bin", "al", "el")
        and text.capital[index + 1]
    )


def _read(text: Text, stop: int, first: int, end: int) -> Phrase | None:
    """The named phrase that ends at `stop`, with the apposition on either side."""
    lex = lexicon()
    begin = stop - 1
    while begin > first and text.mark[begin] in ("", ".") and text.quote[begin - 1] < 0 and stop - begin < 10:
        word = text.norm[begin - 1]
        if word in lex.breaks or word in lex.prepositions or (word in lex.verbs and not text.capital[begin - 1]):
            break
        begin -= 1
    phrase = describe(text, begin, stop, first)
    if phrase is None or not phrase.name:
        return None
    alone = len(phrase.name) == 1 and phrase.start == first == stop - 1 and phrase.kind is Kind.PERSON
    if alone and (text.norm[first] in lex.families or text.norm[first] in lex.documents):
        return None
    start = phrase.start
    closed = stop >= end or text.mark[stop] in (",", ";", ")")
    if closed and start > first and text.mark[start] == "," and phrase.kind is Kind.PERSON and not phrase.roles:
        role = before(text, start, first, first)
        if role is not None and not role.name and role.kind is Kind.PERSON and (role.definite or role.start == first):
            return merged(role, phrase)
    if phrase.kind is Kind.PERSON and stop < end and text.mark[stop] == ",":
        return apposed(text, phrase, end, first)
    if phrase.kind is Kind.PERSON and stop + 1 < end and text.norm[stop] in ("of", "from") and text.mark[stop] == "":
        return _placed(text, phrase, stop, end)
    return phrase


def _placed(text: Text, phrase: Phrase, stop: int, end: int) -> Phrase:
    """ "Lindqvist of the Port Union": where somebody belongs."""
    last = stop + 1
    while (
        last < min(end, stop + 7)
        and text.mark[last] == ""
        and (text.capital[last] or text.norm[last] in ("the", "of", "for"))
    ):
        last += 1
    words = frozenset(w for w in text.norm[stop + 1 : last] if w not in ("the", "of", "for"))
    return (
        Phrase(
            phrase.start,
            last,
            phrase.kind,
            phrase.name,
            phrase.roles,
            phrase.about | words,
            phrase.gender,
            phrase.plural,
        )
        if words
        else phrase
    )
