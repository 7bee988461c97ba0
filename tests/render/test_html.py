"""The page as a file: one policy, one style, one script, addresses that lead somewhere; a folder when it is large."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from derive.render import FOLDERS, FORMATS, Look, folder, html, render
from derive.render.html.charts import histogram, timeline
from derive.render.html.graph import HEIGHT, WIDTH, graph
from derive.report import Edge, Family, Report
from tests.render.reports import ALONE, CLEAN, FERRY, SEVERAL, WIRE, long_pair, report, scan_report

PAGES = [report(FERRY), report(SEVERAL), report(CLEAN), report(ALONE), report(), scan_report()]


class Page(HTMLParser):
    """What a page refers to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.attributes: set[str] = set()
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.attributes |= set(found)
        self.ids += [found["id"]] if "id" in found else []
        self.hrefs += [found["href"]] if "href" in found else []
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"]


@pytest.mark.parametrize("one", PAGES)
def test_the_policy_allows_exactly_the_one_style_and_the_one_script(one: Report) -> None:
    text = render(one, "html", Look())
    policy = Page(text).policy
    for tag, name in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


@pytest.mark.parametrize("one", PAGES)
def test_ids_are_unique_and_every_address_leads_somewhere(one: Report) -> None:
    page = Page(render(one, "html", Look()))
    assert len(page.ids) == len(set(page.ids))
    inside = [href[1:] for href in page.hrefs if href.startswith("#")]
    assert set(inside) <= set(page.ids)
    assert {href for href in page.hrefs if not href.startswith("#")} <= {WIRE.url}
    assert not page.attributes & {"style", "src", "srcset", "onclick", "onload"}


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    text = render(report(FERRY), "html", Look()).replace("https://wire.example/ferry", "")
    assert "javascript:" not in text


def test_a_long_pair_stays_small() -> None:
    """400 × 400 sentences in at most 3 MB."""
    assert len(render(long_pair(400), "html", Look()).encode()) <= 3_000_000


class TestFolder:
    def test_has_an_index_and_a_page_for_each_article(self) -> None:
        files = dict(folder(scan_report(), "html"))
        assert list(files) == ["index.html", "pair-1.html", "pair-2.html", "pair-3.html", "pair-4.html"]
        for text in files.values():
            page = Page(text)
            outside = {href for href in page.hrefs if not href.startswith(("#", "https://wire.example/"))}
            assert outside <= set(files)
            assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
        assert "Who took it from whom" in files["index.html"]
        assert "Ferry strands off Skarnholm" in files["pair-1.html"]

    def test_only_formats_that_can_fill_one_are_offered(self) -> None:
        assert set(FOLDERS) <= set(FORMATS)

    def test_beyond_the_room_of_a_file_the_index_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The pair views with the most serious findings stay; the others are named without a link."""
        monkeypatch.setattr(html, "ROOM", 2)
        text = render(scan_report(), "html", Look())
        assert "This file holds the 2 pair views with the most serious findings" in text
        page = Page(text)
        assert {one for one in page.ids if re.fullmatch(r"pair-\d+", one)} == {"pair-1", "pair-3"}
        assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)


def _family(articles: str, *edges: str) -> Family:
    return Family(tuple(articles), tuple(Edge(one[0], one[1], 0.9) for one in edges), ())


class TestGraph:
    def test_a_rewrite_stands_right_of_all_its_sources(self) -> None:
        drawing = graph(_family("abcde", "ab", "bc", "ac", "cd", "ae"))
        x = {box.article: box.x for box in drawing.boxes}
        assert x["a"] < x["b"] < x["c"] < x["d"]
        assert x["b"] == x["e"]

    @pytest.mark.parametrize("edges", [("ab", "ba"), ("ab", "bc", "ca"), ("aa",)])
    def test_a_circle_ends(self, edges: tuple[str, ...]) -> None:
        """Never seen in dates that are right; but dates are not always right."""
        assert len(graph(_family("abc", *edges)).boxes) == 3

    def test_boxes_do_not_overlap_and_stay_inside(self) -> None:
        drawing = graph(_family("abcdefgh", "ab", "ac", "ad", "be", "ce", "af", "eg", "ag", "ah"))
        for one in drawing.boxes:
            assert 0 <= one.x <= drawing.width - WIDTH
            assert 0 <= one.y <= drawing.height - HEIGHT
            for other in drawing.boxes:
                apart = abs(one.x - other.x) >= WIDTH or abs(one.y - other.y) >= HEIGHT
                assert one is other or apart

    def test_a_derivation_that_skips_a_layer_runs_past_the_boxes(self) -> None:
        drawing = graph(_family("abc", "ab", "bc", "ac"))
        (skipping,) = [arrow for arrow in drawing.arrows if arrow.edge == Edge("a", "c", 0.9)]
        middle = next(box for box in drawing.boxes if box.article == "b")
        (level,) = {int(found) for found in re.findall(r" (\d+)H", skipping.path)}
        assert not middle.y <= level <= middle.y + HEIGHT


class TestCharts:
    def test_histogram_counts_everything_once(self) -> None:
        bars = histogram([0.0, 0.05, 0.1, 0.55, 0.99, 1.0])
        assert [bar.count for bar in bars] == [2, 1, 0, 0, 0, 1, 0, 0, 0, 2]
        assert max(bar.height for bar in bars) == 120

    def test_timeline_needs_two_days(self) -> None:
        assert timeline([[WIRE.entry().article]]) is None
        assert timeline([]) is None

    def test_timeline_keeps_the_order_and_hides_no_dot(self) -> None:
        articles = [story.entry().article for story in (FERRY.rewrite, WIRE, CLEAN.rewrite, SEVERAL.rewrite)]
        drawn = timeline([articles])
        assert drawn
        assert [dot.article for dot in drawn.dots] == ["wire-1", "draft-1", "draft-2", "heir-1"]
        places = [dot.x for dot in drawn.dots]
        assert all(after - before >= 15 for before, after in pairwise(places))
        assert max(places) < drawn.width
