"""A unit of a quotation against all originals: what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from derive.checks.ledger.alteration import altered
from derive.checks.ledger.entry import Entry, Unit, Verdict
from derive.checks.ledger.origin import Origin, Places, best, stands_in
from derive.checks.ledger.stream import Original, weight
from derive.facts.lexicon import load
from derive.facts.quotes import Kind, Style, words
from derive.model import Witness

_ALTERED = 0.45  # share of a quotation's weight that an altered one keeps at least (words from nowhere keep up to .38)
_ALTERED_APART = 0.6  # … where no link leads to the place
_TOLD = 0.5  # share of its weight that a quotation made of narration keeps at least
_TOLD_APART = 0.66
_REORDERED = 0.6  # share of its content words that the linked sentence has, in whatever order
_RETOLD = 0.25  # … where the unit is most of the sentence that is linked
_CLOSER = 0.15  # the narration must be so much closer than a quotation of the original to be the origin
_FRAME = 4  # words that a quotation without content in common must share
_SHORT = 40  # characters of a fragment of two or three words
_VERBATIM = 0.97
_FIRST_PERSON = frozenset(load("quotes")["first_person"])
_TERM = 2  # words of a term at most


def lookup(unit: Unit, originals: Sequence[Original], places: Places) -> Entry:
    """What became of a unit whose sentence is linked to `places`."""
    if any(stands_in(unit.words, one.quoted) for one in originals):
        marked = any(word.kind in (Kind.GAP, Kind.INSERTED) for word in unit.words)
        return Entry(unit, Verdict.TRIMMED if marked else Verdict.EXACT, unit.span)
    term = unit.quotation.style in (Style.SCARE, Style.TITLE)
    if term and not _is_phrase(unit) and any(stands_in(unit.words, one.whole) for one in originals):
        return Entry(unit, Verdict.TERM, unit.span)
    quoted = best(unit, originals, places, quoted=True)
    told = best(unit, originals, places, quoted=False) if quoted is None or quoted.aligned.kept < 0.9 else None
    if quoted and _is_altered(unit, quoted, told):
        return altered(unit, quoted)
    if told and _is_told(told) and (not term or (_is_phrase(unit) and told.aligned.kept > _VERBATIM)):
        return _told(unit, told)
    if not term and (reworded := _reworded(unit, originals, places)):
        return reworded
    return Entry(unit, Verdict.TERM if term else Verdict.UNSUPPORTED, unit.span)


def _is_phrase(unit: Unit) -> bool:
    """Whether a scare quote is more than a term: three words or more, none of them a name, two of them with content."""
    spoken = [word for word in unit.words if word.kind is Kind.SPOKEN]
    lower = unit.quotation.style is Style.SCARE and unit.quotation.text[1:].islower()
    return lower and len(spoken) > _TERM and sum(weight(word) >= 1 for word in spoken) >= _TERM


def _is_altered(unit: Unit, quoted: Origin, told: Origin | None) -> bool:
    kept, content = quoted.aligned.kept, quoted.aligned.content
    if told and told.aligned.kept > kept + _CLOSER and not told.quoted:
        return False
    if unit.quotation.style is Style.TITLE:
        return kept >= _ALTERED_APART and content >= 2
    short = sum(weight(word) >= 1 for word in unit.words) <= 2
    frame = len(quoted.words) >= max(_FRAME, 0.75 * len(unit.words))  # "This is … for me": all but the word that tells
    enough = content >= 2 or frame or (short and content >= 1 and quoted.linked and _answers(quoted))
    return enough and kept >= (_ALTERED if quoted.linked else _ALTERED_APART)


def _answers(quoted: Origin) -> bool:
    """Whether a short fragment shares two words with the original's, or the original's is as short."""
    place = quoted.words[0].span
    return len(quoted.words) >= 2 or any(len(span) <= _SHORT for span in quoted.original.speech if span.contains(place))


def _is_told(told: Origin) -> bool:
    enough = told.aligned.content >= 2 or (told.aligned.content >= 1 and told.linked)
    return enough and told.aligned.kept >= (_TOLD if told.linked else _TOLD_APART) and not told.quoted


def _told(unit: Unit, told: Origin) -> Entry:
    if told.aligned.kept > _VERBATIM and not _FIRST_PERSON.isdisjoint(word.norm for word in unit.words):
        return Entry(unit, Verdict.RESTYLED, unit.span)  # the original's own "I" and "we": speech without marks
    text = told.original.reading.document.plain
    return Entry(unit, Verdict.FABRICATED, unit.span, Witness(told.number, told.span), told.span.of(text))


def _reworded(unit: Unit, originals: Sequence[Original], places: Places) -> Entry | None:
    """The speech or the narration of the linked sentence that has most of the content of a unit, in whatever order."""
    mine = {word.stem for word in unit.words if weight(word) >= 1}
    best_share, found = 0.0, None
    for number, index in sorted(places):
        original = originals[number]
        document = original.reading.document
        theirs = words(document.plain, document.sentences[index].span)
        for verdict, speech in ((Verdict.ALTERED, True), (Verdict.FABRICATED, False)):
            shared = [word for word in theirs if word.stem in mine and original.is_speech(word.span) is speech]
            stems = {word.stem for word in shared}
            share = len(stems) / len(mine) if mine else 0.0
            if len(stems) >= 2 and share > best_share:
                span = shared[0].span.to(shared[-1].span)
                best_share = share
                found = Entry(unit, verdict, unit.span, Witness(number, span), span.of(document.plain))
    return found if best_share >= (_RETOLD if _is_most(unit) else _REORDERED) else None


def _is_most(unit: Unit) -> bool:
    """Whether the unit is most of its sentence: what the sentence is linked by, the unit is made of."""
    return len(unit.span) >= 0.6 * len(unit.sentence.span)
