"""Drafts before the gate: an archive in memory, one draft, the findings of one check."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from derive.archive import MemoryArchive
from derive.model import Article, Finding
from derive.pipeline import Scope, check

WIRE = Article(
    "wire",
    "Halden docks cut 450 jobs\n\n"
    "PORT HALDEN (Northwire) - Norvane Docks will cut 450 jobs at the port of Halden by the end of June, its chief "
    "executive, Marta Lindqvist, said on Thursday.\n\n"
    "The company lost 31 million euros last year, after a profit of 12 million euros the year before.\n\n"
    "“Nobody will be dismissed before we have talked to the unions,” Lindqvist told reporters in the customs house.\n\n"
    "The dockers' union said that it would call a strike if the company did not withdraw its plan within two weeks.",
    "Halden docks cut 450 jobs",
    "Northwire",
    dt.datetime(2025, 3, 6, 9, 0, tzinfo=dt.UTC),
)
DRAFT = Article(
    "draft",
    "Hundreds of jobs to go at Halden docks\n\n"
    "By the end of June Norvane Docks is to shed 450 jobs at the port of Halden, Marta Lindqvist, who runs it, "
    "said on Thursday.\n\n"
    "It made a loss of 31 million euros last year; the year before it had earned 12 million.\n\n"
    "“Nobody will be dismissed before we have talked to the unions,” Lindqvist told reporters.\n\n"
    "The union of the dockers said it would call a strike unless the plan was withdrawn within two weeks.",
    "Hundreds of jobs to go at Halden docks",
    "The Courier",
    dt.datetime(2025, 3, 6, 15, 0, tzinfo=dt.UTC),
)


def corrected(old: str, new: str) -> Article:
    """The wire's later version, with one thing put right."""
    text = WIRE.text.replace(old, new)
    later = dt.datetime(2025, 3, 6, 12, 0, tzinfo=dt.UTC)
    return replace(WIRE, id="wire-2", text=f"{text}\n\n(Corrects the first paragraph)", published=later)


def findings(check_id: str, draft: Article, *archive: Article) -> list[Finding]:
    """What one check of the gate says of a draft."""
    entry = check(draft, MemoryArchive(archive), Scope()).examined
    return [one for one in entry.findings if one.check == check_id]
