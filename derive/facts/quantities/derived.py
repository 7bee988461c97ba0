"""Figures that follow from the original's: sums, differences, remainders, ratios, the length of a list of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from derive.facts.quantities.compare import comparable
from derive.facts.quantities.value import Bound, Kind, Quantity
from derive.text.words import forms

_MOST = 12  # figures of a passage that are combined: 12 give 66 sums of two
_ADDABLE = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.POINTS, Kind.MEASURE)
_REST = frozenset(
    "other others rest remaining remainder more fewer less left leaving up down above below difference margin"
    " gap lead by rose grew added lost increase decrease behind ahead short missing later longer".split()
)
_RIVALS = frozenset(forms(word)[1] for word in ("rival", "opponent", "competitor", "contender", "challenger", "bidder"))
_REMAINDER = frozenset(("other", "others", "rest", "remaining", "left"))
TOTAL = frozenset(("total", "altogether", "all", "combined", "together", "overall"))  # that it is a sum
_AMONG = re.compile(r": |\b(?:of (?:them|whom)|including|among (?:them|whom)|made up of|comprising)\b")
_WORD = re.compile(r"[a-z]+")
_LONGEST_LIST = 40
_NAME = r"(?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME}){{0,40}},? and {_NAME}|{_NAME}(?:, {_NAME}){{2,40}}")
_ITEM = re.compile(r",? and (?:the )?|, (?:the )?")
_ONE = re.compile(
    r"\b(?:another|an? (?:man|woman|boy|girl|person|child|officer|third|second|fourth|fifth|single|teenager"
    r"|further))\b",
    re.I,
)


class Passage(Struct, frozen=True):
    """What a figure may be worked out from: the original's figures at the place, and the figure's own surroundings.

    `sentences` holds the figures of each sentence of the original there, the linked ones first; `everywhere` those of
    all originals. `beside` are the values that the rewrite's sentence tells too: who adds up tells all of the parts or
    none. `singles` more may be added one by one ("another man"). `text` is the rewrite's sentence, `near` its words
    right around the figure.
    """

    sentences: tuple[tuple[Quantity, ...], ...]
    everywhere: tuple[Quantity, ...]
    beside: frozenset[float]
    singles: int
    text: str
    near: str

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures at the place, sentence after sentence."""
        return tuple(one for sentence in self.sentences for one in sentence)

    def says(self, words: frozenset[str]) -> bool:
        """Whether one of these words stands right beside the figure."""
        return not words.isdisjoint(_WORD.findall(self.near))


def follows(new: Quantity, passage: Passage, rival: Quantity | None = None) -> bool:
    """Whether a figure is a sum, difference, ratio or part of a passage's; beside a `rival` only with it."""
    if rival is not None:
        told = frozenset[float]() if passage.says(TOTAL) else passage.beside
        others = [one.low for one in _alike(new, passage.figures) if one is not rival and one.low not in told]
        totals = [rival.low + value for value in others[:_MOST]] + [rival.low + sum(others)]
        if passage.says(_REMAINDER):
            totals += [rival.low - value for value in others[:_MOST]]
        return bool(others) and new.low in totals
    if new.kind is Kind.AGE:
        return False
    if _is_all_but_one(new, passage.figures) or _is_part(new, passage):
        return True
    if new.kind in (Kind.MULTIPLE, Kind.FRACTION, Kind.PERCENT) and (
        _is_ratio(new, passage.figures) or _is_share(new, passage)
    ):
        return True
    if new.kind is Kind.PERCENT and _is_moved(new, passage.figures):
        return True
    if new.kind in (Kind.PERCENT, Kind.FRACTION):
        return any(_fits(new, 1 - one.low) for one in _alike(new, passage.figures))
    if new.kind is Kind.POINTS and any(
        abs(one.parts[0] - one.parts[-1]) == new.low for one in passage.figures if one.parts
    ):
        return True  # won by 38, 43-5
    if new.kind is Kind.POINTS:
        olds = passage.everywhere if new.low % 1 else passage.figures  # hardly two pairs lie 2.3 points apart
        shares = [one.low * 100 for one in olds if one.kind is Kind.PERCENT][:_MOST]
        return any(_fits(new, abs(a - b)) for a, b in combinations(shares, 2))
    if _completes(new, passage):
        return True
    return _adds(new, passage) or _leaves(new, passage) or _from_parts(new, passage.figures)


def _is_all_but_one(new: Quantity, olds: Sequence[Quantity]) -> bool:
    """Whether a count of rivals leaves out the one whose rivals they are: "seven bid" and "beat six rivals"."""
    return bool(_RIVALS & set(new.noun)) and any(one.kind is Kind.COUNT and one.low == new.low + 1 for one in olds)


def _is_part(new: Quantity, passage: Passage) -> bool:
    """Whether a count is a share of another that stands beside it: 38 of the 50 for three quarters of them."""
    if new.kind is not Kind.COUNT:
        return False
    shares = [one.low for one in passage.figures if one.kind in (Kind.PERCENT, Kind.FRACTION)]
    wholes = [one for one in (*new.parts, *sorted(passage.beside)) if one > new.low]
    return any(abs(share * whole - new.low) < 1 for share in shares for whole in wholes)


def _is_moved(new: Quantity, olds: Sequence[Quantity]) -> bool:
    """Whether a percentage is another one before or after a change in points: 7.5 for 3 points down to 4.5."""
    points = [one.low / 100 for one in olds if one.kind is Kind.POINTS][:_MOST]
    shares = [one.low for one in olds if one.kind is Kind.PERCENT][:_MOST]
    return any(_fits(new, share + step) or _fits(new, share - step) for share in shares for step in points)


def _adds(new: Quantity, passage: Passage) -> bool:
    """Whether a figure is a sum or difference within a sentence of the original, or across two for one noun."""
    singles = [1.0] * (min(passage.singles, 3) if new.kind is Kind.COUNT else 0)
    rest = passage.says(_REST)
    told = frozenset[float]() if _AMONG.search(passage.text) or passage.says(TOTAL) else passage.beside
    parts: list[float] = []
    for sentence in passage.sentences[:4]:  # all of them together: three, another and one more make five
        parts += [one.low for one in _alike(new, sentence)]
        if len({part in told for part in parts}) == 1 and new.low in (sum(parts), sum(parts) + passage.singles):
            return True
    for sentence in passage.sentences:
        values = [one.low for one in _alike(new, sentence)][:_MOST] + singles
        if _combines(new, values, told, rest):
            return True
    same = _alike(new, passage.figures)
    if not passage.says(_REMAINDER):
        same = [one for one in same if set(one.noun) & set(new.noun)]
    return _combines(new, [one.low for one in same[:8]], told, rest)


def _combines(new: Quantity, values: Sequence[float], told: frozenset[float], rest: bool) -> bool:
    if len(values) > 1 and _fits(new, sum(values)):
        return True
    for a, b in combinations(values, 2):
        if (_fits(new, a + b) and (a in told) is (b in told)) or (rest and _fits(new, abs(a - b))):
            return True
    if len(values) > 8:
        return False
    for a, b, c in combinations(values, 3):
        if len({a in told, b in told, c in told}) == 1 and _fits(new, a + b + c):
            return True
        if rest and any(_fits(new, total) for total in (a + b - c, a - b + c, b + c - a)):
            return True
    return False


def _leaves(new: Quantity, passage: Passage) -> bool:
    """ "190,000 have power again, leaving 120,000": what is left of a figure that stands elsewhere."""
    if not passage.says(_REST):
        return False
    wholes = (one.low for one in _alike(new, passage.everywhere))
    return any(_fits(new, whole - part) for whole in wholes for part in passage.beside if part < whole)


def _completes(new: Quantity, passage: Passage) -> bool:
    """Whether a figure and one beside it make up a whole of the place: 184 passengers and 6 crew for 190 on board."""
    values = {one.low for one in _alike(new, passage.figures)}
    return any(new.low + part in values for part in sorted(passage.beside & values))


def _alike(new: Quantity, olds: Sequence[Quantity]) -> list[Quantity]:
    if new.kind not in (*_ADDABLE, Kind.FRACTION):
        return []
    shares = (Kind.PERCENT, Kind.FRACTION)
    kinds = shares if new.kind in shares else (new.kind,)
    return [
        one for one in olds
        if one.kind in kinds and (one.dimension == new.dimension or new.kind in shares) and not one.ranged
    ]  # fmt: skip


def _fits(new: Quantity, value: float) -> bool:
    if new.ranged:
        return new.low <= value <= new.high
    off = abs(new.low - value)
    if value <= 0:
        return False
    if new.bound.side:
        return off <= 1e-6 or 0 < (value - new.low) * new.bound.side <= min(new.step, 0.2 * value)
    if new.bound in (Bound.ABOUT, Bound.NEARLY):
        return off <= 0.06 * value
    if new.kind in (Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE):
        return off <= (0.02 if new.kind is Kind.FRACTION else new.step / 2)
    return off <= 1e-6 * max(value, 1.0) or (new.step > 1 and off <= min(new.step, 0.02 * value))


def _is_ratio(new: Quantity, olds: Sequence[Quantity]) -> bool:
    """Whether a multiple or share is the ratio of two figures for one thing, or the part by which they differ."""
    amounts = [one for one in olds if one.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE) and one.low > 0][:_MOST]
    if new.kind is Kind.MULTIPLE:
        amounts.extend(one for one in olds if one.kind in (Kind.PERCENT, Kind.FRACTION) and one.low > 0)
    for a, b in combinations(amounts, 2):
        x, y = (a.low, b.low) if comparable(a, b) else (a.written, b.written)
        if not comparable(a, b) and not _elliptical(a, b):
            continue
        small, large = sorted((x, y))
        if any(_fits(new, ratio) for ratio in (large / small, small / large, 1 - small / large, large / small - 1)):
            return True
    return False


def _is_share(new: Quantity, passage: Passage) -> bool:
    """Whether a share of something is a count of it at the place by one told anywhere: six of eight wells."""
    counts = [one for one in passage.everywhere if one.kind is Kind.COUNT and set(one.noun) & set(new.noun)]
    parts = [one for one in passage.figures if one.kind is Kind.COUNT and set(one.noun) & set(new.noun)]
    return any(_fits(new, part.low / one.low) for part in parts[:_MOST] for one in counts[:_MOST] if one.low > part.low)


def _elliptical(a: Quantity, b: Quantity) -> bool:
    """ "12 nautical miles … only six", "318 million euros from 284 million": the unit is said once."""
    return {a.kind, b.kind} in ({Kind.COUNT, Kind.MONEY}, {Kind.COUNT, Kind.MEASURE}) and min(a.written, b.written) > 0


def _from_parts(new: Quantity, olds: Sequence[Quantity]) -> bool:
    """ "29 out of 30" gives 29, 30 and the one that is left."""
    if new.kind is Kind.SCORE:
        return False
    for old in olds:
        if len(old.parts) == 2 and old.kind in (Kind.FRACTION, Kind.COUNT, Kind.SCORE):
            a, b = old.parts
            if new.low in (a, b, b - a, a - b, a + b):
                return True
    return False


def counted(new: Quantity, text: str, own: str) -> bool:
    """Whether a small count is told by a passage's own words: the length of a list, "two women and a man".

    `own` is the rewrite's sentence: what it names of a list may be left out of "and eight other countries".
    """
    if new.kind is not Kind.COUNT or not 2 <= new.low <= _LONGEST_LIST:
        return False
    for match in _LIST.finditer(text):
        items = _ITEM.split(match.group())
        if len(items) - sum(item in own for item in items) <= new.low <= len(items):
            return True
    return False


def ones(text: str) -> int:
    """How many single people or things a passage adds to its figures: "another", "a man"."""
    return len(_ONE.findall(text))
