"""HTML: a page or an export of a content management system; its article, without menus, teasers and hidden text.

What a reader of the page cannot see is no part of the article: it must neither make a finding nor hide one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from derive.errors import InputError
from derive.ingest import authors
from derive.ingest.decode import whole
from derive.ingest.jsonl import moment, with_headline
from derive.ingest.source import Source
from derive.model import Article

_DEPTH = 200  # extraction gives up silently at 256 levels, and real pages stay below 60
_ELEMENTS = 20_000  # 100,000 short paragraphs keep the extraction busy for half a minute; real pages stay below 5,000
_UNSEEN = (
    "//*[@hidden or @aria-hidden='true' or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
    " | //nav | //template | //noscript | //script | //style"
)
_LINKED_DATA = "//script[@type='application/ld+json']/text()"


def articles(source: Source) -> Iterator[Article]:
    """The one article of a page. Raises InputError when it is too large to extract or holds none."""
    tree = _tree(source)
    signed = [*tree.xpath(_LINKED_DATA)]
    _drop(tree)
    language = (tree.get("lang") or "en")[:2].lower()
    found = _extracted(tree)
    text = whole("\n\n".join((found.text or "").split("\n"))) if found is not None else ""
    if found is None or not text.strip():
        raise InputError(source.path, "no article text found in the page")
    title = whole(found.title) if found.title else None
    yield Article(
        id=source.path,
        text=with_headline(title, text),
        title=title,
        outlet=whole(found.sitename) if found.sitename else None,
        published=moment(found.date),
        language=language,
        path=source.path,
        url=whole(found.url) if found.url else None,
        authors=authors.of_linked_data(signed) or authors.of_line(found.author),
        notes=source.notes,
    )


def _tree(source: Source) -> Any:
    from lxml import etree, html

    text = source.text()
    if not text.strip():
        raise InputError(source.path, "holds only white space")
    try:
        # `huge_tree`: without it the parser itself drops what is nested deeper, and says nothing.
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (etree.LxmlError, ValueError) as error:
        raise InputError(source.path, f"not HTML: {' '.join(str(error).split())}") from None
    depth = elements = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEPTH:
            raise InputError(source.path, f"nested more than {_DEPTH} levels deep")
        if elements > _ELEMENTS:
            raise InputError(source.path, f"more than {_ELEMENTS:,} elements, the limit for one page")
    return tree


def _drop(tree: Any) -> None:
    """Take out what no reader sees."""
    for one in tree.xpath(_UNSEEN):
        if one.getparent() is not None:
            one.drop_tree()


def _extracted(tree: Any) -> Any:
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    # A brief of three sentences is an article, too; by default it falls to a reader that joins all paragraphs.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # A date in the running text is not the article's: only what the page declares.
        date_extraction_params={"extensive_search": False, "original_date": True},
        config=config,
    )
