"""Who took it from whom, laid out for a static drawing: originals on the left, each rewrite right of its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from derive.report import Edge, Family

WIDTH, HEIGHT = 240, 62  # of a box
_ACROSS, _DOWN = 336, 76  # from one box to the next
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Box:
    """An article; `x` and `y` are its upper left corner."""

    article: str
    x: int
    y: int
    entered: int  # changed facts that came into the family here
    inherited: int  # changed facts that it took over from its source


@dataclass(frozen=True, slots=True)
class Arrow:
    """A derivation: a curve from the source's box to the rewrite's, and where its confidence is written."""

    edge: Edge
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A family drawn."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def graph(family: Family) -> Graph:
    """Layers by the longest way from an original; within a layer, near one's sources."""
    depth = _depths(family)
    layers: dict[int, list[str]] = {}
    for article in family.articles:
        layers.setdefault(depth[article], []).append(article)
    sources: dict[str, list[str]] = {}
    for edge in family.edges:
        sources.setdefault(edge.rewrite, []).append(edge.source)
    tallest = max(map(len, layers.values()), default=1)
    place: dict[str, tuple[int, float]] = {}
    for layer in sorted(layers):
        ordered = _ordered(layers[layer], sources, place)
        top = (tallest - len(ordered)) / 2
        for turn, article in enumerate(ordered):
            place[article] = (layer, top + turn)
    entered = {one: sum(a.entered == one for a in family.lineage) for one in family.articles}
    inherited = {one: sum(one in a.inherited for a in family.lineage) for one in family.articles}
    boxes = {
        article: Box(
            article,
            _MARGIN + layer * _ACROSS,
            _MARGIN + round(row * _DOWN),
            entered[article],
            inherited[article],
        )
        for article, (layer, row) in place.items()
    }
    arrows = tuple(
        _arrow(edge, boxes[edge.source], boxes[edge.rewrite])
        for edge in family.edges
        if edge.source in boxes and edge.rewrite in boxes
    )
    return Graph(
        max(layers, default=0) * _ACROSS + WIDTH + 2 * _MARGIN,
        (tallest - 1) * _DOWN + HEIGHT + 2 * _MARGIN,
        tuple(boxes[article] for article in family.articles),
        arrows,
    )


def _depths(family: Family) -> dict[str, int]:
    depth = dict.fromkeys(family.articles, 0)
    for _ in family.articles:  # a chain has at most as many steps as articles, so a cycle cannot keep this going
        moved = False
        for edge in family.edges:
            if edge.source in depth and edge.rewrite in depth and depth[edge.rewrite] <= depth[edge.source]:
                if depth[edge.source] + 1 >= len(depth):
                    continue
                depth[edge.rewrite] = depth[edge.source] + 1
                moved = True
        if not moved:
            break
    return depth


def _ordered(
    layer: Sequence[str], sources: Mapping[str, Sequence[str]], place: Mapping[str, tuple[int, float]]
) -> list[str]:
    def key(article: str) -> float:
        known = [place[one][1] for one in sources.get(article, ()) if one in place]
        return sum(known) / len(known) if known else 0.0

    return sorted(layer, key=key)  # stable: the family's own order decides between equals


def _arrow(edge: Edge, source: Box, rewrite: Box) -> Arrow:
    x1, y1 = source.x + WIDTH, source.y + HEIGHT // 2
    x2, y2 = rewrite.x, rewrite.y + HEIGHT // 2
    bend = max(30, (x2 - x1) // 2)
    return Arrow(edge, f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 7} {y2}", (x1 + x2) // 2, (y1 + y2) // 2)
