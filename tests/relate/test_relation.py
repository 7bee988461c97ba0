"""Relations: what two articles are to each other, and which came first."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from derive.align import align_words
from derive.model import Article, Direction, Relation, RelationKind
from derive.pipeline import compare, verify
from derive.recipe import DEFAULT
from derive.relate import relate
from derive.text import read

RECORDS = {
    record["id"]: Article(
        record["id"],
        f"{record['title']}\n\n{record['text']}",
        record["title"],
        record["outlet"],
        dt.datetime.fromisoformat(record["published"]),
    )
    for record in map(json.loads, Path("corpus/archive.jsonl").read_text("utf-8").splitlines())
}
TRUTH = json.loads(Path("corpus/relations.json").read_text("utf-8"))


def relation(source: str, rewrite: str, *, dated: bool = True) -> Relation:
    """The relation of two articles of the sample newsroom, by words alone."""
    one, other = RECORDS[source], RECORDS[rewrite]
    if not dated:
        one, other = (replace(article, published=None, outlet=None) for article in (one, other))
    return verify(read(one), read(other))[1]


@pytest.mark.parametrize("pair", TRUTH["independent"], ids=lambda pair: pair["article"])
def test_independent_reports_are_left_in_peace(pair: dict[str, str]) -> None:
    """Another reporter at the same event is no derivation, although quotations and figures are shared."""
    assert relation(pair["same_event_as"], pair["article"]).kind is RelationKind.INDEPENDENT


@pytest.mark.parametrize(
    "pair", [one for one in TRUTH["derivations"] if one["style"] in ("light", "moderate")], ids=lambda p: p["rewrite"]
)
def test_rewrites_are_derived(pair: dict[str, str]) -> None:
    """Light and moderate rewrites are never taken for independent, and the dates say which way."""
    found = relation(pair["source"], pair["rewrite"])
    assert found.kind is not RelationKind.INDEPENDENT or pair["rewrite"] == "intray-multi"
    assert found.direction is Direction.SOURCE_FIRST


def test_kinds_of_copies() -> None:
    """A copy is identical; a copy with one sentence changed is a near-duplicate; the other way round mirrors it."""
    article = RECORDS["storm-wire"]
    copy = replace(article, id="copy", text=article.text + "\n")
    assert verify(read(article), read(copy))[1].kind is RelationKind.IDENTICAL
    edited = replace(article, id="edited", text=article.text.replace("seven", "eight", 1))
    assert verify(read(article), read(edited))[1].kind is RelationKind.NEAR_DUPLICATE


def test_direction_turns_with_the_pair() -> None:
    """Swapping the two articles turns the verdict and every weight."""
    there, back = relation("storm-wire", "storm-moderate"), relation("storm-moderate", "storm-wire")
    assert (there.direction, back.direction) == (Direction.SOURCE_FIRST, Direction.REWRITE_FIRST)
    assert [one.weight for one in there.evidence] == [-one.weight for one in back.evidence]


def test_times_within_the_tolerance_decide_nothing() -> None:
    """Clocks differ by minutes; without other evidence the direction is undecided."""
    wire = RECORDS["storm-wire"]
    assert isinstance(wire.published, dt.datetime)
    later = replace(wire, id="later", published=wire.published + dt.timedelta(minutes=5))
    alignment = align_words(read(wire), read(later), DEFAULT.align)
    assert relate(alignment, DEFAULT.relate).direction is Direction.UNDECIDED


def test_compare_does_not_examine_what_is_independent() -> None:
    """Another story altogether: one entry, the relation, no finding."""
    (examined,) = compare([RECORDS["reef-wire"]], RECORDS["strike-wire"]).examined
    assert examined.sources[0].relation.kind is RelationKind.INDEPENDENT
    assert not examined.findings


def test_unrelated_articles_are_undecided() -> None:
    """No link, no direction."""
    assert relation("reef-wire", "marathon-wire").direction is Direction.UNDECIDED
