"""A paragraph that unrelated stories share makes none of them the source of a draft that has it too."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from benchmarks.newsroom import Newsroom
from derive.archive.memory import MemoryArchive
from derive.model import Article
from derive.pipeline import Scope, scan
from derive.pipeline.draft import check

ABOUT = (
    "Calder-Roth Holding, which has its seat in Kvistholm, was founded in 1911 and ships zirconium to 43 countries. "
    "It employs 12,400 people at nine sites and reported sales of 3.1 billion crowns in 2024. "
    "The family of chairwoman Oona Brekke holds 38 percent of its shares."
)
CREDIT = "(Reporting by Ilse Brandt in Tolvane and Piet Arling in Marrick; Editing by Anneke Dowd)"


def articles(count: int, seed: int, *tail: str) -> list[Article]:
    """Stories that share nothing but their tail, of one outlet."""
    room = Newsroom(seed)
    made = [room.article(at) for at in range(count)]
    return [replace(one, text="\n\n".join([one.text, *tail]), outlet="Meridian Wire") for one in made]


def draft_of(*tail: str) -> Article:
    return replace(articles(1, 99, *tail)[0], id="draft", outlet="Halden Courier", published=None)


def sources(draft: Article, among: list[Article]) -> list[str]:
    return [one.article for one in check(draft, MemoryArchive(among), Scope()).examined.sources]


@pytest.mark.parametrize("tail", [(CREDIT,), (ABOUT,), (ABOUT, CREDIT)], ids=["credits", "about", "both"])
def test_a_draft_that_shares_the_tail_of_fifty_articles_has_no_source(tail: tuple[str, ...]) -> None:
    assert sources(draft_of(*tail), articles(50, 7, *tail)) == []


def test_a_hundred_articles_with_one_paragraph_are_no_family() -> None:
    assert scan(articles(100, 7, ABOUT), checks=()).families == ()


def test_a_true_source_among_them_is_found_and_it_alone() -> None:
    among = articles(50, 7, ABOUT)
    lifted = replace(among[17], id="draft", outlet="Halden Courier", published=None)
    assert sources(lifted, among) == [among[17].id]


def test_the_paragraph_counts_where_one_article_has_it() -> None:
    among = [*articles(1, 7, ABOUT), *articles(51, 7)[1:]]
    assert sources(draft_of(ABOUT), among) == [among[0].id]


def test_the_background_that_the_versions_of_one_story_repeat_counts() -> None:
    first = articles(1, 7)[0]
    room = Newsroom(5)
    versions = [
        replace(first, id=f"v{at}", text=f"{room.article(at).text[:200].rpartition(' ')[0]}.\n\n{first.text}")
        for at in range(8)
    ]
    lifted = "\n\n".join([draft_of().text, *first.text.split("\n\n")[1:4]])
    assert sources(replace(draft_of(), text=lifted), [*versions, *articles(20, 8)])
