"""Credit without a reporting verb: "was confident that", "in her view", "his claim that", "issued a warning"."""

from __future__ import annotations

from derive.facts.speakers.frames import colon_before
from derive.facts.speakers.phrases import Kind, Phrase, singular
from derive.facts.speakers.raw import Raw
from derive.facts.speakers.reach import after, apposed, before
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.subject import subject
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Act, lexicon

_OWNERS = {"his": "he", "her": "she", "their": "", "its": ""}
_BETWEEN = 2  # words between an owner and the noun: "her own stated view"
_DEGREES = frozenset("not very quite so more most less fairly pretty absolutely far from too".split())
_OPENS = frozenset("that he she they it we there the this these".split())
_LEADS = 6  # words within which a colon follows "is" or "was"
_SHORT = 12  # words within which a clause without "that" has its verb


def stance(text: Text, unit: int, index: int, floor: int) -> Raw | None:
    """ "X was confident that", "X is sure the port will close"; "made it clear that"."""
    lex = lexicon()
    first, end = text.units[unit]
    if index + 1 >= end or text.mark[index + 1] != "" or not _takes_clause(text, index + 1, end):
        return None
    at = index
    while at > floor and text.mark[at] == "" and (text.norm[at - 1] in _DEGREES or text.norm[at - 1].endswith("ly")):
        at -= 1
    made = text.norm[index] == "clear"
    if made and text.norm[at - 1] == "it":
        at -= 1
    link = text.norm[at - 1] if at > floor and text.mark[at] == "" else ""
    if link not in (("made", "makes", "make") if made else lex.copulas):
        return None
    phrase, group = subject(text, at - 1, floor, first)
    if phrase is None or group < 0 or phrase.start < floor or text.norm[phrase.start] == "it":
        return None
    return Raw(phrase, phrase.start, index + 1, text.norm[index], Act.THINK, Certainty.SURE, unit, clause=False)


def _takes_clause(text: Text, at: int, end: int) -> bool:
    if text.norm[at] == "that":
        return True
    auxiliaries = lexicon().auxiliaries
    return text.norm[at] in _OPENS and any(text.norm[i] in auxiliaries for i in range(at + 1, min(end, at + _SHORT)))


def view(text: Text, unit: int, index: int, floor: int) -> Raw | None:
    """ "in X's view", "in the words of X", "X's claim that", "a warning from X that"."""
    lex = lexicon()
    first, end = text.units[unit]
    word = singular(text.norm[index])
    act = lex.views.get(word, Act.THINK)
    owner = _owner(text, index, floor, first)
    if owner is not None:
        before_owner = text.norm[owner.start - 1] if owner.start > first else ""
        if word in lex.frames and before_owner in (("to",) if word == "mind" else ("in", "by")):
            return Raw(owner, owner.start - 1, index + 1, "according to", act, Certainty.SURE, unit)
        if word in lex.views and (_that(text, index + 1, end) or _quotes(text, index + 1, end)):
            return Raw(owner, owner.start, index + 1, word, act, Certainty.SURE, unit, clause=False)
        return None
    if index + 2 >= end or text.norm[index + 1] not in ("of", "by", "from") or text.mark[index + 1] != "":
        return None
    phrase = after(text, index + 2, end, first)
    if phrase is None:
        return None
    if word in lex.frames and index - 2 >= first and text.norm[index - 2 : index] in (("in", "the"), ("by", "the")):
        phrase = apposed(text, phrase, end, first)
        return Raw(phrase, index - 2, phrase.end, "according to", act, Certainty.SURE, unit)
    if word in lex.views and (_that(text, phrase.end, end) or _quotes(text, phrase.end, end)):
        return Raw(phrase, index, phrase.end, word, act, Certainty.SURE, unit, clause=False)
    return None


def _that(text: Text, at: int, end: int) -> bool:
    """Whether "that", or "is that", stands at a word and opens a clause."""
    if at + 1 < end and text.norm[at] in ("is", "was"):
        at += 1
    return at + 1 < end and text.mark[at] == "" and text.norm[at] == "that"


def _quotes(text: Text, at: int, end: int) -> bool:
    """Whether a word and few others lead to a colon and a quotation: "his answer | was simple: “…”"."""
    if at >= end or text.norm[at] not in ("is", "was"):
        return False
    return any(text.quote[i] >= 0 and colon_before(text, i) for i in range(at + 1, min(end, at + _LEADS)))


def perspective(text: Text, unit: int) -> Raw | None:
    """ "For X, “…”": a unit that opens with whose words are quoted in it."""
    first, end = text.units[unit]
    if text.norm[first] not in ("for", "to") or text.quote[first] >= 0:
        return None
    phrase = after(text, first + 1, end, first)
    if phrase is None or phrase.kind is Kind.DOCUMENT or phrase.end >= end or text.mark[phrase.end] not in (",", "Q"):
        return None
    phrase = apposed(text, phrase, end, first)
    spoken = any(text.quote[i] >= 0 for i in range(phrase.end, end))
    return Raw(phrase, first, phrase.end, "according to", Act.THINK, Certainty.LIKELY, unit) if spoken else None


def _owner(text: Text, index: int, floor: int, first: int) -> Phrase | None:
    """Whose a noun is: "her", "the ministry's"."""
    for at in range(index - 1, max(floor, index - 2 - _BETWEEN) - 1, -1):
        if text.mark[at + 1] != "" or text.quote[at] >= 0:
            return None
        if text.norm[at] in _OWNERS:
            gender = _OWNERS[text.norm[at]]
            return Phrase(at, at + 1, Kind.PRONOUN, gender=gender, plural=text.norm[at] == "their")
        if text.possessive[at]:
            return before(text, at + 1, floor, first)
    return None


def issued(text: Text, unit: int, index: int, floor: int) -> Raw | None:
    """ "X issued a warning", "X made a statement": the noun tells what is done."""
    first, end = text.units[unit]
    speech = lexicon().speech
    noun = next((i for i in range(index + 1, min(index + 5, end)) if singular(text.norm[i]) in speech), None)
    if noun is None or any(text.mark[i] != "" or text.norm[i] == "no" for i in range(index + 1, noun + 1)):
        return None
    phrase, group = subject(text, index, floor, first)
    if phrase is None or group < 0 or phrase.start < floor or noun + 1 >= end:
        return None
    word = singular(text.norm[noun])
    act = Act.WARN if word == "warning" else Act.ANNOUNCE
    return Raw(phrase, phrase.start, noun + 1, word, act, Certainty.SURE, unit, clause=False)
