"""The contract's JSON: `derive.report/1`."""

from __future__ import annotations

import json
from typing import Any

from derive import __version__
from derive.model import Finding, Span
from derive.render import Look
from derive.report import ArticleEntry, Examined, Report, SourceEntry

SCHEMA = "derive.report/1"


def as_data(report: Report, *, with_text: bool = False) -> dict[str, Any]:
    """The report as plain data, in the contract's shape and key order."""
    return {
        "schema": SCHEMA,
        "generator": {"name": "derive", "version": __version__},
        "recipe": {"fingerprint": report.recipe},
        "articles": [_article(entry, with_text) for entry in report.articles],
        "examined": [_examined(entry) for entry in report.examined],
        "families": [
            {
                "articles": list(family.articles),
                "edges": [{"source": e.source, "rewrite": e.rewrite, "confidence": e.confidence} for e in family.edges],
                "lineage": [
                    {"finding": one.finding, "entered": one.entered, "inherited": list(one.inherited)}
                    for one in family.lineage
                ],
            }
            for family in report.families
        ],
        "boilerplate": [{"text": one.text, "articles": one.articles} for one in report.boilerplate],
        "skipped": [{"path": one.path, "reason": one.reason} for one in report.skipped],
    }


def render(report: Report, look: Look) -> str:
    """The report as JSON text; the same report gives the same bytes."""
    return json.dumps(as_data(report, with_text=look.with_text), ensure_ascii=False, indent=1) + "\n"


def _article(entry: ArticleEntry, with_text: bool) -> dict[str, Any]:
    article = entry.article
    data: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "characters": len(article.text),
        "sentences": len(entry.sentences),
    }
    if with_text:
        data["text"] = article.text
    return data


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _source(entry: SourceEntry) -> dict[str, Any]:
    relation = entry.relation
    return {
        "article": entry.article,
        "relation": relation.kind.value,
        "confidence": relation.confidence,
        "direction": {
            "verdict": relation.direction.value,
            "confidence": relation.direction_confidence,
            "evidence": [{"name": e.name, "detail": e.detail, "weight": e.weight} for e in relation.evidence],
        },
        "coverage": {"rewrite": round(relation.coverage.rewrite, 4), "source": round(relation.coverage.source, 4)},
        "alignments": [
            {
                "source": [_span(s) for s in link.source],
                "rewrite": [_span(s) for s in link.rewrite],
                "score": link.score,
                "kind": link.kind.value,
            }
            for link in entry.links
        ],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "check": one.check,
        "severity": one.severity.value,
        "message": one.message,
        "rewrite": {"start": one.rewrite_span.start, "end": one.rewrite_span.end, "text": one.rewrite_text},
        "source": None
        if one.source_span is None
        else {
            "article": one.source_id,
            "start": one.source_span.start,
            "end": one.source_span.end,
            "text": one.source_text,
        },
        "fingerprint": one.fingerprint,
        "waived": None
        if one.waived is None
        else {
            "reason": one.waived.reason,
            "by": one.waived.by,
            "until": one.waived.until.isoformat() if one.waived.until else None,
        },
    }


def _examined(entry: Examined) -> dict[str, Any]:
    return {
        "article": entry.article,
        "status": entry.status.value,
        "sources": [_source(one) for one in entry.sources],
        "unsupported": [_span(span) for span in entry.unsupported],
        "findings": [_finding(one) for one in entry.findings],
    }
