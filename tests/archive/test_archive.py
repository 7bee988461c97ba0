"""What an archive does, by one test body for every home that it has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from derive.archive import Added, Archive, MemoryArchive, open_archive
from derive.errors import ArchiveError
from derive.model import Article
from derive.retrieve import By, candidates
from derive.sketch.hashing import word_hash
from derive.text import read
from tests.archive.stories import stories, story


@pytest.fixture(params=["memory", "sqlite"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    url = ":memory:" if request.param == "memory" else str(tmp_path / "wires.db")
    opened = open_archive(url, create=True)
    yield opened
    opened.close()


def found(archive: Archive, text: str, **limits: object) -> list[str]:
    return [one.source_id for one in candidates(read(Article("draft", text)), archive, **limits)]  # type: ignore[arg-type]


def test_an_empty_archive_finds_nothing(archive: Archive) -> None:
    assert len(archive) == 0
    assert found(archive, story(1).text) == []
    assert list(archive.list()) == list(archive.articles()) == []
    assert archive.info().first is None


def test_nothing_is_added_from_nothing(archive: Archive) -> None:
    assert archive.add([]) == Added()


def test_articles_come_back_as_they_went_in(archive: Archive) -> None:
    moment = dt.datetime(2025, 3, 4, 5, 6, 7, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    odd = [
        story(1, published=moment, language="en-GB", path="a/b.txt"),
        Article("bare", "Ñandú “x” \ud800\x00 🚢"),
        story(2, id="a\tb\n'; DROP TABLE articles; --", published=None),
    ]
    archive.add(odd)
    assert [archive.article(one.id) for one in odd] == odd
    assert list(archive.articles()) == odd


def test_an_unknown_id_is_a_key_error(archive: Archive) -> None:
    with pytest.raises(KeyError):
        archive.article("nobody")
    assert archive.history("nobody") == ()


def test_adding_the_same_again_changes_nothing(archive: Archive) -> None:
    assert archive.add(stories(5)) == Added(new=5)
    before = archive.info()
    assert archive.add(stories(5)) == Added(unchanged=5)
    assert archive.add([story(0, path="moved/elsewhere.txt")]) == Added(unchanged=1)
    assert archive.info() == before


def test_a_changed_article_is_a_new_version(archive: Archive) -> None:
    archive.add(stories(3))
    corrected = story(1, text=story(1).text.replace("crowns", "florins of the Zabrowski mint"))
    assert archive.add([*stories(3)[:1], corrected]) == Added(changed=1, unchanged=1)
    assert archive.article("s1") == corrected
    assert archive.history("s1") == (story(1), corrected)
    assert [(one.id, one.version) for one in archive.list()] == [("s0", 1), ("s1", 2), ("s2", 1)]
    assert (len(archive), archive.info().versions) == (3, 4)
    assert found(archive, "Florins came from the Zabrowski mint.") == ["s1"]


def test_only_the_newest_version_is_a_source(archive: Archive) -> None:
    archive.add([story(1)])
    archive.add([story(1, text="Nothing is left of it.")])
    assert found(archive, story(1).text) == []


def test_one_id_for_two_articles_is_refused_whole(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="s1: two different articles have this id"):
        archive.add([story(0), story(1), story(2, id="s1")])
    assert len(archive) == 0


def test_the_same_article_twice_in_one_call_counts_once(archive: Archive) -> None:
    assert archive.add([story(1), story(1)]) == Added(new=1, unchanged=1)


def test_removed_articles_are_gone_with_all_versions(archive: Archive) -> None:
    archive.add(stories(4))
    archive.add([story(2, text=story(2).text + " More.")])
    assert archive.remove(["s2", "s2", "nobody"]) == 1
    assert found(archive, story(2).text)[:1] != ["s2"]
    assert [one.id for one in archive.articles()] == ["s0", "s1", "s3"]
    assert archive.info().versions == 3
    assert archive.add([story(2)]) == Added(new=1)
    assert found(archive, story(2).text)[0] == "s2"


def test_expiry_spares_the_day_itself_and_the_undated(archive: Archive) -> None:
    archive.add([*stories(10), story(77, published=None)])
    assert archive.expire(dt.date(2025, 1, 5)) == 4
    assert [one.id for one in archive.articles()] == ["s4", "s5", "s6", "s7", "s8", "s9", "s77"]
    assert (archive.info().first, archive.info().last) == (dt.date(2025, 1, 5), dt.date(2025, 1, 10))
    assert found(archive, story(5).text)[0] == "s5"
    assert archive.expire(dt.date(2025, 1, 5)) == 0


def test_rebuilding_changes_no_answer(archive: Archive) -> None:
    archive.add(stories(30))
    archive.add([story(3, text=story(3).text + " A lighthouse keeper protested.")])
    archive.remove(["s4"])
    texts = [story(number).text for number in range(30)]
    before = [found(archive, text) for text in texts]
    seen: list[tuple[int, int]] = []
    assert archive.rebuild(lambda done, total: seen.append((done, total))) == 29
    assert [found(archive, text) for text in texts] == before
    assert seen[-1] == (30, 30)


def test_every_article_is_its_own_best_source(archive: Archive) -> None:
    archive.add(stories(60))
    assert all(found(archive, one.text)[0] == one.id for one in stories(60))


def test_a_few_lifted_sentences_are_found(archive: Archive) -> None:
    archive.add(stories(60))
    own = "A gallery in Mirefall opened its summer show of kites, sculptor Anneke Dowd said, with lanterns. " * 5
    assert found(archive, own + story(17).text.split("\n\n")[1])[0] == "s17"


def test_the_draft_itself_is_no_source_of_its_own(archive: Archive) -> None:
    archive.add([story(1), story(1, id="copy")])
    draft = read(story(1))
    assert [one.source_id for one in candidates(draft, archive)] == ["copy"]


def test_limits_by_author(archive: Archive) -> None:
    """Whatever the case and the diacritics; what nobody signed is by others, and nobody's draft has no author's own."""
    by = {"hers": ("Märta Lindqvist", "Piet Arling"), "his": ("Piet Arling",), "unsigned": ()}
    archive.add([story(1, id=id, authors=authors) for id, authors in by.items()])
    draft = story(1, id="draft", authors=("MARTA LINDQVIST",))

    def named(draft: Article, by: By) -> list[str]:
        return [one.source_id for one in candidates(read(draft), archive, by=by)]

    assert named(draft, By.ANYBODY) == ["hers", "his", "unsigned"]
    assert named(draft, By.SAME) == ["hers"]
    assert named(draft, By.OTHERS) == ["his", "unsigned"]
    assert named(story(1, id="draft"), By.SAME) == []


def test_authors_are_kept_listed_and_change_an_article(archive: Archive) -> None:
    signed = story(1, authors=("Marta Lindqvist", "Piet Arling"))
    assert archive.add([story(1)]) == Added(new=1)
    assert archive.add([signed]) == Added(changed=1)
    assert archive.article("s1") == signed
    assert [one.authors for one in archive.list()] == [signed.authors]


def test_limits_on_a_source(archive: Archive) -> None:
    archive.add([story(1, id=f"c{day}", published=dt.date(2025, 1, day)) for day in range(1, 6)])
    archive.add([story(1, id="undated", published=None, outlet="Meridian")])
    text = story(1).text
    assert found(archive, text, since=dt.date(2025, 1, 4)) == ["c4", "c5", "undated"]
    assert found(archive, text, until=dt.date(2025, 1, 2)) == ["c1", "c2", "undated"]
    assert found(archive, text, exclude_outlets=["Norvane Post"]) == ["undated"]
    assert found(archive, text, outlets=["Meridian"]) == ["undated"]
    assert found(archive, text, limit=2) == ["c1", "c2"]


@pytest.mark.parametrize("text", ["", "   \n\n ", "— … !", "word", "the of and to in", "zyx" * 30_000, "1 2 3 " * 3000])
def test_odd_texts_can_be_kept_and_looked_for(archive: Archive, text: str) -> None:
    archive.add([*stories(3), Article("odd", text)])
    assert archive.article("odd").text == text
    assert "odd" not in found(archive, story(1).text)
    found(archive, text)


def test_a_monster_neither_fills_the_index_nor_is_lost(archive: Archive) -> None:
    names = " ".join(f"zq{number}" for number in range(8000))
    archive.add([*stories(20), Article("monster", names)])
    assert found(archive, names) == ["monster"]
    assert found(archive, story(3).text)[0] == "s3"
    assert len(archive.postings([word_hash(f"zq{number}") for number in range(8000)])) == 2000


def test_ten_copies_are_all_found(archive: Archive) -> None:
    archive.add([story(1, id=f"copy{number}") for number in range(10)])
    assert len(found(archive, story(1).text)) == 10


def test_what_all_articles_share_finds_none_of_them_but_what_one_has_finds_it(archive: Archive) -> None:
    about = " About Calder-Roth: founded in 1911 at Kvistholm, Calder-Roth ships zirconium and feldspar worldwide."
    archive.add([replace(one, text=one.text + about) for one in stories(400)])
    assert found(archive, story(123).text)[0] == "s123"
    unlike = [one.score for one in candidates(read(Article("draft", about)), archive)]
    like = candidates(read(Article("draft", story(123).text)), archive)[0].score
    assert all(score < like / 2 for score in unlike)


def test_both_homes_give_the_same_answers(tmp_path: Path) -> None:
    memory, file = MemoryArchive(), open_archive(str(tmp_path / "wires.db"), create=True)
    for home in (memory, file):
        home.add(stories(100))
        home.add([story(7, text=story(7).text + " A tug stood by.")])
        home.remove(["s8"])
        home.expire(dt.date(2025, 1, 3))
    for one in stories(100):
        assert candidates(read(replace(one, id="draft")), memory) == candidates(read(replace(one, id="draft")), file)
    assert list(memory.list()) == list(file.list())
    file.close()
