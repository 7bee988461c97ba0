"""What is no archive of ours is refused with one line that says why."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from derive.archive import Added, Rebuilt, open_archive, rebuild_archive
from derive.archive.sqlite import SqliteArchive, create
from derive.archive.sqlite.opening import FORMAT
from derive.errors import ArchiveError, RecipeMismatch
from derive.recipe import DEFAULT
from derive.retrieve import candidates
from derive.text import read
from tests.archive.stories import stories, story


def made(path: Path, count: int = 20) -> Path:
    with closing(open_archive(str(path), create=True)) as archive:
        archive.add(stories(count))
    return path


def use_all_of(path: str) -> None:
    with closing(open_archive(path)) as archive:
        list(archive.articles())
        candidates(read(story(5, id="draft")), archive)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE articles (id)")


def older(path: Path) -> None:
    with closing(sqlite3.connect(made(path))) as db:
        db.execute("PRAGMA user_version = 0")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(made(path))) as db:
        db.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, "is a folder, not an archive"),
        (lambda path: path.write_bytes(b""), "not a derive archive"),
        (lambda path: path.write_text("Not a database, but long enough for a header. " * 9), "not a derive archive"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "not a derive archive|damaged"),
        (foreign, "a database of another program"),
        (newer, "made by a newer derive"),
        (older, "too old"),
        (lambda path: None, "no such archive"),
    ],
)
def test_refusals(tmp_path: Path, make: object, reason: str) -> None:
    path = tmp_path / "wires.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ArchiveError, match=reason) as caught:
        open_archive(str(path))
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def without_authors(path: Path) -> Path:
    """An archive of format 1."""
    with closing(sqlite3.connect(made(path))) as db:
        db.execute("ALTER TABLE articles DROP COLUMN authors")
        db.execute("PRAGMA user_version = 1")
    return path


def test_an_archive_from_before_there_were_authors_is_brought_up_to_date(tmp_path: Path) -> None:
    path = without_authors(tmp_path / "wires.db")
    with closing(open_archive(str(path))) as archive:
        assert archive.info().format == FORMAT
        assert archive.add([story(5), story(99, authors=("Marta Lindqvist",))]) == Added(new=1, unchanged=1)
    use_all_of(str(path))


def test_one_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = without_authors(tmp_path / "wires.db")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(RecipeMismatch, match="read-only"):
        open_archive(str(path))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no folder"):
        open_archive(str(tmp_path / "none" / "wires.db"), create=True)


def test_other_homes_are_refused() -> None:
    with pytest.raises(ArchiveError, match="no archive can be kept at postgresql://"):
        open_archive("postgresql://host/wires")


def test_a_url_of_sqlite_is_a_path(tmp_path: Path) -> None:
    made(tmp_path / "wires.db", 3)
    assert len(open_archive(f"sqlite:///{tmp_path}/wires.db")) == 3


@pytest.mark.parametrize("name", ["per cent %20.db", "what?#.db", "ü“x”.db", "-rf"])
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    made(tmp_path / name, 2)
    assert sorted(one.name for one in tmp_path.iterdir()) == [name]
    assert len(open_archive(str(tmp_path / name))) == 2


def test_another_recipe_is_refused_until_rebuilt(tmp_path: Path) -> None:
    path = str(tmp_path / "wires.db")
    create(path, replace(DEFAULT.sketch, seed=99))
    other = SqliteArchive(path, replace(DEFAULT.sketch, seed=99))
    other.add(stories(20))
    with pytest.raises(RecipeMismatch, match="run `derive archive rebuild"):
        open_archive(path)
    assert rebuild_archive(path) == Rebuilt(20)
    with closing(open_archive(path)) as ours:
        assert candidates(read(story(5, id="draft")), ours)[0].source_id == "s5"
    with pytest.raises(RecipeMismatch):
        other.add([story(21)])  # a process that had it open may not mix its sketches in
    other.close()


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_archive_is_called_damaged(tmp_path: Path, share: float) -> None:
    path = made(tmp_path / "wires.db", 200)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(ArchiveError, match="damaged"):
        use_all_of(str(path))


def test_what_a_damaged_archive_still_holds_is_saved_and_the_file_is_kept(tmp_path: Path) -> None:
    path = made(tmp_path / "wires.db", 200)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"\xa5" * 20_000 + whole[len(whole) // 2 + 20_000 :])
    with pytest.raises(ArchiveError, match="damaged"):
        use_all_of(str(path))
    rebuilt = rebuild_archive(str(path))
    assert rebuilt.damaged == f"{path}.damaged"
    assert 100 < rebuilt.articles < 200
    with closing(open_archive(str(path))) as archive:
        saved = list(archive.articles())
        assert len(saved) == rebuilt.articles
        assert all(one == story(int(one.id[1:])) for one in saved)
        assert candidates(read(replace(saved[0], id="draft")), archive)[0].source_id == saved[0].id


def test_a_new_archive_appears_whole_and_leaves_no_traces(tmp_path: Path) -> None:
    path = tmp_path / "wires.db"
    create(str(path), DEFAULT.sketch)
    create(str(path), DEFAULT.sketch)
    assert [one.name for one in tmp_path.iterdir()] == ["wires.db"]


def test_a_file_that_cannot_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "wires.db")
    monkeypatch.setattr("os.access", lambda *_: False)  # the test may run as root, whom no mode stops
    with closing(open_archive(str(path))) as archive:
        assert candidates(read(story(5, id="draft")), archive)[0].source_id == "s5"
        with pytest.raises(ArchiveError, match="read-only"):
            archive.add([story(99)])


def test_a_full_disk_is_told_and_costs_only_what_was_not_acknowledged(tmp_path: Path) -> None:
    archive = open_archive(str(made(tmp_path / "wires.db", 5)))
    archive._db.execute("PRAGMA max_page_count = 30")  # type: ignore[attr-defined]
    with pytest.raises(ArchiveError, match="disk is full"):
        archive.add(stories(500))
    assert [one.id for one in archive.articles()] == ["s0", "s1", "s2", "s3", "s4"]
    archive.close()
