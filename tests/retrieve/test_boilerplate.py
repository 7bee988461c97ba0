"""Boilerplate learnt from an outlet's own articles."""

from __future__ import annotations

from msgspec.structs import replace

from derive.model import Article, Role
from derive.retrieve.boilerplate import learn
from derive.text import read
from tests.archive.stories import stories, story

ABOUT = "Meridian Wire was founded in 1911 at Kvistholm and serves 240 newsrooms along the coast."


def with_about(count: int) -> list[Article]:
    return [
        replace(one, outlet="Meridian Wire", text=f"{one.text}\n\n{ABOUT.replace('240', str(200 + at))}")
        for at, one in enumerate(stories(count))
    ]


def set_aside(article: Article, among: list[Article]) -> list[str]:
    document = learn(among).mark(read(article))
    return [one.span.of(document.plain) for one in document.sentences if one.role is Role.BOILERPLATE]


def test_nothing_recurs_in_a_corpus_of_none_or_one() -> None:
    assert set_aside(story(1), []) == set_aside(story(1), [story(1)]) == []


def test_copies_of_one_story_teach_nothing() -> None:
    assert set_aside(story(1), [story(1, id=f"c{at}") for at in range(50)]) == []


def test_four_articles_are_too_few() -> None:
    assert set_aside(with_about(4)[0], with_about(4)) == []


def test_what_the_outlet_prints_everywhere_is_set_aside_whatever_its_figures() -> None:
    aside = set_aside(with_about(20)[7], with_about(20))
    assert ABOUT.replace("240", "207") in aside
    assert not any("council" in one for one in aside)  # the news of the day, told by one article alone


def test_another_outlet_may_say_it_as_news() -> None:
    lifted = replace(with_about(20)[7], outlet="Coast Daily")
    assert set_aside(lifted, with_about(20)) == []


def test_without_outlets_a_story_told_by_many_is_no_boilerplate() -> None:
    """Six plain files that tell one wire story, each with an opening of its own, among many others."""
    told = "The harbour council will auction its eleven oldest trawlers before the end of March."
    files = [
        replace(one, outlet=None, text=f"{one.text}\n\n{told}" if at < 6 else one.text)
        for at, one in enumerate(stories(100))
    ]
    assert told not in set_aside(files[2], files)


def test_without_outlets_what_every_file_ends_with_is_boilerplate() -> None:
    files = [replace(one, outlet=None) for one in with_about(40)]
    assert ABOUT.replace("240", "207") in set_aside(files[7], files)
