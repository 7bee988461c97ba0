"""The two charts of the scan view: how sure the relations are, and when the articles appeared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from derive.model import Article

BINS = 10
WIDTH = 780
_LEFT, _RIGHT = 190, 60  # room for the names of the lanes and the last day
LANE = 26
_APART = 15  # pixels from one dot to the next in a lane: order is kept, a close distance is rounded up


class Bar(Struct, frozen=True):
    """Relations with a confidence from `low` (included) to `high`; lengths in pixels."""

    low: int
    high: int
    count: int
    height: int


def histogram(confidences: Iterable[float], height: int = 120) -> tuple[Bar, ...]:
    """Ten bars from 0 % to 100 %."""
    found = [0] * BINS
    for one in confidences:
        found[min(BINS - 1, int(one * BINS))] += 1
    most = max(found) or 1
    step = 100 // BINS
    return tuple(Bar(i * step, (i + 1) * step, count, round(height * count / most)) for i, count in enumerate(found))


class Dot(Struct, frozen=True):
    """An article on the timeline."""

    article: str
    x: int
    y: int


class Timeline(Struct, frozen=True):
    """Lanes of dots over the days; `ticks` are positions and days."""

    width: int
    height: int
    lanes: tuple[int, ...]  # the middle of each
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[int, dt.date], ...]


def timeline(lanes: Sequence[Sequence[Article]]) -> Timeline | None:
    """Articles by their publication, a lane a family; None when fewer than two days are known."""
    moments = {article.id: _moment(article.published) for lane in lanes for article in lane if article.published}
    if len({int(one) for one in moments.values()}) < 2:
        return None
    first, last = min(moments.values()), max(moments.values())
    room = WIDTH - _LEFT - _RIGHT

    def x(moment: float) -> int:
        return _LEFT + round(room * (moment - first) / (last - first))

    dots = []
    for lane, articles in enumerate(lanes):
        free = 0
        for article in sorted(
            (one for one in articles if one.id in moments), key=lambda one: (moments[one.id], one.id)
        ):
            at = max(x(moments[article.id]), free)
            free = at + _APART
            dots.append(Dot(article.id, at, LANE * lane + LANE // 2))
    days = sorted({int(first + (last - first) * part / 4) for part in range(5)})
    ticks = tuple((max(_LEFT, x(float(day))), dt.date.fromordinal(day)) for day in days)
    middles = tuple(LANE * lane + LANE // 2 for lane in range(len(lanes)))
    width = max([WIDTH, *(dot.x + _RIGHT for dot in dots)])
    return Timeline(width, LANE * len(lanes) + 34, middles, tuple(dots), ticks)


def _moment(when: dt.date) -> float:
    """Days since year 1; a time without a zone counts as UTC."""
    if isinstance(when, dt.datetime):
        utc = when.astimezone(dt.UTC) if when.tzinfo else when
        return utc.toordinal() + (utc.hour * 60 + utc.minute) / 1440
    return float(when.toordinal())
