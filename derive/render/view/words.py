"""How the views put things: names of articles, of relations, of checks, and the verdict in its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from msgspec import Struct

from derive.model import Article, Finding, LinkKind, RelationKind, Severity
from derive.report import SourceEntry


class CheckName(Struct, frozen=True):
    """What a reader calls a check, its findings in a count, and the reason where a message gives none of its own."""

    label: str
    one: str
    many: str
    reason: str
    contradicts: bool = True  # its errors contradict the original; the others say what it does not say


CHECKS = {
    "quote-altered": CheckName("Quote altered", "altered quote", "altered quotes", "Other words inside the quotation."),
    "quote-fabricated": CheckName(
        "Not a quote there", "unsupported quote", "unsupported quotes", "The original does not quote it.", False
    ),
    "unsupported-quote": CheckName(
        "Unsupported quote", "unsupported quote", "unsupported quotes", "No original has this quotation.", False
    ),
    "attribution": CheckName("Speaker", "changed credit", "changed credits", "Credited to somebody else."),
    "unsupported-attribution": CheckName(
        "Unsupported credit", "unsupported credit", "unsupported credits", "No original has this statement.", False
    ),
    "negation": CheckName("Turned round", "reversed statement", "reversed statements", "It says the opposite."),
    "date": CheckName("Date", "changed date", "changed dates", "Another date, time or length of time."),
    "number": CheckName("Number", "changed figure", "changed figures", "Another figure for the same thing."),
    "hedge": CheckName("Hedge", "changed hedge", "changed hedges", "More or less certain than the original."),
    "name": CheckName("Name", "changed name", "changed names", "Another name in this place."),
    "unsupported-number": CheckName(
        "Unsupported figure", "unsupported figure", "unsupported figures", "No original has this figure.", False
    ),
}
SEVERITIES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
KINDS = {LinkKind.VERBATIM: "word for word", LinkKind.CLOSE: "close", LinkKind.LOOSE: "retold"}


def check_name(check: str) -> CheckName:
    """The names of a check; one that the table does not know is called by its own."""
    label = check.replace("-", " ")
    return CHECKS.get(check) or CheckName(label.capitalize(), f"{label} finding", f"{label} findings", "It differs.")


def reason(finding: Finding) -> str:
    """What the message adds to the two wordings, for a place that shows both of them anyway."""
    left = finding.message.strip()
    mine = _quoted(finding.rewrite_text)
    if match := re.match(rf"{mine}\s*(?:—|:|,)?\s*", left):
        left = left[match.end() :]
    if finding.source_text is not None:
        left = re.sub(rf"^(?:but )?the original has {_quoted(finding.source_text)}", "", left).strip()
    left = re.sub(r"^\((.*)\)$", r"\1", left).strip(" ,;.")
    return f"{left[0].upper()}{left[1:]}." if left else check_name(finding.check).reason


def _quoted(text: str) -> str:
    return rf"[\"“]{re.escape(text.strip())}[\"”]"


def counts(findings: Iterable[Finding]) -> tuple[tuple[Severity, str], ...]:
    """ "2 contradictions", "3 unsupported figures", heaviest first; the waived ones are a count of their own."""
    found: Counter[tuple[str, str]] = Counter()
    heaviest: dict[tuple[str, str], Severity] = {}
    waived = 0
    for one in findings:
        if one.waived:
            waived += 1
            continue
        kind = check_name(one.check)
        contradicts = one.severity is Severity.ERROR and kind.contradicts
        noun = ("contradiction", "contradictions") if contradicts else (kind.one, kind.many)
        found[noun] += 1
        heaviest[noun] = min(heaviest.get(noun, one.severity), one.severity, key=lambda severity: severity.rank)
    order = sorted(found, key=lambda noun: (heaviest[noun].rank, -found[noun], noun))
    said = [(heaviest[noun], plural(found[noun], *noun)) for noun in order]
    return (*said, *([(Severity.NOTE, f"{waived} waived")] if waived else []))


def plural(count: int, singular: str, many: str | None = None) -> str:
    """ "1 warning", "2 warnings", "1,200 warnings"."""
    return f"{count:,} {singular if count == 1 else many or singular + 's'}"


def headline(article: Article) -> str | None:
    """The title, or a first line that looks like one."""
    if article.title and article.title.strip():
        return " ".join(article.title.split())
    line = article.text.lstrip().split("\n", 1)[0].strip()
    return line if 0 < len(line) <= 160 and line[-1] not in ".!?" and len(line) < len(article.text.strip()) else None


def day(article: Article) -> str | None:
    """The day of publication: "6 Mar 2025"."""
    return f"{article.day.day} {article.day:%b} {article.day.year}" if article.day else None


def byline(article: Article) -> str:
    """Authors, outlet and day, as far as they are known."""
    return ", ".join(part for part in (" and ".join(article.authors), article.outlet, day(article)) if part)


def handle(article: Article) -> str:
    """The id; of a path, only the file's name."""
    return PurePath(article.id).name or article.id if article.id == article.path else article.id


def name(article: Article) -> str:
    """How a reader knows an article: headline, outlet, day, or else its id."""
    title = headline(article)
    shown = f"“{title}”" if title else handle(article)
    return ", ".join(part for part in (shown, byline(article)) if part)


_RELATIONS = {
    RelationKind.IDENTICAL: "An identical copy of",
    RelationKind.NEAR_DUPLICATE: "A near-duplicate of",
    RelationKind.REWRITE: "A rewrite of",
    RelationKind.PARTIAL: "Takes a part from",
    RelationKind.COMMON_SOURCE: "Shares a source with",
    RelationKind.INDEPENDENT: "Independent of",
}
_HEAVY = 0.6  # share of the linked sentences that are retold loosely; the same share word for word makes it light


def relation(source: SourceEntry) -> str:
    """What the rewrite is to the source, to be followed by the source's name."""
    if source.relation.kind is RelationKind.REWRITE and source.links:
        made = Counter(link.kind for link in source.links for _ in link.rewrite)
        for kind, phrase in ((LinkKind.LOOSE, "A heavy rewrite of"), (LinkKind.VERBATIM, "A light rewrite of")):
            if made[kind] >= _HEAVY * made.total():
                return phrase
    return _RELATIONS[source.relation.kind]


class Verdict(Struct, frozen=True):
    """The one sentence on top, in parts that a format may dress."""

    relation: str
    name: str
    share: str  # empty when there is no source
    counts: tuple[tuple[Severity, str], ...]
    silence: str = "nothing to report"  # what no count at all means

    def __str__(self) -> str:
        said = ", ".join(text for _, text in self.counts) or self.silence
        return f"{self.relation} {self.name}; {self.share}; {said}." if self.share else f"{self.relation} {self.name}."
