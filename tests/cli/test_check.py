"""`derive check` as a pipeline runs it: real files, real archives, real processes, real exit codes."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from derive.render.schema import text as schema_text
from tests.cli.run import derive
from tests.gate.newsroom import CHANGED, FAITHFUL, OTHER, OWN_STORY, UNCREDITED, WIRE, page, put, wires

DAY = ("--date", "2025-03-04")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with the wires and one draft of each kind."""
    wires(tmp_path)
    put(
        tmp_path,
        {"faithful.txt": FAITHFUL, "changed.txt": CHANGED, "uncredited.txt": UNCREDITED, "own.txt": OWN_STORY},
    )
    return tmp_path


@pytest.fixture
def archive(room: Path) -> Path:
    """The wires as an archive."""
    path = room / "wires.db"
    assert derive("archive", "add", path, room / "wires.jsonl", "--quiet").returncode == 0
    return path


def entries(*arguments: str | Path) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and examined entries of a run, its JSON validated against the published schema."""
    done = derive("check", *arguments, *DAY, "--format", "json")
    data = json.loads(done.stdout)
    jsonschema.validate(data, json.loads(schema_text()))
    return done.returncode, data["examined"]


def checks(entry: dict[str, Any]) -> list[str]:
    """The checks that fired in an entry."""
    return [one["check"] for one in entry["findings"]]


class TestVerdicts:
    """The right verdict for each kind of draft."""

    def test_faithful_and_credited_is_clean(self, room: Path, archive: Path) -> None:
        """The source is found and named, nothing is found wrong: 0."""
        code, (entry,) = entries(room / "faithful.txt", "--archive", archive)
        assert (code, entry["status"], checks(entry)) == (0, "clean", [])
        assert [one["article"] for one in entry["sources"]] == [WIRE["id"]]

    def test_without_a_source_is_clean_and_says_so(self, room: Path, archive: Path) -> None:
        """0, unless a source is required."""
        code, (entry,) = entries(room / "own.txt", "--archive", archive)
        assert (code, entry["status"], entry["sources"]) == (0, "no-source", [])
        assert "No source found" in derive("check", room / "own.txt", "--archive", archive).stdout
        assert entries(room / "own.txt", "--archive", archive, "--require-source")[0] == 1
        assert entries(room / "faithful.txt", "--archive", archive, "--require-source")[0] == 0

    def test_changed_fact_is_an_error(self, room: Path, archive: Path) -> None:
        """1, with both wordings; never with --fail-on never."""
        code, (entry,) = entries(room / "changed.txt", "--archive", archive)
        assert (code, checks(entry)) == (1, ["number"])
        (one,) = entry["findings"]
        assert CHANGED[one["rewrite"]["start"] : one["rewrite"]["end"]] == one["rewrite"]["text"]
        assert "12 cranes" in one["source"]["text"]
        assert entries(room / "changed.txt", "--archive", archive, "--fail-on", "never")[0] == 0

    def test_uncredited_is_a_warning(self, room: Path, archive: Path) -> None:
        """It counts only when warnings do."""
        code, (entry,) = entries(room / "uncredited.txt", "--archive", archive)
        assert (code, checks(entry)) == (0, ["uncredited"])
        assert entries(room / "uncredited.txt", "--archive", archive, "--fail-on", "warning")[0] == 1

    def test_own_earlier_version(self, room: Path) -> None:
        """One's own outlet can be left out; then there is no source, and nothing is said against it."""
        own = {**WIRE, "id": "own", "outlet": "Halden Courier"}
        home = wires(room, own)
        assert entries(room / "changed.txt", "--against", home)[1][0]["status"] == "findings"
        code, (entry,) = entries(room / "changed.txt", "--against", home, "--exclude-outlet", "Halden Courier")
        assert (code, entry["status"]) == (0, "no-source")

    def test_by_the_same_author_or_by_others(self, room: Path) -> None:
        """A draft that names its author can be held against what that author wrote before, or never."""
        home = wires(room, {**WIRE, "author": "Oda Sand"})
        draft = room / "signed.md"
        draft.write_text(f"---\nauthor: Oda Sand\n---\n{(room / 'changed.txt').read_text('utf-8')}", "utf-8")
        for by, status in (("anybody", "findings"), ("same-author", "findings"), ("others", "no-source")):
            assert entries(draft, "--against", home, "--by", by)[1][0]["status"] == status
        done = derive("check", room / "changed.txt", "--against", home, "--by", "same-author")
        assert "names no author" in done.stderr

    def test_window_of_time(self, room: Path, archive: Path) -> None:
        """Only sources between --since and --until."""
        draft = room / "changed.txt"
        for window, status in (
            (("--since", "2025-03-04"), "findings"),
            (("--since", "2025-03-05"), "no-source"),
            (("--since", "2025-03-05T07:00:00Z"), "no-source"),
            (("--until", "2025-03-04"), "findings"),
            (("--until", "2025-03-03"), "no-source"),
        ):
            assert entries(draft, "--archive", archive, *window)[1][0]["status"] == status, window

    def test_against_a_file_is_as_against_an_archive(self, room: Path, archive: Path) -> None:
        """The same report, byte by byte."""
        one, other = (
            derive("check", room / "changed.txt", *home, *DAY, "--format", "json").stdout
            for home in (("--archive", archive), ("--against", room / "wires.jsonl"))
        )
        one, other = (json.loads(text)["examined"] for text in (one, other))
        assert one == other

    def test_html_draft(self, room: Path, archive: Path) -> None:
        """A page of the content management system: its words are checked, its furniture is not."""
        title, _, body = CHANGED.partition("\n\n")
        (path,) = put(room, {"draft.html": page(title, body.strip())})
        code, (entry,) = entries(path, "--archive", archive)
        assert (code, checks(entry)) == (1, ["number"])


class TestSuperseded:
    """The archive has a correction of the source."""

    def home(self, folder: Path) -> Path:
        """The wire and, an hour later, its correction."""
        text = WIRE["text"].replace("lost 12 cranes", "lost 14 cranes")
        assert text != WIRE["text"]
        corrected = {
            **WIRE, "id": "meridian/cranes-2", "published": "2025-03-04T09:00:00Z", "text": text,
            "title": WIRE["title"].replace("twelve", "fourteen"),
        }  # fmt: skip
        return wires(folder, WIRE, corrected)

    def test_the_old_value_is_a_finding(self, room: Path) -> None:
        """The draft made from the first version still says twelve."""
        _, (entry,) = entries(room / "faithful.txt", "--against", self.home(room))
        assert checks(entry) == ["superseded"]

    def test_the_corrected_value_is_none(self, room: Path) -> None:
        """The draft says fourteen."""
        (draft,) = put(room, {"new.txt": FAITHFUL.replace("Twelve cranes", "Fourteen cranes")})
        _, (entry,) = entries(draft, "--against", self.home(room))
        assert "superseded" not in checks(entry)

    def test_the_sample_newsroom(self, tmp_path: Path) -> None:
        """corpus/relations.json names the correction and who still carries the old figure."""
        corpus = Path(__file__).parents[2] / "corpus"
        (case,) = json.loads((corpus / "relations.json").read_text("utf-8"))["corrections"]
        records = [json.loads(line) for line in (corpus / "archive.jsonl").read_text("utf-8").splitlines()]
        home = wires(tmp_path, *(one for one in records if one["id"] in (case["wrong"], case["corrected"])))
        for draft in case["carried_by"]:
            (record,) = (one for one in records if one["id"] == draft)
            path = tmp_path / "draft.jsonl"
            path.write_text(json.dumps(record), "utf-8")
            done = derive("check", path, "--against", home, "--format", "json")
            (entry,) = json.loads(done.stdout)["examined"]
            assert "superseded" in checks(entry)


class TestManyDrafts:
    """Drafts by the dozen, on all cores."""

    def test_in_input_order(self, room: Path, archive: Path) -> None:
        """Whatever core they ran on; the same bytes as one by one."""
        kinds = (FAITHFUL, CHANGED, OWN_STORY, UNCREDITED)
        drafts = put(room, {f"d{number:02}.txt": kinds[number % 4] for number in range(12)})
        drafts = [*reversed(drafts[:5]), *drafts[5:]]
        code, found = entries(*drafts, "--archive", archive)
        assert code == 1
        assert [one["article"] for one in found] == [str(one) for one in drafts]
        alone = [entries(one, "--archive", archive)[1][0] for one in drafts[:4]]
        assert found[:4] == alone

    def test_unreadable_among_good_ones(self, room: Path, archive: Path) -> None:
        """The good ones are examined, the bad ones named, and the run is not clean."""
        put(room, {"empty.txt": ""})
        (room / "binary.txt").write_bytes(b"\x00\x01")
        paths = (room / "faithful.txt", room / "empty.txt", room / "missing.txt", room / "binary.txt", room / "own.txt")
        done = derive("check", *paths, "--archive", archive, *DAY, "--format", "json")
        data = json.loads(done.stdout)
        assert done.returncode == 2
        assert [one["article"] for one in data["examined"]] == [str(paths[0]), str(paths[4])]
        assert [one["path"] for one in data["skipped"]] == [str(one) for one in paths[1:4]]
        assert all(str(one) in done.stderr for one in paths[1:4])
        assert derive("check", *paths, "--archive", archive, *DAY, "--allow-partial").returncode == 0
        worse = derive("check", *paths, room / "changed.txt", "--archive", archive, *DAY, "--allow-partial")
        assert worse.returncode == 1

    def test_formats_of_one_run(self, room: Path, archive: Path) -> None:
        """Every format at once, each the same findings."""
        names = ("json", "jsonl", "html", "sarif", "junit", "github", "markdown")
        outputs = [part for name in names for part in ("--output", f"{name}={room}/out.{name}")]
        done = derive("check", room / "changed.txt", room / "own.txt", "--archive", archive, *DAY, *outputs)
        assert done.returncode == 1, done.stderr
        for name in names:
            assert "number" in (room / f"out.{name}").read_text("utf-8").lower(), name
        assert len((room / "out.jsonl").read_text("utf-8").splitlines()) == 2


class TestBadInput:
    """Each its clear line and code 2; a broken run never looks clean."""

    def refused(self, *arguments: str | Path, says: str, lines: int = 1) -> None:
        """The run ends with 2 and one telling line."""
        done = derive("check", *arguments)
        assert done.returncode == 2, (arguments, done.stdout, done.stderr)
        assert says in done.stderr
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") == lines, done.stderr

    def test_archive(self, room: Path, archive: Path) -> None:
        """Wrong URL, missing, foreign, truncated, of another recipe, a folder."""
        draft = room / "faithful.txt"
        self.refused(draft, says="--archive URL or --against PATH")
        self.refused(draft, "--archive", "redis://host/0", says="no archive can be kept at redis://")
        self.refused(draft, "--archive", room / "none.db", says="no such archive")
        self.refused(draft, "--archive", room, says="is a folder")
        self.refused(draft, "--archive", draft, says="not a derive archive")
        foreign = room / "foreign.db"
        with closing(sqlite3.connect(foreign)) as db:
            db.execute("CREATE TABLE articles (id)")
        self.refused(draft, "--archive", foreign, says="a database of another program")
        with closing(sqlite3.connect(archive)) as db:
            db.execute("UPDATE about SET value = 'ffff' WHERE name = 'recipe'")
            db.commit()
        self.refused(draft, "--archive", archive, says="derive archive rebuild")

    def test_archive_from_many_drafts(self, room: Path) -> None:
        """An error in a worker process is the same one line."""
        drafts = put(room, {f"d{number}.txt": FAITHFUL for number in range(8)})
        self.refused(*drafts, "--archive", room / "none.db", says="no such archive")

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
    def test_read_only_folder(self, room: Path, archive: Path) -> None:
        """Reading an archive needs no write permission."""
        archive.chmod(0o444)
        room.chmod(0o555)
        assert derive("check", room / "faithful.txt", "--archive", archive, *DAY).returncode == 0
        room.chmod(0o755)

    @pytest.mark.parametrize(
        ("data", "says"),
        [(b"", "empty"), (b" \n ", "only white space"), (b"x" * 10_000_000, "larger than"), (b"\x00", "binary")],
    )
    def test_draft(self, room: Path, data: bytes, says: str) -> None:
        """Empty, blank, 10 MB, binary: named, then the verdict on the run."""
        bad = room / "bad.txt"
        bad.write_bytes(data)
        self.refused(bad, "--against", room / "wires.jsonl", "--quiet", says=says, lines=2)

    def test_nothing_to_check_against(self, room: Path) -> None:
        """A folder without an article, a file without a record."""
        (room / "void").mkdir()
        self.refused(room / "faithful.txt", "--against", room / "void", says="no article to check against")

    def test_given_twice(self, room: Path) -> None:
        """The same draft twice is a slip of the pipeline."""
        draft = room / "faithful.txt"
        self.refused(draft, draft, "--against", room / "wires.jsonl", says="two drafts have the id")

    def test_sources_of_one_id(self, room: Path) -> None:
        """Two different sources under one id: which would the report name?"""
        home = wires(room, WIRE, {**OTHER, "id": WIRE["id"]})
        self.refused(room / "faithful.txt", "--against", home, says="two sources have the id")

    def test_options(self, room: Path) -> None:
        """Dates, counts, formats and outputs that make no sense."""
        base = (room / "faithful.txt", "--against", room / "wires.jsonl")
        self.refused(*base, "--since", "yesterday", says="--since")
        self.refused(*base, "--since", "2025-03-05", "--until", "2025-03-04", says="--since is after --until")
        self.refused(*base, "--max-sources", "0", says="--max-sources")
        self.refused(*base, "--fail-on", "panic", says="--fail-on")
        self.refused(*base, "-o", room / "no" / "out.json", says="cannot be written")

    def test_archive_and_against(self, room: Path, archive: Path) -> None:
        """One home of sources, or none: two would silently ignore one."""
        draft = room / "faithful.txt"
        self.refused(draft, "--archive", archive, "--against", room / "wires.jsonl", says="not both")
