"""Hostile articles stay text: in their words, titles, ids, file names, addresses, outlets and messages."""

from __future__ import annotations

import datetime as dt

import pytest

from derive.model import Evidence, LinkKind, Severity, Skipped, Waived
from derive.render.safe import visible
from derive.report import Edge, Family, Inheritance, Report
from tests.browser.conftest import Open
from tests.render.payloads import PAYLOADS
from tests.render.reports import Change, Comparison, Link, Story, report

# What the page itself is made of; anything else came out of an article.
OURS = (
    "html head meta title style body a main header h1 h2 h3 p cite bdi strong ul ol li span section div details summary"
    " label input fieldset legend button output table thead tbody tr th td article dl dt dd i b code mark ins del"
    " footer script svg path rect text g defs marker circle figure figcaption"
).split()


def _comparison(number: int, payload: str) -> Comparison:
    source = Story(
        f"source {number} {payload}",
        (f"Head {payload} off Skarnholm", f"The ferry had {payload} on board, they say.", payload + " left out."),
        outlet=payload,
        published=dt.date(2025, 3, 4),
        title=payload,
        url=payload if number % 2 else f"https://wire.example/{payload}",
    )
    rewrite = Story(
        f"rewrite {number} {payload}",
        (f"Top {payload}", f"On board of it were {payload}, it is said.", f"New {payload} is here."),
        outlet=payload,
        title=f"Title {payload}",
        url=payload,
    )
    changes = (
        Change("number", Severity.ERROR, f"were {payload}", f"had {payload}", message=f"message {payload}"),
        Change(f"check {payload}", Severity.WARNING, "it is said", "they say", message=payload),
        Change("name", Severity.NOTE, f"New {payload}", waived=Waived(payload, payload, None), message=payload),
    )
    links = ((Link((0,), (0,), LinkKind.CLOSE), Link((1,), (1,), LinkKind.VERBATIM)),)
    return Comparison(rewrite, (source,), links, changes, evidence=(Evidence(payload, payload, 1.0),))


COMPARISONS = [_comparison(number, payload) for number, payload in enumerate(PAYLOADS)]


def _scan() -> Report:
    families = tuple(
        Family(
            (one.originals[0].id, one.rewrite.id),
            (Edge(one.originals[0].id, one.rewrite.id, 0.9),),
            (Inheritance(one.examined().findings[0].fingerprint, one.rewrite.id, (payload,)),),
        )
        for one, payload in zip(COMPARISONS, PAYLOADS, strict=True)
    )
    return report(*COMPARISONS, families=families, skipped=tuple(Skipped(one, one) for one in PAYLOADS))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_there_are_enough_of_them() -> None:
    assert len(set(PAYLOADS)) >= 60


def test_none_of_them_runs_asks_or_makes_an_element(show: Open) -> None:
    """One page with every payload in every place, and every pair of it opened."""
    opened = show(_scan())
    page = opened.page
    assert page.locator(".pair").count() == len(PAYLOADS)
    for number in range(1, len(PAYLOADS) + 1):
        page.evaluate("hash => { location.hash = hash }", f"#pair-{number}")
        page.keyboard.press("n")
    page.mouse.move(400, 400)
    page.evaluate(
        "for (const one of document.querySelectorAll('a, mark, svg *')) one.dispatchEvent(new Event('mouseover'))"
    )
    assert page.evaluate("window.hit") is None
    assert page.evaluate("document.scripts.length") == 1
    names = page.evaluate("[...new Set([...document.querySelectorAll('*')].map(one => one.localName))]")
    assert sorted(set(names) - set(OURS)) == []
    attributes = page.evaluate(
        "[...new Set([...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames()))]"
    )
    assert [one for one in attributes if one.startswith("on") or one in ("style", "src", "srcdoc", "action")] == []
    addresses = page.evaluate("[...document.querySelectorAll('[href]')].map(one => one.getAttribute('href'))")
    assert [one for one in addresses if not one.startswith(("#", "https://wire.example/"))] == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    opened.quiet()


def test_all_of_them_can_be_read(show: Open) -> None:
    """Shown as text, with unsafe characters made visible; nothing is swallowed."""
    page = show(_scan()).page
    for number, payload in enumerate(PAYLOADS, 1):
        text = _squeezed(page.locator(f"#pair-{number} .rows").evaluate("one => one.textContent"))
        assert _squeezed(visible(f"Top {payload}")) in text
        assert _squeezed(visible(f"New {payload}")) in text


@pytest.mark.parametrize("number", [0, 20, 64, 69])
def test_a_hostile_pair_keeps_its_layout(show: Open, number: int) -> None:
    """Also the word of 10,000 letters: the page never scrolls sideways, the tools stay in sight."""
    page = show(report(COMPARISONS[number])).page
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".card:visible").count() == 3


def test_no_bidirectional_character_is_left(show: Open) -> None:
    page = show(_scan()).page
    text = page.evaluate("document.documentElement.outerHTML")
    for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\x00\x1b\x9b":
        assert mark not in text
