"""Markdown: the article is its words, without the markup; its title is the first heading or the front matter's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from derive.errors import InputError
from derive.ingest import authors
from derive.ingest.jsonl import moment, with_headline
from derive.ingest.source import Source
from derive.model import Article

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|published|outlet|authors?)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def articles(source: Source) -> Iterator[Article]:
    """The one article of a Markdown file. Raises InputError for a front matter date that is none."""
    from markdown_it import MarkdownIt

    text = source.text()
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        fields = {key: value.strip("\"'") for key, value in _FIELD.findall(front.group(1))}
        text = text[front.end() :]
    blocks: list[str] = []
    title = fields.get("title")
    heading = False
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            words = "".join(
                "\n" if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
                if child.type in ("text", "code_inline", "softbreak", "hardbreak")
            ).strip()
            if heading and title is None and not blocks:
                title = words
            elif words:
                blocks.append(words)
            heading = False
    try:
        published = moment(fields.get("published") or fields.get("date"))
    except ValueError as error:
        raise InputError(source.path, f"front matter: {error}") from None
    yield Article(
        id=source.path,
        text=with_headline(title, "\n\n".join(blocks)),
        title=title,
        outlet=fields.get("outlet"),
        authors=authors.of_line(fields.get("authors", fields.get("author", "")).strip("[]").replace('"', "")),
        published=published,
        path=source.path,
        notes=source.notes,
    )
