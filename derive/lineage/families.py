"""Verified derivations -> a forest: each article below the one it was most likely made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Derivation(NamedTuple):
    """A verified, directed pair; `weight` (0 to 1) is how sure the relation and its direction are."""

    source: str
    rewrite: str
    weight: float


def forest(derivations: Iterable[Derivation]) -> list[list[Derivation]]:
    """The maximum branching of each connected part: no article has two parents, none is its own ancestor.

    Two rewrites of one wire story are related, too, but each lies closer to the wire: the weaker edge between them
    falls out, where transitive closure would have kept it. Families in the order of their first id.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for source, rewrite, weight in sorted(derivations):
        if not graph.has_edge(source, rewrite) or graph[source][rewrite]["weight"] < weight:
            graph.add_edge(source, rewrite, weight=weight)
    families = []
    for part in sorted(nx.weakly_connected_components(graph), key=min):
        whole = graph.subgraph(part)
        if len(part) == 2:  # most families: nothing to choose but the surer of two directions
            edges: list[tuple[str, str, float]] = [max(whole.edges(data="weight"), key=lambda edge: (edge[2], edge[0]))]
        else:
            branching = nx.maximum_branching(nx.DiGraph(whole), attr="weight", preserve_attrs=True)
            edges = [(a, b, graph[a][b]["weight"]) for a, b in branching.edges]
        families.append(sorted(Derivation(*edge) for edge in edges))
    return families


def parents(families: Sequence[Sequence[Derivation]]) -> dict[str, str]:
    """The parent of each article that has one."""
    return {edge.rewrite: edge.source for family in families for edge in family}
