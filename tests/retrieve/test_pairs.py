"""Candidate pairs of a whole corpus."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from derive.model import Article
from derive.retrieve import pairs
from derive.retrieve.buckets import FULL, collisions
from derive.retrieve.exact import affordable
from tests.archive.stories import stories, story

DISTINCT = [
    "Ferry pilots at Port Halden walked out over night shifts, union secretary Oona Brekke said on Friday.",
    "A kiln explosion at the Tolvane brickworks broke 40 windows; foreman Piet Arling escaped unhurt.",
    "Beekeepers around Marrick lost 1,340 hives to mites, veterinary officer Ilse Brandt wrote in a bulletin.",
    "The Ostra Bay observatory photographed comet Wendt-Lisker through a gap in thick fog before sunrise.",
    "Sculptor Anneke Dowd won the Kvistholm prize for a bronze heron that stands in a flooded quarry.",
]


def named(articles: list[Article]) -> set[tuple[str, str]]:
    return {(one.source_id, one.rewrite_id) for one in pairs(articles)}


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_unlike_articles_make_no_pair(count: int) -> None:
    assert named([Article(f"d{at}", text) for at, text in enumerate(DISTINCT[:count])]) == set()


@pytest.mark.parametrize("text", ["", " ", "— !", "the of and"])
def test_articles_without_substance_are_no_pair_because_of_it(text: str) -> None:
    blank = [Article("a", text), Article("b", text if text == "the of and" else text + " ")]
    assert named([*blank, *(Article(f"d{at}", one) for at, one in enumerate(DISTINCT))]) <= {("a", "b")}


def test_a_copy_is_a_pair_whatever_its_quotes_and_case() -> None:
    original = story(3)
    copy = replace(original, id="copy", text=original.text.upper().replace("“", '"').replace("”", '"'))
    assert named([*stories(3), original, copy]) >= {("s3", "copy")}


def test_copies_are_paired_with_the_first_of_them_which_stands_for_all() -> None:
    found = named([story(1, id=f"c{at}") for at in range(10)] + [Article("other", DISTINCT[0])])
    assert found == {("c0", f"c{at}") for at in range(1, 10)}


def test_a_lifted_paragraph_in_another_story_is_a_pair() -> None:
    lifted = "\n\n".join([*DISTINCT[:3], story(5).text.split("\n\n")[1], *DISTINCT[3:]])
    assert ("s5", "brief") in named([story(5), Article("brief", lifted)])


def test_ten_thousand_articles_with_one_paragraph_make_no_ten_million_pairs() -> None:
    about = "\n\nAbout Calder-Roth: founded in 1911 at Kvistholm, Calder-Roth ships zirconium and feldspar worldwide."
    rng = np.random.default_rng(1)
    own = rng.integers(10**6, size=(10_000, 40))
    articles = [Article(f"a{at}", " ".join(f"zq{word}" for word in row) + about) for at, row in enumerate(own)]
    articles.append(replace(articles[17], id="copy", text=articles[17].text + " More."))
    found = named(articles)
    assert ("a17", "copy") in found
    assert len(found) < len(articles)


def test_pairs_name_their_reasons_and_come_in_order() -> None:
    found = pairs([story(2), *(Article(f"d{at}", one) for at, one in enumerate(DISTINCT)), story(2, id="again")])
    assert [(one.source_id, one.rewrite_id, one.score) for one in found] == [("s2", "again", 1.0)]
    assert found[0].why == ("rare words and figures in common: 1.00", "wording in common: 1.00")


def test_the_order_of_the_articles_changes_no_pair() -> None:
    articles = [*stories(40), story(7, id="again", text=story(7).text.replace("Tuesday", "Friday"))]
    forward, backward = named(articles), named(articles[::-1])
    assert forward == {(source, rewrite) for rewrite, source in backward}
    assert ("s7", "again") in forward


def test_collisions_are_all_pairs_of_a_bucket_and_a_chain_of_a_full_one() -> None:
    keys = np.array([5, 7, 7, 5, 5, 9], np.uint64)
    assert collisions(keys, np.array([0, 1, 1, 2, 3, 4])).tolist() == [[0, 2], [0, 3], [2, 3]]
    count = FULL * 10
    chain = collisions(np.zeros(count, np.uint64), np.arange(count)).tolist()
    assert [[at, at + 1] for at in range(count - 1)] == [pair for pair in chain if pair[1] - pair[0] == 1]
    assert len(chain) < 3 * count
    assert collisions(np.empty(0, np.uint64), np.empty(0, np.int64)).tolist() == []


def test_the_budget_of_the_exact_route_goes_to_the_rarest_terms() -> None:
    assert affordable(np.array([1, 2, 10_000, 3]), articles=10).tolist() == [1, 3]
