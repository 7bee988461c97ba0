"""The rules: patterns over symbols in order of precedence. What one has read, the next no longer sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from derive.facts.dates import days, lengths, periods, times
from derive.facts.dates.draft import Draft, Take
from derive.facts.dates.symbols import Symbol

Reader = Callable[[Take], Draft | None]

_PIECES = {
    "NUM": "(?:[dNYH]|c(?:[-&]?c){0,6}(?:Pc{1,6})?)(?:-?&-?a-?H)?",
    "ORD": "(?:D|(?:c-?)?o)",
    "MON": "[Mm]",
    "WD": "(?:(?P<weekday>[Ww])p?,?)?",
    "YEAR": "(?:,?(?P<year>Y)(?P<era>b)?)?",
    "PART": "(?:t?(?P<part>e)(?:-|it?|t)?|t?(?P<part_of>n)Ot?|t?(?P<nth>o|L)(?P<of>[UHQ])[Oi]t?)?",
    "DAYPART": "(?:(?:it|i)?(?P<daypart>[pz]))?",
    "APPROX": "~*",
}

_RULES: tuple[tuple[str, Reader], ...] = (
    # numeric
    ("(?P<year>Y)[-/](?P<month>d)[-/](?P<day>d)", days.numeric),
    ("(?P<month>d)/(?P<day>d)/(?P<year>[YdN])", days.numeric),
    # spans inside a month: May 24-26, 24 to 26 May
    ("{WD}(?P<month>{MON})(?P<day>[dD])(?:[-–u]|&)t?(?P<day2>[dD])(?!{MON}|-?U|[:/]){YEAR}", days.month_span),
    ("{WD}t?(?P<day>[dD])(?:[-–u]|&)t?(?P<day2>[dD])O?(?P<month>{MON}){YEAR}", days.month_span),
    # full dates
    ("{WD}(?P<month>{MON})t?(?P<day>d|{ORD})(?![-]?U|x){YEAR}{DAYPART}", days.day),
    ("{WD}t?(?P<day>d|{ORD})O?(?P<month>{MON}){YEAR}{DAYPART}", days.day),
    ("(?P<weekday>[Ww]),?t?(?P<day>{ORD})(?!-?[_HQU])", days.day),
    ("(?P<feast>J)(?:,?[iO]?(?P<year>Y))?{DAYPART}", days.feast),
    # relative to now
    ("t?(?P<unit>[UMmS])BL", days.before_last),
    ("tU(?P<which>[AB])(?P<deictic>y)", days.after_tomorrow),
    ("(?P<part>[eER])?i?(?P<weekday>W)(?P<daypart>p)?O?t?(?P<which>[LXT])(?P<unit>U)", days.weekday_of_week),
    ("(?P<part>[eER])?i?(?P<deictic>y){DAYPART}", days.deictic),
    # times of the day
    ("(?P<count>{NUM})-?(?P<unit>U)(?P<which>[BA])(?P<daypart>z)", times.near_noon),
    ("(?P<hour>[dcCN])(?:[-–u]|&)(?P<hour2>[dcCN])(?P<half>x)?(?P<zone>Z)?", times.between),
    (
        "(?P<past>H|a?Q|d|c(?:-?c)?)U?(?P<side>[LuBA])(?P<hour>[dc])k?(?:(?:it?)?(?P<daypart>p))?(?P<half>x)?",
        times.past,
    ),
    ("(?P<hour>[dcCNY])-?(?P<half>x)(?P<zone>Z)?", times.clock),
    ("(?P<hour>[dc])k(?:it?(?P<daypart>p))?(?P<half>x)?(?P<zone>Z)?", times.clock),
    ("(?P<hour>[dcC])(?:it?)(?P<daypart>p)(?P<zone>Z)?", times.clock),
    ("(?<=[iguABf~])(?P<hour>[dc])(?=iW)", times.hour_of_weekday),
    ("(?P<hour>[CYd])(?P<zone>Z)", times.clock),
    ("(?P<hour>Y)(?=_|U)", times.military),
    ("(?P<hour>C)", times.bare_clock),
    # months, and parts of longer stretches
    ("{PART}(?P<month>{MON}),?O?(?P<year>Y)(?P<era>b)?", periods.month),
    ("{PART}(?P<month>{MON}),?O?t?(?P<which>[LXT])(?P<unit>U)", periods.month_of_year),
    ("(?:(?P<part>e)-?)?(?P<which>[LXTs])(?P<month>{MON})", periods.this_month),
    ("{PART}(?P<month>{MON})(?![-]?_?[;]?!)", periods.month),
    ("(?P<quarter>q|(?:o|L(?=QO))-?Q),?(?:Ot?)?(?P<year>Y)?", periods.quarter),
    ("(?:t?(?P<nth>o|L)(?P<of>[UHQ])|t?(?P<part_of>n))Ot?(?P<year>Y)", periods.year),
    ("(?:t?(?P<nth>o|L)(?P<of>[UHQ])|t?(?P<part_of>n))Ot?(?P<which>[LXT])?(?P<unit>U)", days.this_unit),
    # lengths and offsets
    ("(?P<span>t?(?P<which>[LX])(?:{APPROX})(?P<count>{NUM}|v)j?(?P<unit>U))(?!-?!)", lengths.length),
    ("(?P<span>t(?P<which>[LX])(?P<unit>U))", lengths.next_unit),
    (
        "(?P<count>{NUM})-?j?(?P<unit>U)(?:[,&]{{0,2}}(?P<count2>{NUM})-?(?P<unit2>U))(?:[,&]{{0,2}}(?P<count3>{NUM})-?(?P<unit3>U))?(?!-?!)",
        lengths.compound,
    ),
    ("(?P<count>{NUM})(?:[u%–-]|&)(?P<count2>{NUM})-?j?(?P<unit>U)(?!-?!)", lengths.length),
    ("(?P<count>{NUM})-?j?(?P<unit>U)(?P<more>-?&-?a-?H)?(?!-?!)", lengths.length),
    ("(?:a|t)?(?P<half>H)-?O?a?-?(?P<unit>U)", lengths.half),
    ("(?:a|t)?(?P<half>(?:c-?)?[Qr]|o(?=Oa))(?:-|Oa|O)?(?P<unit>U)", lengths.half),
    ("(?P<one>a)j?(?P<unit>U)(?P<more>-?&-?a-?H)?(?!-?!)(?:%(?P<count2>c)(?!_))?", lengths.single),
    ("a?(?P<count>v)O?t?j?(?P<unit>U)(?!-?!)", lengths.length),
    ("(?P<same>s)(?P<unit>U|p)", lengths.same),
    ("t(?P<unit>U)(?P<which>[ABER])", lengths.day_before),
    ("(?:(?P<when>[ER])|{PART})?t?(?P<which>[LXT])(?P<unit>U)", days.this_unit),
    ("(?P<unit>U)", lengths.plural),
    # seasons, years
    ("(?P<part>[eER])?t?(?P<which>[LXT])(?P<season>[SQ])", periods.this_season),
    ("(?:{PART})t?(?P<season>S)(?:Ot?)?,?(?P<year>Y)?", periods.season),
    ("(?<=K&)(?P<decade>l)", periods.next_decade),
    ("{PART}t?(?P<decade>K|l|I|c-?I)", periods.decade),
    ("{PART}t?(?P<century>{ORD})-?(?P<unit>U)", periods.century),
    ("(?P<year>Y)[-–](?P<year2>[YdN])(?P<era>b)?", periods.years),
    ("(?P<year>[YNd])(?P<era2>b)?[u–-](?P<year2>[YNd])(?P<era>b)", periods.years),
    ("{PART}(?P<year>[YNdc])(?P<era>b)", periods.year),
    ("{PART}(?P<year>Y)", periods.year),
    ("(?P<words>c(?:-?c){{1,3}}(?:&c)?(?:-c)?)(?!-?U)", periods.words),
    # weekdays
    ("(?P<part>[eER])?i?(?P<which>[LXT])(?P<weekday>W)(?P<daypart>p)?", days.this_weekday),
    ("(?P<part>[eER])?i?(?P<weekday>W){DAYPART}", days.weekday),
    ("(?P<part>[eER])?(?P<which>[LXT])(?P<daypart>p)", days.this_part),
    ("(?P<which>[LXT])(?P<weekend>V)", days.weekend),
    ("t(?P<weekend>V)", days.weekend),
    ("t(?P<day>{ORD})(?![-]?[UHQoVcS])", days.day_alone),
    ("(?:it?|it?e)(?P<daypart>p)", times.part_alone),
    ("(?P<daypart>z)", times.part_alone),
)


_GROUP = re.compile(r"\(\?P<\w+>(\w|\[\w+\])\)(?![?*]|\{\{)")  # a named group of one letter that must be there


_LETTERS = {"NUM": "[dNYHc]", "ORD": "[Do]", "MON": "[Mm]"}  # of a piece, those of which one must be there


@cache
def _needed(pattern: str) -> tuple[str, ...]:
    """For each group that a rule cannot do without: the letters of which it must have one."""
    found, depth = [], 0
    for name, letters in _LETTERS.items():
        pattern = pattern.replace(f"{{{name}}}", letters)
    for at, sign in enumerate(pattern):
        if sign == "(" and depth == 0 and (group := _GROUP.match(pattern, at)):
            found.append(group[1].strip("[]"))
        depth += (sign == "(") - (sign == ")")
    return tuple(found)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a text first has the letters for it: most texts need half of them."""
    return re.compile(pattern.format(**_PIECES))


_STRETCH = re.compile(r"[^_]+")
_TELLING = frozenset("MmWJyUzpCYcdNDoKlISqQVbZxk")  # each rule asks for one of these
_AHEAD = 4  # symbols beyond its own that a rule looks at


class _Stretches:
    """The parts of a string that a rule may apply to, found by the letters in them."""

    def __init__(self, string: str) -> None:
        self._parts: list[tuple[int, int]] = []
        for match in _STRETCH.finditer(string):
            if _TELLING.isdisjoint(match.group()):
                continue
            start, end = match.start(), min(len(string), match.end() + _AHEAD)
            if self._parts and start <= self._parts[-1][1]:
                start = self._parts.pop()[0]
            self._parts.append((start, end))
        self._holding: dict[str, int] = {}  # letter -> the parts that hold it, a bit each
        for number, (start, end) in enumerate(self._parts):
            for letter in dict.fromkeys(string[start:end]):
                self._holding[letter] = self._holding.get(letter, 0) | 1 << number

    def of(self, pattern: str) -> Iterator[tuple[int, int]]:
        """Those that hold what a rule cannot do without, in order."""
        parts = (1 << len(self._parts)) - 1
        for letters in _needed(pattern):
            holding = 0
            for letter in letters:
                holding |= self._holding.get(letter, 0)
            parts &= holding
        bits = f"{parts:b}"[::-1]
        at = bits.find("1")
        while at >= 0:
            yield self._parts[at]
            at = bits.find("1", at + 1)


def drafts(symbols: Sequence[Symbol]) -> list[Draft]:
    """Everything that the rules read, in text order; nothing overlaps."""
    string = "".join([one.letter for one in symbols])
    stretches = _Stretches(string)
    found: list[Draft] = []
    for pattern, reader in _RULES:
        taken: list[Draft] = []
        for start, end in stretches.of(pattern):
            for match in _compiled(pattern).finditer(string, start, end):
                groups = {name: match.span(name) for name, value in match.groupdict().items() if value is not None}
                draft = reader(Take(symbols, groups, *match.span()))
                if draft and not (taken and draft.first < taken[-1].last):
                    taken.append(draft)
        if taken:
            string = _masked(string, taken)
            found.extend(taken)
    return sorted(found, key=lambda one: one.first)


def _masked(string: str, taken: Sequence[Draft]) -> str:
    """The string with what drafts (in order) have read crossed out."""
    pieces, position = [], 0
    for draft in taken:
        pieces += [string[position : draft.first], "#" * (draft.last - draft.first)]
        position = draft.last
    return "".join((*pieces, string[position:]))
