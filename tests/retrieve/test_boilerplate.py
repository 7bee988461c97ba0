"""Boilerplate: learnt from what unrelated articles of a corpus share, before anything is paired."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from benchmarks.newsroom import Newsroom
from derive.model import Article, Role
from derive.pipeline import scan
from derive.retrieve import pairs
from derive.retrieve.recurrence import learn
from derive.text import read
from tests.archive.stories import story

ABOUT = "Meridian Wire was founded in 1911 at Kvistholm and serves 240 newsrooms along the coast."
TOLD = "The harbour council will auction its eleven oldest trawlers before the end of March, its clerk said."
MERIDIAN, NOBODY = "Meridian Wire", None


def articles(count: int, outlet: str | None, *tails: str) -> list[Article]:
    """Unrelated stories, each with one of the tails in turn."""
    room = Newsroom(7)
    made = [room.article(at) for at in range(count)]
    tail = tails or ("",)
    return [
        replace(one, outlet=outlet, text=f"{one.text}\n\n{tail[at % len(tail)]}".strip()) for at, one in enumerate(made)
    ]


def set_aside(article: Article, among: list[Article]) -> list[str]:
    document = learn(among).mark(read(article))
    return [one.span.of(document.plain) for one in document.sentences if one.role is Role.BOILERPLATE]


def test_nothing_recurs_in_a_corpus_of_none_or_one() -> None:
    assert set_aside(story(1), []) == set_aside(story(1), [story(1)]) == []


def test_copies_of_one_story_teach_nothing() -> None:
    assert set_aside(story(1), [story(1, id=f"c{at}") for at in range(50)]) == []


def test_the_versions_of_one_story_teach_nothing() -> None:
    """Each has a lead of its own above what all repeat."""
    first, *others = articles(30, MERIDIAN)
    versions = [
        replace(first, id=f"v{at}", text=f"{one.text[:300].rpartition(' ')[0]}.\n\n{first.text}")
        for at, one in enumerate(others)
    ]
    assert set_aside(versions[3], versions) == []


def test_four_articles_are_too_few() -> None:
    among = articles(4, MERIDIAN, ABOUT)
    assert set_aside(among[0], among) == []


def test_without_an_outlet_a_story_told_by_six_is_no_boilerplate() -> None:
    among = [*articles(6, NOBODY, TOLD), *articles(100, NOBODY)[6:]]
    assert TOLD not in set_aside(among[2], among)


@pytest.mark.parametrize("outlet", [MERIDIAN, NOBODY])
def test_what_unrelated_articles_share_is_set_aside_whatever_its_figures(outlet: str | None) -> None:
    among = articles(40, outlet, *(ABOUT.replace("240", str(200 + at)) for at in range(40)))
    assert set_aside(among[7], among) == [ABOUT.replace("240", "207")]


def test_a_paragraph_that_changes_a_name_in_each_article_is_set_aside() -> None:
    among = articles(40, MERIDIAN, *(ABOUT.replace("Kvistholm", f"Kvist{at}holm") for at in range(40)))
    assert len(set_aside(among[7], among)) == 1


def test_a_paragraph_that_twenty_outlets_print_is_set_aside() -> None:
    among = [replace(one, outlet=f"Outlet {at}") for at, one in enumerate(articles(40, NOBODY, ABOUT))]
    assert set_aside(among[7], among) == [ABOUT]


def test_it_pairs_nobody() -> None:
    among = articles(100, MERIDIAN, f"{ABOUT} {TOLD}")
    assert pairs(among, boilerplate=learn(among)) == []


def test_a_copy_among_them_is_still_a_pair() -> None:
    among = articles(100, MERIDIAN, ABOUT)
    copy = replace(among[17], id="copy", text=articles(18, MERIDIAN)[17].text)
    found = pairs([*among, copy], boilerplate=learn([*among, copy]))
    assert [(one.source_id, one.rewrite_id) for one in found] == [(among[17].id, "copy")]


def test_a_scan_says_what_it_set_aside() -> None:
    report = scan(articles(40, MERIDIAN, f"{ABOUT} {TOLD}"), checks=())
    assert [(one.text, one.articles) for one in report.boilerplate] == [(f"{ABOUT} {TOLD}", 40)]
    assert report.families == ()
