"""The grammar of credit inside one unit: which of its words credit a statement to somebody."""

from __future__ import annotations

from derive.facts.speakers.content import with_content
from derive.facts.speakers.frames import colon_before
from derive.facts.speakers.phrases import Kind
from derive.facts.speakers.raw import Cue, Raw
from derive.facts.speakers.reach import after, apposed, before
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.units import Text
from derive.facts.speakers.verbs import statement
from derive.facts.speakers.views import issued, perspective, stance, view
from derive.facts.speakers.words import Act, lexicon

_SUBORDINATE = frozenset("before after when while because although though since until".split())
_SAID = 4  # words of speech behind "Lindqvist:"
_LABEL = 9  # words before the colon of "Lindqvist on the vote: …"


def in_unit(text: Text, unit: int) -> list[Raw]:
    """The credited statements of one unit, in order, each with its content."""
    first, end = text.units[unit]
    found: list[Raw] = []
    cues = lexicon().cues
    for index in range(first, end):
        if text.norm[index] not in cues or text.quote[index] >= 0:
            continue
        # "X, calling it a gift, said …": a participle stands inside the subject of the verb behind the comma.
        crossed = bool(found) and found[-1].certainty is Certainty.LIKELY and text.mark[index] == ","
        before_last = found[-2] if len(found) > 1 else None
        last = before_last if crossed else found[-1] if found else None
        floor = last.end if last is not None else first
        raw = _at(text, unit, index, floor, _main(text, found))
        if raw is None or raw.start < floor:
            continue
        if crossed and raw.start < found[-1].start:
            found.pop()
        if not found or raw.start >= found[-1].end:
            found.append(raw)
    if not found:
        told = perspective(text, unit)
        found = [told] if told is not None else _colon(text, unit)
    return with_content(text, found, first, end)


def _main(text: Text, found: list[Raw]) -> Raw | None:
    """The last statement that is no adverbial clause: "X rejected it before Y even said why, | arguing"."""
    main = (raw for raw in reversed(found) if raw.start == 0 or not _is_clause(text, raw.start))
    return next(main, found[-1] if found else None)


def _is_clause(text: Text, start: int) -> bool:
    """Whether a statement is no main clause: "before Y even said", "on a report claiming"."""
    opens = any(text.norm[at] in _SUBORDINATE and text.mark[at] == "" for at in (start - 1, start - 2))
    return opens or text.norm[start - 1] in lexicon().prepositions


def _at(text: Text, unit: int, index: int, floor: int, last: Raw | None) -> Raw | None:
    """The statement that the word at `index` credits, if any."""
    word = text.norm[index]
    if word == "according":
        return _according(text, unit, index)
    if index < floor:
        return None
    lex = lexicon()
    if word in lex.verbs and (raw := statement(Cue(text, unit, index, lex.verbs[word], floor, last))) is not None:
        return raw
    if word in lex.speech_verbs:
        return issued(text, unit, index, floor)
    if word in lex.stances:
        return stance(text, unit, index, floor)
    return view(text, unit, index, floor)


def _according(text: Text, unit: int, index: int) -> Raw | None:
    first, end = text.units[unit]
    if index + 2 >= end or text.norm[index + 1] != "to":
        return None
    phrase = after(text, index + 2, end, first)
    if phrase is None:
        return None
    phrase = apposed(text, phrase, end, first)
    return Raw(phrase, index, phrase.end, "according to", Act.SAY, Certainty.SURE, unit)


def _colon(text: Text, unit: int) -> list[Raw]:
    """Colon speech: "Lindqvist: …", "Lindqvist on the vote: “…”", "Lindqvist could offer hope: “…”"."""
    first, end = text.units[unit]
    at = next((i for i in range(first + 1, end) if text.quote[i - 1] < 0 and colon_before(text, i)), None)
    if at is None:
        return []
    phrase = before(text, at, first, first) if at - first < _LABEL else None
    if (phrase is None or phrase.start != first) and text.quote[at] >= 0:
        starts = [
            i
            for i in range(first, min(first + _LABEL, at))
            if i == first or text.mark[i] == "," or _leads(text, i, first)
        ]
        phrase = next((one for i in starts if (one := after(text, i, at, first)) is not None), None)
        somebody = phrase is not None and phrase.definite and phrase.kind in (Kind.PERSON, Kind.BODY)
        named = phrase is not None and (phrase.name or phrase.kind is Kind.PRONOUN or somebody)
        if phrase is None or not named or text.possessive[phrase.end - 1]:
            return []
        return [Raw(phrase, phrase.start, phrase.end, "say", Act.SAY, Certainty.LIKELY, unit, content=((at, end),))]
    brief = end - at < _SAID and text.quote[at] < 0
    if brief or phrase is None or phrase.start != first or (phrase.kind is Kind.DOCUMENT and not phrase.name):
        return []
    return [Raw(phrase, first, at, "say", Act.SAY, Certainty.LIKELY, unit, content=((at, end),))]


def _leads(text: Text, index: int, first: int) -> bool:
    """Whether a name begins behind the words of place or time that a sentence opens with."""
    return text.norm[first] in lexicon().prepositions and text.capital[index] and not text.capital[index - 1]
