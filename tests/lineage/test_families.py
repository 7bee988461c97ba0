"""Families: forests of verified derivations, never blobs; and where an error entered."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.lineage import Derivation, explaining, forest, parents, unplaced
from derive.model import Article
from derive.pipeline import scan
from derive.recipe import DEFAULT
from derive.report import Report

NAMES = st.sampled_from("abcdefg")
EDGES = st.lists(
    st.builds(Derivation, NAMES, NAMES, st.floats(0.1, 1)).filter(lambda one: one.source != one.rewrite), max_size=20
)


def newsroom(*ids: str, checks: bool = True) -> Report:
    """A scan of some articles of the sample newsroom."""
    records = map(json.loads, Path("corpus/archive.jsonl").read_text("utf-8").splitlines())
    articles = [
        Article(
            one["id"],
            f"{one['title']}\n\n{one['text']}",
            one["title"],
            one["outlet"],
            dt.datetime.fromisoformat(one["published"]),
        )
        for one in records
        if not ids or one["id"] in ids
    ]
    return scan(articles, DEFAULT) if checks else scan(articles, DEFAULT, ())


def test_two_rewrites_of_one_wire_are_siblings() -> None:
    """The weaker edge between them falls out."""
    edges = [Derivation("wire", "a", 0.9), Derivation("wire", "b", 0.9), Derivation("a", "b", 0.6)]
    assert parents(forest(edges)) == {"a": "wire", "b": "wire"}


@given(EDGES)
def test_a_forest(edges: list[Derivation]) -> None:
    """At most one parent each, no cycle, every edge was given, and no article is lost from its family."""
    families = forest(edges)
    above = parents(families)
    assert all(
        (edge.source, edge.rewrite) in {(one.source, one.rewrite) for one in edges} for f in families for edge in f
    )
    assert len(above) == sum(map(len, families))
    for start in above:
        seen, at = {start}, above[start]
        while at in above:
            assert at not in seen
            seen.add(at)
            at = above[at]
        assert at not in seen


@given(EDGES, st.randoms())
def test_order_of_edges_does_not_matter(edges: list[Derivation], random: object) -> None:
    """The same edges in any order give the same families."""
    assert forest(edges) == forest(list(reversed(edges)))


def test_an_error_and_its_heir() -> None:
    """The wind speed went wrong in the first rewrite; the rewrite of the rewrite carries it on."""
    report = newsroom("storm-wire", "storm-moderate", "storm-chain")
    (family,) = report.families
    assert {(edge.source, edge.rewrite) for edge in family.edges} == {
        ("storm-wire", "storm-moderate"),
        ("storm-moderate", "storm-chain"),
    }
    texts = {one.fingerprint: one.rewrite_text for entry in report.examined for one in entry.findings}
    inherited = {texts[one.finding]: one for one in family.lineage if one.inherited}
    wind = next(one for text, one in inherited.items() if "167" in text)
    assert (wind.entered, wind.inherited) == ("storm-moderate", ("storm-chain",))


def test_a_corpus_of_one_and_of_strangers() -> None:
    """No pair, no family, no entry."""
    assert not newsroom("reef-wire").families
    report = newsroom("reef-wire", "marathon-wire", "count-square", checks=False)
    assert not report.families
    assert not report.examined


def test_a_correction_is_known_by_its_figure() -> None:
    """The rewrite tells the corrected revenue, in other units: it hangs below the corrected version."""
    report = newsroom("results-wire", "results-corrected", "results-light", checks=False)
    (family,) = report.families
    assert {(edge.source, edge.rewrite) for edge in family.edges} == {
        ("results-wire", "results-corrected"),
        ("results-corrected", "results-light"),
    }


@pytest.mark.parametrize("checks", [True, False], ids=["examined", "relations only"])
def test_an_article_may_have_two_sources(checks: bool) -> None:
    """The forest names one parent; what the rest was lifted from is a source, too, and a sister rewrite is none."""
    records = {one["id"]: one for one in map(json.loads, Path("corpus/archive.jsonl").read_text("utf-8").splitlines())}
    storm, rates = (records[id]["text"] for id in ("storm-wire", "rates-wire"))
    articles = [
        Article("storm", storm, published=dt.date(2025, 10, 24)),
        Article("storm again", storm.replace("seven", "eight", 1), published=dt.date(2025, 10, 25)),
        Article("rates", rates, published=dt.date(2025, 6, 5)),
        Article("both", f"{storm}\n\n{rates[: len(rates) // 2]}", published=dt.date(2025, 10, 26)),
    ]
    report = scan(articles, DEFAULT) if checks else scan(articles, DEFAULT, ())
    (both,) = (one for one in report.examined if one.article == "both")
    assert [source.article for source in both.sources] == ["storm", "rates"]
    assert sum(edge.rewrite == "both" for family in report.families for edge in family.edges) == 1


def test_what_shares_a_source_is_named_and_neither_edge_nor_examined() -> None:
    """A rewrite so heavy that its words prove nothing."""
    found = newsroom("vote-wire", "vote-light", "vote-heavy")
    (heavy,) = [one for one in found.examined if one.article == "vote-heavy"]
    assert [(one.article, one.relation.kind.value) for one in heavy.sources] == [("vote-wire", "common-source")]
    assert heavy.findings == ()
    assert [edge.rewrite for family in found.families for edge in family.edges] == ["vote-light"]


def test_of_an_original_and_its_rewrite_the_original_is_named() -> None:
    likely = [Derivation("sister", "heavy", 0.3), Derivation("wire", "heavy", 0.2), Derivation("wire", "sister", 0.1)]
    assert unplaced(likely, {"sister": "wire"}) == {"heavy": ["wire"]}


def test_a_further_source_must_explain_more() -> None:
    """What the parent tells already, and a share too small to notice, make no source; three are enough."""
    explained: dict[str, dict[int, float]] = {
        "wire": {0: 0.3, 1: 0.3},
        "sister": {0: 0.3},
        "trifle": {2: 0.05},
        "b": {3: 0.1},
        "c": {4: 0.12},
        "d": {5: 0.09},
    }
    assert explaining("wire", ["sister", "trifle"], explained) == ["wire"]
    assert explaining("wire", ["sister", "trifle", "b", "c", "d"], explained) == ["wire", "c", "b"]
