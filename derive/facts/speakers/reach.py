"""From a cue to its speaker: the noun phrase before it or after it, across prepositions, appositions and "and"."""

from __future__ import annotations

from msgspec.structs import replace

from derive.facts.speakers.namewords import is_second_half, spelt
from derive.facts.speakers.phrases import Kind, Phrase, describe
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Form, lexicon

_REDUCED = 12  # words between such a form and the verb of the document
_PAST = frozenset("seen made sent given shown written held taken known found led run read heard drawn put".split())
_REACH = 24  # words of a noun phrase on one side of its cue; a longer one is a clause misread
_APPOSITION = 30  # words between two commas
_NAMING = frozenset("of for from at by in with".split())
_CLAUSES = frozenset("after before until since".split())  # they open clauses as well as phrases
_CLOSE = frozenset({"", "."})  # "." inside a unit: an initial or an abbreviation


def before(text: Text, end: int, floor: int, first: int) -> Phrase | None:
    """The speaking phrase that ends with word `end - 1`, before any parenthesis there, not reaching below `floor`."""
    lex = lexicon()
    while floor < end < len(text.aside) and text.aside[end - 1] >= 0 and text.aside[end] != text.aside[end - 1]:
        end = text.aside[end - 1]
    if end <= floor or text.quote[end - 1] >= 0:
        return None
    if text.norm[end - 1] in lex.pronouns or text.norm[end - 1] == "it":
        return describe(text, end - 1, end, first)
    start = end
    while start > floor and end - start < _REACH:
        word = text.norm[start - 1]
        if (start < end and text.mark[start] not in _CLOSE) or text.quote[start - 1] >= 0:
            break
        if ((word in lex.breaks or word in lex.pronouns) and not spelt(text, start - 1)) or _finite(text, start - 1):
            break
        start -= 1
    phrase = _head(text, start, end, first, fronted=start == first)
    if phrase is None:
        return None
    phrase = _partitive(text, phrase, floor)
    joins = start > floor and text.norm[start - 1] in ("and", "or") and text.mark[start - 1] == ""
    if joins and phrase.start <= start + 1:
        other = before(text, start - 1, floor, first)
        if (
            other is not None
            and phrase.kind is Kind.BODY
            and phrase.name
            and phrase.start == start
            and len(other.name) == 1
        ) and text.norm[start] not in lex.determiners:  # "the Food and Drug Agency"
            return replace(phrase, start=other.start, name=(*other.name, "and", *phrase.name), roles=phrase.roles)
        if other is not None and not other.name and phrase.name and _tailed(text, other, start - 1):
            return replace(other, end=phrase.end, about=other.about | set(phrase.name))
        if other is not None and other.kind is not Kind.PRONOUN and _opens(text, other.start, floor):
            phrase = replace(phrase, start=other.start, more=(other,), plural=True)
    return phrase


def _partitive(text: Text, phrase: Phrase, floor: int) -> Phrase:
    """ "two of | the people"."""
    at = phrase.start - 2
    counts = at >= floor and text.norm[at + 1] == "of" and text.norm[at] in lexicon().determiners
    return replace(phrase, start=at) if counts else phrase


def _tailed(text: Text, phrase: Phrase, end: int) -> bool:
    """Whether a place or body ends a phrase, so that "and" joins one to it: "officials in Halden | and Tormo"."""
    inside = range(phrase.start, phrase.end)
    return phrase.end == end and text.capital[end - 1] and any(text.norm[i] in lexicon().prepositions for i in inside)


def is_reduced(text: Text, index: int, end: int) -> bool:
    """Whether a past form only describes the document before it: "records disclosed Wednesday | revealed that"."""
    lex = lexicon()
    verb = lex.verbs.get(text.norm[index])
    if verb is None or verb.form is not Form.PAST or index == 0 or index + 1 >= end or text.mark[index] != "":
        return False
    documents = lex.documents | lex.speech
    if text.norm[index - 1] not in documents or text.mark[index + 1] != "":
        return False
    word = text.norm[index + 1]
    if word not in lex.prepositions and word not in lex.between:
        return False
    following = next((i for i in range(index + 2, min(end, index + _REDUCED)) if text.norm[i] in lex.verbs), None)
    return following is not None and all(text.mark[i] == "" for i in range(index + 1, following + 1))


def _finite(text: Text, index: int) -> bool:
    """Whether a word is a reporting verb and so no part of a noun phrase."""
    lex = lexicon()
    verb = lex.verbs.get(text.norm[index])
    if verb is None or text.capital[index] or text.norm[index] in lex.documents or text.norm[index] in lex.speech:
        return False
    if verb.form is Form.PAST and is_reduced(text, index, len(text.norm)):
        return False
    return verb.form is Form.PAST or (verb.form is Form.PRESENT and not verb.wary)


def _opens(text: Text, start: int, floor: int) -> bool:
    """Whether a phrase stands at the beginning of its clause."""
    if start <= floor or text.mark[start] not in _CLOSE:
        return True
    return text.norm[start - 1] in lexicon().breaks or text.norm[start - 1] == "both"


def _segments(text: Text, start: int, end: int) -> list[tuple[str, int, int]]:
    """The region cut at its prepositions: (preposition or "", start, end) of each piece."""
    pieces = []
    begin, link = start, ""
    for index in range(start, end):
        named = index > start and (text.capital[index] or is_second_half(text, index))
        if text.norm[index] in lexicon().prepositions and not named:
            pieces.append((link, begin, index))
            begin, link = index + 1, text.norm[index]
    pieces.append((link, begin, end))
    return pieces


def _head(text: Text, start: int, end: int, first: int, *, fronted: bool) -> Phrase | None:
    """Of a region that ends at the cue, the phrase that is its subject: "a spokesman for the port" is a spokesman."""
    pieces = _segments(text, start, end)
    for number in range(len(pieces) - 1, 0, -1):
        link, begin, stop = pieces[number]
        if link in _CLAUSES and begin < stop:  # "… after the High Court in Halden | ruled"
            phrase = _head(text, begin, end, first, fronted=False)
            if phrase is not None and phrase.start == begin:
                return phrase
    leads = fronted and pieces[0][1] == pieces[0][2]
    order = range(len(pieces) - 1, -1, -1) if leads else range(len(pieces))
    for number in order:
        _, begin, stop = pieces[number]
        phrase = describe(text, begin, stop, first) if begin < stop else None
        behind = phrase is not None and phrase.start - 1 > begin and _participle(text, phrase.start - 1)
        if phrase is None or behind:  # "Lindqvist speaking | to the council", "a panel considering the plan"
            busy = next((i for i in range(begin + 1, stop) if _participle(text, i) or _past(text, i, stop)), None)
            doer = describe(text, begin, busy, first) if busy is not None and (stop < end or behind) else None
            phrase = doer or (phrase if behind else None)
        rest = pieces[number + 1 :]
        if phrase is not None and phrase.kind is not Kind.PRONOUN and all(_compact(text, a, b) for _, a, b in rest):
            return _joined(text, phrase, rest)
    return None


def _past(text: Text, index: int, stop: int) -> bool:
    """Whether a past participle ends a piece: "the decree signed | by the pope", "records disclosed Wednesday"."""
    word = text.norm[index]
    past = word.endswith("ed") or word in _PAST
    ends = index + 1 == stop or text.norm[index + 1] in lexicon().between
    return past and ends and not text.capital[index] and word not in lexicon().families


def _participle(text: Text, index: int) -> bool:
    word = text.norm[index]
    return word.endswith("ing") and not text.capital[index] and word not in lexicon().families


def _compact(text: Text, start: int, end: int) -> bool:
    """Whether words are one noun phrase as far as case tells: "Kenya won the race" is not."""
    lex = lexicon()
    for index in range(start + 1, end):
        word = text.norm[index]
        falls = text.capital[index - 1] and not text.capital[index] and not text.possessive[index - 1]
        if falls and word not in lex.families and word not in lex.documents and word != "and":
            return end - index <= 2 and not any(text.norm[i] in lex.determiners for i in range(index, end))
    return True


def _joined(text: Text, phrase: Phrase, pieces: list[tuple[str, int, int]]) -> Phrase:
    """The phrase with what its prepositions add: "the mayor | of Halden", "Lindqvist | of the Port Union"."""
    about = set(phrase.about)
    end = phrase.end
    name = phrase.name
    for link, begin, stop in pieces:
        if link not in _NAMING or begin >= stop:
            break
        words = [w for w in text.norm[begin:stop] if w not in lexicon().determiners]
        about.update(words)
        capitals = [i for i in range(begin, stop) if text.capital[i]]
        if link == "of" and phrase.kind is Kind.PERSON and not phrase.name and len(capitals) == stop - begin > 2:
            name = text.norm[stop - 2 : stop]  # "Mayor of Halden Ann Lee"
        if link == "of" and phrase.kind is Kind.BODY and phrase.name and text.capital[begin]:
            name = (*name, *words)
        end = stop
    return replace(phrase, end=end, about=frozenset(about) - set(name), name=name)


def after(text: Text, start: int, ceiling: int, first: int) -> Phrase | None:
    """The speaking phrase that begins with word `start`, not reaching word `ceiling`."""
    lex = lexicon()
    if start >= ceiling or text.quote[start] >= 0:
        return None
    if text.norm[start] in lex.pronouns and text.norm[start] != "who":
        return describe(text, start, start + 1, first)
    stop = start
    while stop < ceiling and stop - start < _REACH:
        if (stop > start and text.mark[stop] not in _CLOSE) or text.quote[stop] >= 0:
            break
        word = text.norm[stop]
        joins = word == "and" and stop + 1 < ceiling and stop > start and text.mark[stop + 1] in _CLOSE
        if (word in lex.breaks and not joins) or word in lex.pronouns or (stop > start and _finite(text, stop)):
            break
        stop += 1
    halves = [i for i in range(start, stop) if text.norm[i] == "and"]
    cut = halves[0] if halves else stop
    phrase = _first(text, start, cut, first)
    if phrase is not None and halves and phrase.end == cut:
        other = _first(text, cut + 1, stop, first)
        if other is not None:
            phrase = replace(phrase, end=other.end, more=(other,), plural=True)
    return phrase


def _first(text: Text, start: int, stop: int, first: int) -> Phrase | None:
    """The first speaking phrase of a region that begins with one."""
    pieces = _segments(text, start, stop)
    _, begin, end = pieces[0]
    for last in range(end, begin, -1):
        phrase = describe(text, begin, last, first)
        if phrase is not None and phrase.name and _modifies(text, begin, phrase.start):
            phrase = replace(phrase, start=begin)
        if phrase is not None and phrase.start == begin:
            return _joined(text, phrase, pieces[1:]) if last == end else phrase
    return None


def _modifies(text: Text, start: int, end: int) -> bool:
    """Whether a few plain words stand before a name and belong to it: "retired docker Erik Ostrand"."""
    lex = lexicon()
    return 0 < end - start <= 3 and not any(
        text.capital[i] or text.norm[i] in lex.between or text.norm[i] in lex.verbs for i in range(start, end)
    )


def apposed(text: Text, phrase: Phrase, ceiling: int, first: int) -> Phrase:
    """The phrase with what the apposition after it says: "Lindqvist, the harbour master", "the mayor, Ann Lee"."""
    at = phrase.end
    if at >= ceiling or text.mark[at] not in (",", "("):
        return phrase
    stop = at + 1
    while stop < ceiling and stop - at < _APPOSITION and text.mark[stop] in _CLOSE and text.quote[stop] < 0:
        stop += 1
    other = after(text, at, stop, first)
    if other is None or (other.name and not phrase.name and other.end != stop):
        return phrase  # "according to the pollsters, Lindqvist has …": a new clause, not a name for them
    if other.end < stop and not text.mark[other.end] and text.norm[other.end] in lexicon().verbs:
        return phrase  # "sent to Ostra Bay, the ministry said": the subject of a verb of its own
    return merged(phrase, other)


def _kind_with(phrase: Phrase, other: Phrase) -> Kind:
    """What a named phrase is, with what stands in apposition: "Tormo, a shop,", "Ostrand, a docker,"."""
    if other.kind is Kind.PERSON and phrase.kind is Kind.BODY and not phrase.roles:
        return Kind.PERSON
    if other.kind is Kind.BODY and phrase.kind is Kind.PERSON and not (phrase.roles or phrase.gender):
        return Kind.BODY
    return phrase.kind


def merged(phrase: Phrase, other: Phrase) -> Phrase:
    """Two phrases for one speaker, side by side. Unmergeable ones (two names, a pronoun) give the first."""
    if other.kind in (Kind.PRONOUN, Kind.OUTLET) or other.more or phrase.kind is Kind.PRONOUN:
        return phrase
    if (
        other.name
        and not phrase.name
        and phrase.kind in (Kind.PERSON, Kind.GROUP, Kind.DOCUMENT)
        and other.kind is Kind.PERSON
    ):
        return replace(
            other,
            start=min(phrase.start, other.start),
            end=max(phrase.end, other.end),
            roles=phrase.roles | other.roles,
            about=phrase.about | other.about,
            gender=phrase.gender or other.gender,
        )
    if phrase.name and not other.name and other.kind is not Kind.DOCUMENT:
        return replace(
            phrase,
            roles=phrase.roles | other.roles,
            about=phrase.about | other.about,
            gender=phrase.gender or other.gender,
            kind=_kind_with(phrase, other),
        )
    if not phrase.name and other.kind in (
        Kind.BODY,
        Kind.GROUP,
        Kind.PERSON,
    ):  # "the regulator, the Ferry Office, said"
        return replace(phrase, roles=phrase.roles | other.roles, about=phrase.about | other.about | set(other.name))
    return phrase
