"""The terminal and Markdown reports: readable in a pipe, at 80 columns; articles stay words."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace
from rich.cells import cell_len

from derive.model import Severity
from derive.render import Look, render
from derive.render.markdown import escape
from derive.render.safe import one_line, visible
from derive.report import Recurring
from tests.render.payloads import PAYLOADS
from tests.render.reports import CLEAN, FERRY, SEVERAL, Change, Comparison, Link, Story, long_pair, report, scan_report

REPORTS = [report(FERRY), report(CLEAN), report(SEVERAL), scan_report(), long_pair(12)]


def _hostile(payload: str) -> Comparison:
    rewrite = Story(f"re {payload}", (f"Top {payload}", f"It was {payload}."), outlet=payload, title=payload)
    source = Story(f"src {payload}", (f"Head {payload}", f"It is {payload}."), outlet=payload, title=payload)
    change = Change(payload, Severity.ERROR, f"was {payload}", f"is {payload}", message=payload)
    return Comparison(rewrite, (source,), ((Link((1,), (1,)),),), (change,))


class TestSafe:
    @pytest.mark.parametrize("text", ["plain", "tab\tand\nline", "naïve “Ünïcode” 中文", "👩\u200d🚀", "می\u200cخواهم"])
    def test_leaves_honest_text_alone(self, text: str) -> None:
        assert visible(text) == text

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("\x1b[2J", "␛[2J"),
            ("\x00\x07\r", "␀␇␍"),
            ("\x9b\x7f", "<U+009B><U+007F>"),
            ("\u202eevil\u202c", "<U+202E>evil<U+202C>"),
            ("\u2066\u200e\u061c\ufeff", "<U+2066><U+200E><U+061C><U+FEFF>"),
            ("\ud800", "<U+D800>"),
            ("a\r\nb", "a\nb"),
            ("\U000e0041", "<U+E0041>"),
        ],
    )
    def test_shows_what_would_act(self, text: str, shown: str) -> None:
        assert visible(text) == shown

    def test_one_line_is_one_line(self) -> None:
        assert one_line(" a\n\n b\tc\u2028d ") == "a b c<U+2028>d"


class TestTerminal:
    @pytest.mark.parametrize("width", [40, 80, 132])
    @pytest.mark.parametrize("number", range(len(REPORTS)))
    def test_no_line_is_wider_than_asked(self, number: int, width: int) -> None:
        for line in render(REPORTS[number], "text", Look(width=width)).split("\n"):
            assert cell_len(line) <= width

    def test_a_pipe_gets_no_escape_sequence(self) -> None:
        assert "\x1b" not in render(report(FERRY), "text", Look())

    def test_colour_adds_nothing_but_colour(self) -> None:
        coloured = render(report(SEVERAL), "text", Look(color=True))
        assert "\x1b[" in coloured
        bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        assert [line.rstrip() for line in bare.split("\n")] == render(report(SEVERAL), "text", Look()).split("\n")

    def test_facts_are_bracketed_with_their_number_on_both_sides(self) -> None:
        text = render(report(FERRY), "text", Look(width=200))
        assert "[1: 214 people]" in text
        assert "[1: 241 people]" in text

    @pytest.mark.parametrize("payload", PAYLOADS)
    def test_articles_cannot_steer_the_terminal(self, payload: str) -> None:
        text = render(report(_hostile(payload)), "text", Look(color=True))
        left = re.sub(r"\x1b\[[0-9;]*m", "", text)
        assert visible(left) == left
        if "\x1b" not in payload:
            return
        assert "\x1b[31m" not in render(report(_hostile(payload)), "text", Look())


class TestMarkdown:
    @pytest.mark.parametrize(
        "payload", [*PAYLOADS, "[x](https://evil.example)", "@everyone #1 ~~x~~ `x` | x", "![x](y)"]
    )
    def test_articles_stay_words(self, payload: str) -> None:
        """No link, image, heading, code or HTML comes out of an article."""
        html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(
            render(report(_hostile(payload)), "markdown", Look())
        )
        assert set(re.findall(r"<(\w+)", html)) <= {"p", "strong", "ul", "li", "br"}

    @pytest.mark.parametrize("text", ["https://evil.example", "WWW.evil.example", "a@evil.example", ":smile:", "#12"])
    def test_what_readers_link_by_themselves_is_broken(self, text: str) -> None:
        assert re.search(r"\\[.:@#]", escape(text))

    @pytest.mark.parametrize("text", ["He said: no, 5-4 (aet); 3.5 + 1 = 4.5!", "Port Halden – “quite”", "a: b: c"])
    def test_honest_text_has_no_backslashes(self, text: str) -> None:
        """Chat programs show them."""
        assert escape(text) == text

    def test_a_message_has_the_heaviest_first_and_an_end(self) -> None:
        text = render(long_pair(400), "markdown", Look())
        assert len(text) < 4_000
        assert text.rstrip().endswith("more")
        lines = render(report(SEVERAL), "markdown", Look()).split("\n")
        assert [line[2] for line in lines if line.startswith("- ")] == ["❌", "❌", "❌", "❌", "ℹ"]


def test_what_a_scan_set_aside_is_listed_on_one_line_each() -> None:
    told = replace(report(FERRY), boilerplate=(Recurring("Meridian Wire was\x1b[2J founded in 1911. " * 9, 40),))
    lines = [line for line in render(told, "text", Look()).splitlines() if "40 articles" in line]
    assert len(lines) == 1
    assert "\x1b" not in lines[0]
