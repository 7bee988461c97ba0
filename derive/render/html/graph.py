"""Who took it from whom, laid out for a static drawing: originals on the left, each rewrite right of its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from derive.report import Edge, Family

WIDTH, HEIGHT = 240, 62  # of a box
_ACROSS, _DOWN = 336, 76  # from one box to the next
_MARGIN = 8


class Box(Struct, frozen=True):
    """An article; `x` and `y` are its upper left corner."""

    article: str
    x: int
    y: int
    entered: int  # changed facts that came into the family here
    inherited: int  # changed facts that it took over from its source


class Arrow(Struct, frozen=True):
    """A derivation: a curve from the source's box to the rewrite's, and where its confidence is written."""

    edge: Edge
    path: str
    x: int
    y: int


class Graph(Struct, frozen=True):
    """A family drawn."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def graph(family: Family) -> Graph:
    """Layers by the longest way from an original; within a layer, near one's sources.

    A derivation that skips layers keeps a place free in each of them, so that it never runs behind a box.
    """
    depth = _depths(family)
    edges = [edge for edge in family.edges if edge.source in depth and edge.rewrite in depth]
    layers: dict[int, list[_Node]] = {}
    for article in family.articles:
        layers.setdefault(depth[article], []).append((article, -1))
    sources: dict[_Node, list[_Node]] = {}
    ways = []
    for number, edge in enumerate(edges):
        between = range(depth[edge.source] + 1, depth[edge.rewrite])
        way: list[_Node] = [(edge.source, -1), *((str(number), layer) for layer in between), (edge.rewrite, -1)]
        for layer, node in zip(between, way[1:-1], strict=True):
            layers.setdefault(layer, []).append(node)
        for before, after in pairwise(way):
            sources.setdefault(after, []).append(before)
        ways.append(way)
    place = _placed(layers, sources)
    boxes = [_box(article, place[article, -1], family) for article in family.articles]
    tallest = max(map(len, layers.values()), default=1)
    return Graph(
        max(layers, default=0) * _ACROSS + WIDTH + 2 * _MARGIN,
        (tallest - 1) * _DOWN + HEIGHT + 2 * _MARGIN,
        tuple(boxes),
        tuple(_arrow(edge, [place[node] for node in way]) for edge, way in zip(edges, ways, strict=True)),
    )


_Node = tuple[str, int]  # an article and -1, or the number of an edge and the layer where it keeps a place free


def _depths(family: Family) -> dict[str, int]:
    depth = dict.fromkeys(family.articles, 0)
    for _ in family.articles:  # a chain has at most as many steps as articles, so a cycle cannot keep this going
        moved = False
        for edge in family.edges:
            if edge.source not in depth or edge.rewrite not in depth:
                continue
            wanted = depth[edge.source] + 1
            if depth[edge.rewrite] < wanted < len(depth):
                depth[edge.rewrite] = wanted
                moved = True
        if not moved:
            break
    return depth


def _placed(
    layers: Mapping[int, Sequence[_Node]], sources: Mapping[_Node, Sequence[_Node]]
) -> dict[_Node, tuple[int, int]]:
    """The upper left corner of every node."""
    tallest = max(map(len, layers.values()), default=1)
    place: dict[_Node, tuple[int, int]] = {}

    def height(node: _Node) -> float:
        known = [place[one][1] for one in sources.get(node, ()) if one in place]
        return sum(known) / len(known) if known else 0.0

    for layer in sorted(layers):
        ordered = sorted(layers[layer], key=height)  # stable: the family's own order decides between equals
        top = (tallest - len(ordered)) / 2
        for turn, node in enumerate(ordered):
            place[node] = (_MARGIN + layer * _ACROSS, _MARGIN + round((top + turn) * _DOWN))
    return place


def _box(article: str, corner: tuple[int, int], family: Family) -> Box:
    entered = sum(one.entered == article for one in family.lineage)
    inherited = sum(article in one.inherited for one in family.lineage)
    return Box(article, *corner, entered, inherited)


def _arrow(edge: Edge, way: Sequence[tuple[int, int]]) -> Arrow:
    points = [(x, y + HEIGHT // 2) for x, y in way]
    path = f"M{points[0][0] + WIDTH} {points[0][1]}"
    for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(points), 2):
        start, end = x1 + WIDTH, x2 - (7 if number == len(points) else 0)  # room for the tip
        bend = max(30, (end - start) // 2)
        path += f"C{start + bend} {y1} {end - bend} {y2} {end} {y2}"
        path += "" if number == len(points) else f"H{x2 + WIDTH}"
    (x1, y1), (x2, y2) = points[-2:]
    return Arrow(edge, path, (x1 + WIDTH + x2) // 2, (y1 + y2) // 2)
