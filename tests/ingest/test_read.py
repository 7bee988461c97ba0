"""Readers: what becomes an article, and what is refused with which words."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derive.errors import InputError
from derive.ingest import Limits, read, read_one
from derive.ingest.decode import FALLBACK_NOTE, decode
from derive.model import Article, Skipped


def put(folder: Path, name: str, data: bytes | str) -> str:
    """Write a file and give its path."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return str(path)


class TestText:
    """Plain text files."""

    def test_text_is_the_decoded_file(self, tmp_path: Path) -> None:
        """Line ends and white space stay as they are; the id is the path."""
        path = put(tmp_path, "a.txt", "Port closes\r\n\r\nThe port closed. \r\n")
        article = read_one(path)
        assert article.text == "Port closes\r\n\r\nThe port closed. \r\n"
        assert article.id == article.path == path

    @pytest.mark.parametrize(
        ("data", "notes"),
        [
            ("“Ja”".encode(), ()),
            (b"\xef\xbb\xbf" + "“Ja”".encode(), ()),
            (b"\xff\xfe" + "“Ja”".encode("utf-16-le"), ()),
            (b"\xfe\xff" + "“Ja”".encode("utf-16-be"), ()),
            ("“Ja”".encode("cp1252"), (FALLBACK_NOTE,)),
        ],
    )
    def test_encodings(self, data: bytes, notes: tuple[str, ...]) -> None:
        """A byte order mark decides; then strict UTF-8; then Windows-1252, which is said."""
        assert decode(data, "a") == ("“Ja”", notes)

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "empty"),
            (b" \n\t ", "only white space"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
            (b"text with a \x00 in it", "binary"),
            (b"\xff\xfea\x00\x00\x00", "binary"),
            (b"\xff\xfe\x00", "UTF-16"),
            (bytes(range(1, 9)) * 40, "binary"),
            (b"\x81\x8d caf\xe9", "neither UTF-8 nor Windows-1252"),
            (b"a" * 2001, "larger than 2,000 bytes"),
        ],
    )
    def test_refused(self, tmp_path: Path, data: bytes, reason: str) -> None:
        """What is no text is refused by name, with the reason."""
        path = put(tmp_path, "a.txt", data)
        with pytest.raises(InputError, match=reason) as caught:
            read_one(path, Limits(article=2000))
        assert str(caught.value).startswith(path)

    def test_missing_and_folder(self, tmp_path: Path) -> None:
        """A path that is no file is refused."""
        with pytest.raises(InputError, match="no such file"):
            read_one(str(tmp_path / "none.txt"))
        with pytest.raises(InputError, match="folder"):
            read_one(str(tmp_path))
        with pytest.raises(InputError, match="null byte"):
            read_one("a\0b")

    def test_lone_surrogates_in_json_are_replaced(self, tmp_path: Path) -> None:
        """A lone surrogate becomes U+FFFD, one for one, so that the report can be written."""
        path = put(tmp_path, "a.jsonl", '{"text": "a\\ud800b"}')
        assert read_one(path).text == "a\ufffdb"

    @given(st.binary(max_size=200))
    def test_any_bytes_are_text_or_refused(self, data: bytes) -> None:
        """Decoding gives text that can be written again, or an InputError."""
        try:
            text, _ = decode(data, "a")
        except InputError:
            return
        text.encode("utf-8")


class TestJsonLines:
    """Records."""

    def test_fields(self, tmp_path: Path) -> None:
        """Headline, blank line, body; the metadata beside it."""
        record = {
            "id": "w1", "title": "Port closes", "text": "It closed.", "published": "2025-03-06T10:00:00Z",
            "outlet": "Northwire", "url": "https://example.org/1",
        }  # fmt: skip
        article = read_one(put(tmp_path, "a.jsonl", json.dumps(record)))
        assert article.text == "Port closes\n\nIt closed."
        assert (article.id, article.title, article.outlet) == ("w1", "Port closes", "Northwire")
        assert article.published == dt.datetime(2025, 3, 6, 10, tzinfo=dt.UTC)
        assert article.day == dt.date(2025, 3, 6)

    @pytest.mark.parametrize(
        ("record", "authors"),
        [
            ({}, ()), ({"author": None}, ()), ({"author": ""}, ()),
            ({"author": "By  Marta Lindqvist"}, ("Marta Lindqvist",)),
            ({"author": "Marta Lindqvist, Piet Arling and Oda Sand"}, ("Marta Lindqvist", "Piet Arling", "Oda Sand")),
            ({"dc:creator": "Ferdinand Byand; Piet Arling"}, ("Ferdinand Byand", "Piet Arling")),
            ({"authors": ["Marta Lindqvist", "Marta Lindqvist"]}, ("Marta Lindqvist",)),
            ({"author": [{"@type": "Person", "name": "Marta Lindqvist"}]}, ("Marta Lindqvist",)),
        ],
    )  # fmt: skip
    def test_authors(self, tmp_path: Path, record: dict[str, object], authors: tuple[str, ...]) -> None:
        """A line, a list, or objects as feeds and JSON-LD have them."""
        path = put(tmp_path, "a.jsonl", json.dumps({"text": "One.", **record}))
        assert read_one(path).authors == authors

    def test_a_headline_in_the_text_is_not_repeated(self, tmp_path: Path) -> None:
        """A body that already opens with the headline stays as it is."""
        article = read_one(put(tmp_path, "a.jsonl", '{"title": "Port closes", "text": "Port closes\\n\\nIt did."}'))
        assert article.text == "Port closes\n\nIt did."

    def test_ids_of_records_without_one(self, tmp_path: Path) -> None:
        """The path, then path#n."""
        path = put(tmp_path, "a.jsonl", '{"text": "One."}\n\n{"text": "Two."}\n')
        assert [one.id for one in read([path]) if isinstance(one, Article)] == [path, f"{path}#2"]

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("{", "not a record"), ("[1]", "JSON object"), ('{"title": "x"}', 'no "text"'), ('{"text": 5}', "not text"),
            ('{"text": "x", "published": "tomorrow"}', "ISO 8601"), ('{"text": NaN}', "no JSON"),
            ('{"text": "x", "author": 5}', "neither a name nor a list"),
            ("[" * 100_000, "nested too deeply"), ('{"text": "x", "id": ' + "9" * 5000 + "}", "not a record"),
        ],
    )  # fmt: skip
    def test_a_broken_record_is_skipped_with_its_line(self, tmp_path: Path, line: str, reason: str) -> None:
        """The good records are read all the same."""
        path = put(tmp_path, "a.jsonl", '{"text": "One."}\n' + line + "\n")
        good, bad = list(read([path]))
        assert isinstance(good, Article)
        assert isinstance(bad, Skipped)
        assert bad.path == f"{path}:2"
        assert reason in bad.reason

    def test_compare_wants_one_record(self, tmp_path: Path) -> None:
        """Two records are too many for `read_one`."""
        with pytest.raises(InputError, match="2 records"):
            read_one(put(tmp_path, "a.jsonl", '{"text": "One."}\n{"text": "Two.", "id": 2}'))


class TestMarkdown:
    """Markdown is read as its words."""

    def test_markup_is_gone(self, tmp_path: Path) -> None:
        """Front matter gives the metadata, the first heading the title."""
        text = (
            '---\ntitle: "Port closes"\ndate: 2025-03-06\noutlet: Northwire\nauthor: "Marta Lindqvist"\n---\n\n'
            "It **closed**, [he](x) said.\n\n> “No.”\n"
        )
        article = read_one(put(tmp_path, "a.md", text))
        assert article.text == "Port closes\n\nIt closed, he said.\n\n“No.”"
        assert (article.day, article.outlet) == (dt.date(2025, 3, 6), "Northwire")
        assert article.authors == ("Marta Lindqvist",)

    def test_title_from_heading(self, tmp_path: Path) -> None:
        """Without front matter the first heading leads."""
        article = read_one(put(tmp_path, "a.md", "# Port closes\n\nIt did.\n\n## Why\n\nStorm.\n"))
        assert article.title == "Port closes"
        assert article.text == "Port closes\n\nIt did.\n\nWhy\n\nStorm."


class TestFolders:
    """Folders are walked in name order; what cannot be read is part of the result."""

    def test_walk(self, tmp_path: Path) -> None:
        """Known suffixes only, nothing hidden."""
        (tmp_path / "sub").mkdir()
        put(tmp_path, "b.txt", "B.")
        put(tmp_path, "a.txt", "A.")
        put(tmp_path, "c.bin", "C.")
        put(tmp_path, ".d.txt", "D.")
        put(tmp_path, "sub/e.txt", b"\x00")
        found = list(read([str(tmp_path)]))
        assert [Path(one.path or "").name for one in found] == ["a.txt", "b.txt", "e.txt"]
        assert isinstance(found[-1], Skipped)
