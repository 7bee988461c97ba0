"""HTML drafts: the article of a page, what is never part of it, and pages that are refused."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from derive.errors import InputError
from derive.ingest import Limits, read_one
from derive.model import Article

PARAGRAPHS = (
    "The port of Halden lost 12 cranes in the storm on Monday night, the harbour master said.",
    "“We will rebuild every one of them before the winter,” Marta Lindqvist told reporters.",
    "The Norvane Ministry of Transport put the damage at up to 40 million crowns.",
)
BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
HEAD = (
    '<title>Storm fells cranes | Halden Courier</title><meta property="og:title" content="Storm fells cranes">'
    '<meta property="og:site_name" content="Halden Courier"><link rel="canonical" href="https://example.org/cranes">'
    '<meta property="article:published_time" content="2025-03-04T09:30:00Z">'
)
PAGE = (
    f'<!DOCTYPE html><html lang="en-GB"><head>{HEAD}<style>p {{ color: red }}</style></head><body>'
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport scores</a></li></ul></nav>'
    f"<main><article><h1>Storm fells cranes</h1>{BODY}</article></main>"
    '<aside><h2>Most read</h2><a href="/x">Nine ways to cook a herring</a></aside>'
    "<footer>© 2019 Halden Courier. All rights reserved.</footer>"
    "<script>let x = '<p>Not shown</p>'</script></body></html>"
)


def article(folder: Path, markup: str | bytes, limit: int = 5_000_000, name: str = "draft.html") -> Article:
    """The article of a page."""
    path = folder / name
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode("utf-8"))
    return read_one(str(path), Limits(limit))


@pytest.mark.parametrize("name", ["draft.html", "draft.HTM", "draft.xhtml"])
def test_article_and_its_metadata(tmp_path: Path, name: str) -> None:
    """Headline, blank line, body, a blank line between paragraphs; title, day, outlet, address, language."""
    one = article(tmp_path, PAGE, name=name)
    assert one.text == "\n\n".join(("Storm fells cranes", *PARAGRAPHS))
    assert (one.title, one.outlet, one.language) == ("Storm fells cranes", "Halden Courier", "en")
    assert one.published == dt.date(2025, 3, 4)
    assert one.url == "https://example.org/cranes"
    assert one.id == one.path == str(tmp_path / name)


PEOPLE = '[{"@type": "Person", "name": "Marta Lindqvist"}, {"@type": "Person", "name": "Piet Arling"}]'
LINKED = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "author": {PEOPLE}}}'
SCRIPT = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Marta Lindqvist; Piet Arling">',
        SCRIPT % LINKED,
        SCRIPT % "{" + SCRIPT % f'{{"@graph": [{{"@type": "WebSite"}}, {LINKED}]}}',
    ],
    ids=["meta", "JSON-LD", "graph after a broken one"],
)
def test_authors(tmp_path: Path, head: str) -> None:
    """As the page declares them."""
    assert article(tmp_path, PAGE).authors == ()
    assert article(tmp_path, PAGE.replace("</head>", f"{head}</head>")).authors == ("Marta Lindqvist", "Piet Arling")


def test_fragment(tmp_path: Path) -> None:
    """The body field of a content management system, however short."""
    assert article(tmp_path, BODY).text == "\n\n".join(PARAGRAPHS)
    assert article(tmp_path, "<p>One line.</p><p>And another.</p>").text == "One line.\n\nAnd another."


def test_a_date_in_the_running_text_is_not_the_articles(tmp_path: Path) -> None:
    """Nor is the year of the copyright line: a guessed date would turn every weekday into an error."""
    page = PAGE.replace('<meta property="article:published_time" content="2025-03-04T09:30:00Z">', "")
    assert article(tmp_path, page.replace("on Monday night", "on May 3, 2021")).published is None


@pytest.mark.parametrize(
    "secret",
    [
        "<p hidden>{}</p>", '<p style="display: none">{}</p>', '<p style="color:red;display:none">{}</p>',
        '<div aria-hidden="true"><p>{}</p></div>', "<template><p>{}</p></template>", "<!-- <p>{}</p> -->",
        "<script>{}</script>", "<style>{}</style>", "<noscript>{}</noscript>", '<p style="visibility:hidden">{}</p>',
    ],
)  # fmt: skip
def test_hidden_text_is_no_part(tmp_path: Path, secret: str) -> None:
    """It must neither make a finding nor hide one; what follows it stays."""
    words = "The mayor said that exactly 99 ships had sunk in the bay."
    page = PAGE.replace(f"<p>{PARAGRAPHS[1]}</p>", secret.format(words) + f"<p>{PARAGRAPHS[1]}</p>")
    assert article(tmp_path, page).text == "\n\n".join(("Storm fells cranes", *PARAGRAPHS))


def test_encodings(tmp_path: Path) -> None:
    """Windows-1252 with curly quotes; UTF-16 with its mark; entities."""
    old = article(tmp_path, PAGE.encode("cp1252"))
    assert "“We will" in old.text
    assert old.notes
    assert "“We will" in article(tmp_path, PAGE.encode("utf-16")).text
    assert "“We will" in article(tmp_path, PAGE.replace("“", "&ldquo;")).text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<div>" * 300 + BODY + "</div>" * 300, "nested more than 200 levels"),
        ("<div>" * 100_000 + BODY, "nested more than 200 levels"),
        ("<b>" * 5_000 + BODY, "nested more than 200 levels"),
        ("<p>short</p>" * 100_000, "more than 20,000 elements"),
        ("<html><body></body></html>", "no article text"),
        ("<html><body><nav><a href='/'>Home</a></nav><script>x</script></body></html>", "no article text"),
        ("<p hidden>" + PARAGRAPHS[0] + "</p>", "no article text"),
        ("<a " * 16_000, "no article text"),
        ("<!--" * 16_000, "not HTML|no article text"),
        (" \n ", "only white space"),
        (b"<p>\x00\x01</p>", "binary"),
    ],
)  # fmt: skip
def test_refused(tmp_path: Path, markup: str | bytes, reason: str) -> None:
    """One line that names the page; never a silent empty text."""
    with pytest.raises(InputError, match=reason) as caught:
        article(tmp_path, markup)
    assert str(tmp_path / "draft.html") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_page_beyond_the_limit(tmp_path: Path) -> None:
    """The limit counts the page's bytes."""
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        article(tmp_path, PAGE + " " * 1000, 1000)


def test_documents_are_never_fetched_or_included(tmp_path: Path) -> None:
    """An external entity stays what it is."""
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>A &x; b.</p>{BODY}</body></html>'
    hostname = Path("/etc/hostname")
    text = article(tmp_path, page).text
    assert not hostname.exists() or hostname.read_text("utf-8").strip() not in text


def test_the_extractor_is_imported_only_when_used() -> None:
    """It costs a quarter of a second and 40 MB."""
    code = "import sys, derive.ingest; sys.exit(any(name in sys.modules for name in ('trafilatura', 'lxml')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
