"""Document -> quantities: try the productions, the most particular first, wherever a quantity may begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from derive.facts.quantities import amounts, multiples, people, ranks, shares
from derive.facts.quantities.bounds import bound_before, bound_behind
from derive.facts.quantities.draft import Draft, Place, Production
from derive.facts.quantities.mask import Mask, labels, numbers, opaque
from derive.facts.quantities.nouns import noun_behind
from derive.facts.quantities.units import MEASURES
from derive.facts.quantities.value import Bound, Kind, Quantity
from derive.facts.quantities.words import (
    CARDINALS,
    DENOMINATORS,
    GROUPS,
    LEXICON,
    MULTIPLES,
    ORDINALS,
    SCALES,
    VAGUE,
)
from derive.model import Document, Mention, Span
from derive.text.words import forms

_FIRST_WORDS = frozenset(
    word.split()[0]
    for table in (CARDINALS, SCALES, ORDINALS, DENOMINATORS, VAGUE, GROUPS, MULTIPLES, people.TENS)
    for word in (*table, "all", "once", "few", "couple", "no", "many")
) | {f"{word}fold" for word in (*CARDINALS, *SCALES)}
_ARTICLES = frozenset(("a", "an", "the"))
_BEHIND_ARTICLES = frozenset(
    word.split()[-1]
    for table in (SCALES, DENOMINATORS, VAGUE, GROUPS)
    for word in (*table, *MEASURES, "single", "few", "couple", "good", "further", "quarter")
)
_IN_A_NUMBER = re.compile(r"\w[.,]")
_SIGNS = re.compile(  # each branch begins with a letter or class, which a search passes over quickly
    r"(?:USD|EUR|GBP|RMB|INR|CHF)(?<![^\W_]...)(?=\d)|Rs(?<![^\W_]..)(?=\d)"
    r"|[$£€¥₹₽₴₩₪₺₦฿₫₱₿½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\.(?<![\w.]\.)(?=\d)"
)
_LETTERS_OF_SIGNS = frozenset(symbol.rstrip("$£€¥.").lower() for symbol in LEXICON["symbols"])
_BEFORE_DATES: tuple[Production, ...] = (people.age, people.decade)
_PRODUCTIONS: tuple[Production, ...] = (
    shares.all_but,
    amounts.part_of_one,
    ranks.course,
    ranks.score,
    multiples.multiple,
    shares.share,
    amounts.one_unit,
    shares.ratio,
    ranks.ordinal,
    amounts.amount,
    amounts.group,
)
_COUNTING = (Kind.COUNT, Kind.VAGUE, Kind.FRACTION, Kind.ORDINAL, Kind.MULTIPLE)
_PREFIXED = re.compile(
    r"(?:^|[^\w])(?:mid|sub|under|over|pre|post|early|late|some|to|or|and|about|-|–|—)-$", re.IGNORECASE
)
_SIZE_OF_A_NUMBER = re.compile(r"[ -](?:figures?|digits?)\b", re.IGNORECASE)
_LETTER_BEHIND = re.compile(r":\d|-[a-z]{1,2}[A-Z]|[^\W\d_]|-?\(?[A-Z]{2,}\d")
_ONE_BEFORE = re.compile(
    r"\b(?:the|this|that|which|each|every|any|no|another|same|first|second|third|last|next|only other|right|wrong"
    r"|new|old|good|bad|big|"
    r"better|best|worst|biggest|largest|whole|\w+(?:ful|less|ous|ive|able|ate|ible|ic|ent))[ -]$|\b(?:loved"
    r"|square|day|number|plus) $",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"\b(?:strike|strikes|struck|striking|chimed?|chimes|tolled) $", re.IGNORECASE)
_MILLIONS = re.compile(r"(?:million|billion|trillion|mln|bln|bn|trn|tn)$", re.IGNORECASE)
_POPULATION = re.compile(r"\b(?:population|audience|electorate|readership|viewers|readers|users|subscribers)\b")
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|from|since|until|till|by|to|between|and|of|during|circa|after|before)(?: (?:about|around|roughly"
    r"|early|late|mid))? $",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"[.,;:)]|$| (?:to|and|until|or|when|the|by|in|for|was|were|he|she|they)\b")
_AT_ONE_POINT = re.compile(r"(?<!\w)(?:at|by|up to) $", re.IGNORECASE)
_ONE_BEHIND = re.compile(
    r"['’]s?\b|[.,;:?!)\"”]|$| (?:another|day\b|can|could|must|should|may|might|would|will|does|did|who|that"
    r"|which|to|is|was|has|had|knows|thing\b|and all|or|at a time|by one|from|with|"
    r"after|before|on|for|at|by|under|over|like|as|where|when|until|"
    r"time\b|side\b|hand\b|way\b|point\b)",
    re.IGNORECASE,
)


def find(document: Document, dates: Sequence[Mention]) -> tuple[Quantity, ...]:
    """All quantities, in text order. What a date mention covers is left to it, ages aside."""
    mask = Mask(len(document.plain))
    numeric = numbers(document)
    opaque(document, mask, numeric)
    dated = Mask(len(document.plain))
    for date in dates:
        dated.add(date.span.start, date.span.end)
    named = [one for one in labels(document, mask, numeric) if not dated.covers(one.span.start, one.span.end)]
    for label in named:
        mask.add(label.span.start, label.span.end)
    found = [_label(document, one.span, one.word, one.number) for one in named]
    starts = _starts(document)
    for sentence in document.sentences:
        first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
        if first < last:
            found.extend(_sentence(document, sentence.span, starts[first:last], mask, dated))
    return tuple(sorted(found, key=lambda one: one.span))


def _starts(document: Document) -> list[int]:
    """Where a quantity may begin: at digits, number words and currency signs."""
    text = document.plain
    found = {match.start() for match in _SIGNS.finditer(text)}
    tokens = document.tokens
    for number, token in enumerate(tokens):
        norm, at = token.norm, token.start
        if norm[0].isdigit():
            if text[max(at - 1, 0)] not in "'’" and not _IN_A_NUMBER.match(text, max(at - 2, 0), at):
                found.add(at)
        elif norm in _ARTICLES and text[token.end : token.end + 1] != "$":
            if number + 1 < len(tokens) and tokens[number + 1].norm in _BEHIND_ARTICLES:
                found.add(at)
        elif norm in _FIRST_WORDS or norm in _LETTERS_OF_SIGNS:
            found.add(at)
    return sorted(found)


def _sentence(document: Document, span: Span, starts: Sequence[int], mask: Mask, dated: Mask) -> Iterator[Quantity]:
    text, position, last = document.plain, span.start, None
    previous: Quantity | None = None
    for at in starts:
        if at < position or mask.covers(at, at + 1):
            continue
        draft = _read(Place(text, span.start, at, span.end), last, mask, dated)
        if draft is None:
            continue
        quantity = _finish(document, span, draft)
        if quantity is not None:
            last, position = draft, draft.end
            quantity = _inherited(text, quantity, previous or quantity)
            yield quantity
            if previous is None or not _is_bracketed(text, quantity, previous):
                previous = quantity


def _read(place: Place, last: Draft | None, mask: Mask, dated: Mask) -> Draft | None:
    for production in _BEFORE_DATES:
        draft = production(place)
        if draft and not mask.covers(draft.start, draft.end) and not _is_dated(draft, dated):
            return draft
    draft = people.listed(place, last)
    if draft:
        return draft
    if dated.covers(place.at, place.at + 1):
        return None
    for production in _PRODUCTIONS:
        draft = production(place)
        if draft and not mask.covers(draft.start, draft.end) and not dated.covers(draft.start, draft.end):
            return draft if _stands(place, draft) else None
    return None


def _is_dated(draft: Draft, dated: Mask) -> bool:
    """Whether a date claims a bare figure; an age that says so ("34-year-old") is an age whatever the dates say."""
    return draft.high == draft.low and draft.end - draft.start <= 3 and dated.covers(draft.start, draft.end)


def _stands(place: Place, draft: Draft) -> bool:
    """Whether the figure is a word of its own, no part of a code and no pronoun."""
    text, start, end = place.text, draft.start, draft.end
    if text[end - 1].isdigit() and _LETTER_BEHIND.match(text, end, place.end):
        return False
    if _SIZE_OF_A_NUMBER.match(text, end, place.end):
        return False
    if (
        start > place.start
        and text[start - 1] == "-"
        and not _PREFIXED.search(text[max(place.start, start - 12) : start])
    ):
        return not text[start].isdigit() and draft.kind is not Kind.COUNT
    if draft.kind is Kind.COUNT and _YEAR.fullmatch(text, start, end):
        return not (_YEAR_BEFORE.search(place.before) and _YEAR_BEHIND.match(text, end, place.end))
    if draft.kind is Kind.POINTS and text[start : start + 4].lower() == "one ":
        return not _AT_ONE_POINT.search(place.before)
    if draft.kind is Kind.COUNT and _STRUCK.search(place.before) and not noun_behind(text, end, place.end)[0]:
        return False  # a clock that strikes twelve
    if draft.kind is Kind.COUNT and text[start:end].lower() == "one":
        return not _ONE_BEFORE.search(place.before) and not _ONE_BEHIND.match(text, end, place.end)
    return True


def _in_millions(text: str, quantity: Quantity, before: Quantity) -> bool:
    """Whether an "m" stands for million as it did before: "9m visitors … and 2m", "a population of 7.5m"."""
    alike = before.kind is Kind.COUNT and before.low >= 1e6 and before.text.endswith("m")
    return alike or _POPULATION.search(text, max(0, quantity.whole.start - 30), quantity.whole.start) is not None


def _is_bracketed(text: str, quantity: Quantity, before: Quantity) -> bool:
    return text[before.span.end : quantity.span.start] in (" (", "(")


def _is_elliptical(quantity: Quantity) -> bool:
    """Whether a figure in millions counts nothing that is named."""
    return quantity.kind is Kind.COUNT and not quantity.noun and _MILLIONS.search(quantity.text) is not None


def _inherited(text: str, quantity: Quantity, before: Quantity) -> Quantity:
    """What a figure takes from the one before it (or from none): its million, its currency, or its bound.

    "9m visitors and 2m", "318 million euros from 284 million", "about 160 km (100 miles)".
    """
    if quantity.unit == "m" and text[quantity.span.end - 2].isdigit() and _in_millions(text, quantity, before):
        return replace(
            quantity, kind=Kind.COUNT, low=quantity.low * 1e6, high=quantity.high * 1e6, step=quantity.step * 1e6,
            unit="", dimension="",
        )  # fmt: skip
    if before.kind is Kind.MONEY and _is_elliptical(quantity):
        return replace(quantity, kind=Kind.MONEY, unit=before.unit, dimension=before.dimension)
    if (
        _is_bracketed(text, quantity, before)
        and quantity.dimension == before.dimension != ""
        and quantity.bound is Bound.EXACT
    ):
        return replace(quantity, bound=before.bound)
    return quantity


def _finish(document: Document, sentence: Span, draft: Draft) -> Quantity | None:
    text = document.plain
    before = bound_before(text, sentence.start, draft.start)
    behind = bound_behind(text, draft.end, sentence.end) if before is None else None
    begin, stop = before[1] if before else draft.start, behind[1] if behind else draft.end
    noun, end = noun_behind(text, stop, sentence.end)
    if before is None and behind is None and noun and text.startswith(" or ", end):
        behind = bound_behind(text, end, sentence.end)  # "66 people or more"
        stop = behind[1] if behind else stop
    bound = draft.bound or (before[0] if before else behind[0] if behind else Bound.EXACT)
    return Quantity(
        span=Span(draft.start, draft.end),
        text=text[draft.start : draft.end],
        kind=draft.kind,
        low=draft.low,
        high=draft.high,
        step=draft.step,
        unit=draft.unit,
        dimension=draft.dimension or ("per" if text.endswith("per ", max(draft.start - 4, 0), draft.start) else ""),
        written=draft.written,
        bound=bound,
        noun=draft.noun if draft.noun is not None else noun,
        parts=draft.parts,
        whole=Span(begin, max(end, stop) if draft.kind in _COUNTING else stop),
    )


def _label(document: Document, span: Span, word: str, number: str) -> Quantity:
    digits = re.match(r"\d+", number)
    value = float(digits.group()) if digits else CARDINALS[number]
    text = span.of(document.plain)
    return Quantity(
        span,
        text,
        Kind.LABEL,
        value,
        value,
        1.0,
        written=value,
        unit=number if digits else f"{value:.0f}",
        noun=(forms(word)[1],),
        whole=span,
    )
