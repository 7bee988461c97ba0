"""Ordinals, scores, and times over a course."""

from __future__ import annotations

import re

from derive.facts.quantities.draft import Draft, Place
from derive.facts.quantities.value import Kind
from derive.facts.quantities.words import CARDINALS, LEXICON, ORDINALS, alternation, wordset

_CUES = wordset(LEXICON["scores"]["cues"])
_TENS = [word for word, value in CARDINALS.items() if 20 <= value <= 90]
_ORDINAL = re.compile(
    rf"(?:(?P<figures>\d{{1,3}}(?:,\d{{3}})*)(?:st|nd|rd|th)"
    rf"|(?P<hundreds>(?:(?:{alternation(w for w, v in CARDINALS.items() if 1 <= v <= 19)}"
    rf"|a)[ -]hundred(?:[ -]and)?[ -])?)"
    rf"(?P<tens>{alternation(_TENS)})[ -](?P<unit>{alternation(w for w, v in ORDINALS.items() if v < 10)})"
    rf"|(?P<word>{alternation(ORDINALS)}))(?![^\W_]|['’])",
    re.IGNORECASE,
)
_NO_ORDINAL_BEHIND = re.compile(
    r"[ -](?:hand|half|aid|class(?=,)|place(?=d)|century|quarter (?:of|pounder)|degree|name|time (?:around"
    r"|out)|thought|guess|person account)\b|, "
    r"|[ -](?:of all|and foremost|things)\b",
    re.IGNORECASE,
)
_ADVERB_BEHIND = re.compile(
    r" (?:[a-z]+ed|[a-z]+ing|seen|made|known|held|won|came|began|begun|took|saw|became|met|got|went|built|sold|set|told"
    r"|wrote|written"
    r"|shown|given|taken|found|heard|ran|rose|fell|broke|came|brought|to)\b"
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|every|each|very)|['’]s?) $", re.IGNORECASE
)
_AT = re.compile(r"\b(?:at|from the|safety|per|split|when|was|who) $", re.IGNORECASE)
_A_SECOND = re.compile(r"second(?: (?:later|ago|after|before|or|to|of|in|and|from|when|too)\b|[.,;)])", re.IGNORECASE)
_SCORE = re.compile(
    r"(?<![\w/.,:$£€-])(?P<a>\d{1,3})(?P<dash> ?[-–] ?)(?P<b>\d{1,3})(?P<third>[-–]\d{1,3})?"
    r"(?![\w%°]|[.,:]\d|[-–]\w|-?year)"
)
_VOTES = re.compile(
    rf"(?P<a>\d{{1,3}}|{alternation(CARDINALS)})(?: votes?| goals?| points?)? (?:to|against|-to-"
    rf"|–) (?P<b>\d{{1,3}}|{alternation(CARDINALS)}|nil)(?![\w%]|[.,]\d| (?:percent|per cent|million|billion"
    rf"|thousand|hundred))",
    re.IGNORECASE,
)
_ODDS = re.compile(
    rf"(?P<a>\d{{1,3}}|{alternation(CARDINALS)})(?:-to-|:)(?P<b>\d{{1,3}}|{alternation(CARDINALS)})(?![\w:])",
    re.IGNORECASE,
)
_COURSE = re.compile(r"(?:(?P<h>\d{1,2}):)?(?P<m>[0-5]?\d):(?P<s>[0-5]\d)(?P<f>\.\d{1,3})?(?![\w:])")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_COUNTED = re.compile(
    r" (?!on|in|at|to|for|against|with|by|win|victory|vote|loss|defeat|draw|lead|and|after|from|over|decision"
    r"|ruling|score|series|record|of|away|home|during|as|when|but|that|a|the)[a-z]{3,}"
)


def ordinal(place: Place) -> Draft | None:
    """ "third", "21st", "twenty-first"."""
    match = _ORDINAL.match(place.text, place.at, place.end)
    if match is None:
        return None
    if match["figures"]:
        value = float(match["figures"].replace(",", ""))
    elif match["tens"]:
        value = CARDINALS[match["tens"].lower()] + ORDINALS[match["unit"].lower()]
        if match["hundreds"]:
            value += 100 * CARDINALS.get(match["hundreds"].split()[0].split("-")[0].lower(), 1)
    else:
        value = ORDINALS[match["word"].lower()]
        if place.before.endswith(("a ", "A ")) and _A_SECOND.match(place.text, place.at, place.end):
            return None  # the unit of time
        if _NO_ORDINAL_BEHIND.match(place.text, match.end(), place.end) or (
            match["word"].lower() == "second" and _AT.search(place.before)
        ):
            return None
        if _ADVERB_BEHIND.match(place.text, match.end(), place.end) and not _DETERMINED.search(place.before):
            return None  # "was first seen"
        if place.before.endswith("in the ") and place.text.startswith(" place", match.end()):
            return None
        if match.end() >= place.end or place.text[match.end()] not in " -" or place.before.endswith("at "):
            return None
    return Draft(Kind.ORDINAL, value, value, 1.0, place.at, match.end(), written=value)


def score(place: Place) -> Draft | None:
    """ "3-2", "51–49", "by 51 votes to 49", "3-to-1". The two figures are kept the larger first."""
    text, at, end = place.text, place.at, place.end
    match = _SCORE.match(text, at, end)
    if match and not match["third"]:
        a, b = int(match["a"]), int(match["b"])
        if len(match["a"]) > 1 and match["a"][0] == "0":
            return None
        counted = _COUNTED.match(text, match.end(), end)
        told = counted is None and not place.before.endswith(" to ") and _cued(place, match.end())
        return _score(a, b, at, match.end()) if a >= b or told else None  # the smaller first is a range
    match = _ODDS.match(text, at, end)
    if match and not _COURSE.match(text, at, end):
        return _score(_value(match["a"]), _value(match["b"]), at, match.end())
    match = _VOTES.match(text, at, end)
    if match and (
        " vote" in match.group()
        or " goal" in match.group()
        or "nil" in match.group()
        or (_value(match["a"]) >= _value(match["b"]) and _cued(place, match.end()))
    ):
        return _score(_value(match["a"]), _value(match["b"]), at, match.end())
    return None


def _value(text: str) -> float:
    return 0.0 if text.lower() == "nil" else CARDINALS[text.lower()] if text.isalpha() else float(text)


def _cued(place: Place, stop: int) -> bool:
    near = place.before[-45:].lower() + " " + place.text[stop : min(place.end, stop + 25)].lower()
    return any(word in _CUES for word in _WORDS.findall(near))


def _score(a: float, b: float, start: int, end: int) -> Draft:
    high, low = max(a, b), min(a, b)
    return Draft(Kind.SCORE, high, high, 1.0, start, end, written=a, parts=(high, low))


def course(place: Place) -> Draft | None:
    """A time over a course, "2:17:01" or "9:58.32", in seconds."""
    match = _COURSE.match(place.text, place.at, place.end)
    if match is None or (not match["h"] and not match["f"]):
        return None
    value = int(match["h"] or 0) * 3600 + int(match["m"]) * 60 + int(match["s"]) + float(match["f"] or 0)
    step = 0.01 if match["f"] else 1.0
    return Draft(Kind.MEASURE, value, value, step, place.at, match.end(), "h:m:s", "time", written=value)
