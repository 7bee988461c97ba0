"""Reports made by hand: the renderers are tested on their own, whatever the checks find today."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from derive.model import (
    Article,
    Coverage,
    Direction,
    Evidence,
    Finding,
    LinkKind,
    Relation,
    RelationKind,
    Role,
    Severity,
    Skipped,
    Span,
    Waived,
)
from derive.report import (
    ArticleEntry,
    Edge,
    Examined,
    Family,
    Inheritance,
    LinkEntry,
    Report,
    SentenceEntry,
    SourceEntry,
    Status,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A finding to be: words of the rewrite, words of an original (by its place in the list) or None."""

    check: str
    severity: Severity
    rewrite: str
    source: str | None = None
    original: int = 0
    message: str | None = None
    waived: Waived | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences by number, the headline being 0."""

    source: tuple[int, ...]
    rewrite: tuple[int, ...]
    kind: LinkKind = LinkKind.LOOSE


@dataclass(frozen=True, slots=True)
class Story:
    """An article from its sentences; a paragraph each, the first is the headline."""

    id: str
    sentences: tuple[str, ...]
    outlet: str | None = None
    published: dt.date | None = None
    title: str | None = None
    url: str | None = None
    boilerplate: tuple[int, ...] = ()
    gap: str = "\n\n"

    def entry(self) -> ArticleEntry:
        """The article with the spans of its sentences."""
        spans, text = [], ""
        for number, sentence in enumerate(self.sentences):
            text += self.gap if number else ""
            role = Role.HEADLINE if number == 0 else Role.BOILERPLATE if number in self.boilerplate else Role.BODY
            spans.append(SentenceEntry(Span(len(text), len(text) + len(sentence)), number, role))
            text += sentence
        article = Article(self.id, text, self.title, self.outlet, self.published, url=self.url)
        return ArticleEntry(article, tuple(spans))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that makes an `Examined` by hand."""

    rewrite: Story
    originals: tuple[Story, ...]
    links: tuple[tuple[Link, ...], ...]  # for each original
    changes: tuple[Change, ...] = ()
    kind: RelationKind = RelationKind.REWRITE
    confidence: float = 0.97
    evidence: tuple[Evidence, ...] = field(default=())

    def examined(self) -> Examined:
        """The entry of the report."""
        rewrite = self.rewrite.entry()
        entries = [one.entry() for one in self.originals]
        linked = {number for links in self.links for link in links for number in link.rewrite}
        unsupported = tuple(
            one.span for n, one in enumerate(rewrite.sentences) if one.role is Role.BODY and n not in linked
        )
        body = sum(one.role is Role.BODY for one in rewrite.sentences)
        coverage = Coverage(round(1 - len(unsupported) / max(1, body), 2), 0.55)
        direction = Direction.SOURCE_FIRST if self.evidence else Direction.UNDECIDED
        relation = Relation(self.kind, self.confidence, direction, 0.9, self.evidence, coverage)
        sources = tuple(
            SourceEntry(
                entry.article.id,
                relation,
                tuple(
                    LinkEntry(
                        tuple(entry.sentences[n].span for n in link.source),
                        tuple(rewrite.sentences[n].span for n in link.rewrite),
                        0.8,
                        link.kind,
                    )
                    for link in links
                ),
            )
            for entry, links in zip(entries, self.links, strict=True)
        )
        findings = tuple(
            sorted((_finding(rewrite, entries, one) for one in self.changes), key=lambda one: one.rewrite_span)
        )
        status = Status.FINDINGS if findings else Status.CLEAN if sources else Status.NO_SOURCE
        return Examined(rewrite.article.id, status, sources, unsupported, findings)


def _finding(rewrite: ArticleEntry, entries: Sequence[ArticleEntry], change: Change) -> Finding:
    at = rewrite.article.text.index(change.rewrite)
    source = None if change.source is None else entries[change.original]
    there = source.article.text.index(change.source) if source and change.source else 0
    message = change.message or (
        f'"{change.rewrite}" — the original has "{change.source}"'
        if source
        else f'"{change.rewrite}" — no original has it'
    )
    return Finding(
        change.check,
        change.severity,
        message,
        Span(at, at + len(change.rewrite)),
        change.rewrite,
        source.article.id if source else None,
        Span(there, there + len(change.source)) if source and change.source else None,
        change.source,
        f"{at:016x}",
        change.waived,
    )


def report(*comparisons: Comparison, families: tuple[Family, ...] = (), skipped: tuple[Skipped, ...] = ()) -> Report:
    """A report of all of them; an article that several know is listed once."""
    stories = {story.id: story for one in comparisons for story in (*one.originals, one.rewrite)}
    return Report(
        "0123456789abcdef",
        tuple(story.entry() for story in stories.values()),
        tuple(one.examined() for one in comparisons),
        families,
        skipped,
    )


LOOSE, CLOSE, VERBATIM = LinkKind.LOOSE, LinkKind.CLOSE, LinkKind.VERBATIM

WIRE = Story(
    "wire-1",
    (
        "Ferry with 214 aboard runs aground off Skarnholm",
        "A ferry with 214 people aboard ran aground near Skarnholm on Tuesday night, the Norvane Coast Guard said.",
        "Nobody was seriously hurt, but nine passengers were treated for bruises.",
        '"We heard a long scrape and then the lights went out," said Runa Vestergaard, a passenger.',
        "The Lady Alva may have left the marked channel, investigators said.",
        "The ferry has run between the islands since 1998.",
        "Her owner, Halden Lines, declined to comment.",
    ),
    "Meridian Wire",
    dt.date(2025, 3, 4),
    url="https://wire.example/ferry",
)
DRAFT = Story(
    "draft-1",
    (
        "Ferry strands off Skarnholm",
        "With 241 people aboard, a ferry has run aground close to Skarnholm.",
        "It happened on Tuesday night.",
        "Nine of them were treated for bruises.",
        "“We heard a loud crash and then the lights went out,” said Runa Vestergaard, a passenger.",
        "The Lady Alva left the marked channel, said Oskar Blom, who leads the inquiry.",
        "Islanders have asked for a second boat for years.",
        "Reporting by the Skarnholm Courier.",
    ),
    "Skarnholm Courier",
    dt.date(2025, 3, 5),
    boilerplate=(7,),
)
FERRY = Comparison(
    DRAFT,
    (WIRE,),
    (
        (
            Link((0,), (0,), CLOSE),
            Link((1,), (1, 2)),
            Link((2,), (3,)),
            Link((3,), (4,), CLOSE),
            Link((4,), (5,)),
        ),
    ),
    (
        Change("number", Severity.ERROR, "241 people", "214 people"),
        Change(
            "quote-altered",
            Severity.ERROR,
            "a loud crash",
            "a long scrape",
            message="“a loud crash” — the original has “a long scrape” (other words inside quotation marks)",
        ),
        Change("hedge", Severity.WARNING, "left", "may have left"),
        Change(
            "unsupported-attribution",
            Severity.WARNING,
            "said Oskar Blom",
            message='"said Oskar Blom" — no original has this statement, from anyone',
        ),
        Change(
            "unsupported-number",
            Severity.NOTE,
            "a second boat",
            waived=Waived("own reporting, seen the petition", "night desk", dt.date(2025, 4, 1)),
        ),
    ),
    evidence=(Evidence("dates", "the original is 1 day older", 2.0),),
)


def long_pair(size: int, seed: int = 7) -> Report:
    """`size` sentences on each side, every eighth row with a finding."""
    dice = random.Random(seed)
    words = (
        "harbour council ferry island vote budget minister report winter storm quay market ship crew board line "
        "village road bridge school plan delay cost price night morning engineer captain witness inquiry"
    ).split()

    def sentence(number: int, figure: int) -> str:
        said = " ".join(dice.choice(words) for _ in range(dice.randint(12, 24)))
        return f"{said.capitalize()} number {number} reached {figure} units."

    source = ["Council counts the cost of the winter"]
    rewrite = ["What the winter cost"]
    changes = []
    links = [Link((0,), (0,), LOOSE)]
    for number in range(1, size):
        one = sentence(number, 1000 + number)
        words_ = one.split()
        for place in dice.sample(range(1, len(words_) - 5), 4):
            words_[place] = dice.choice(words)
        other = " ".join(words_)
        if number % 8 == 0:
            other = other.replace(f"{1000 + number} units", f"{3000 + number} units")
            changes.append(Change("number", Severity.ERROR, f"{3000 + number} units", f"{1000 + number} units"))
        source.append(one)
        rewrite.append(other)
        if number % 11:
            links.append(Link((number,), (number,), (LOOSE, CLOSE, VERBATIM)[number % 3]))
    pair = Comparison(
        Story("long-draft", tuple(rewrite)), (Story("long-wire", tuple(source)),), (tuple(links),), tuple(changes)
    )
    return report(pair)


CLEAN = Comparison(
    Story(
        "draft-2",
        (
            "Nine bruised as ferry strands",
            "Nine passengers were treated for bruises after a ferry ran aground off Skarnholm.",
        ),
        "Coast Daily",
        dt.date(2025, 3, 5),
    ),
    (WIRE,),
    ((Link((2,), (1,), CLOSE),),),
    kind=RelationKind.PARTIAL,
    confidence=0.91,
)
ALONE = Comparison(Story("draft-3", ("Snow closes the Brannock pass", "The pass was closed on Friday.")), (), ())
STRANGER = Comparison(
    Story("draft-4", ("Bakers of Halden go on strike", "The bakers want two more days off.")),
    (WIRE,),
    ((),),
    kind=RelationKind.INDEPENDENT,
    confidence=0.04,
)
BULLETIN = Story(
    "bulletin-7",
    (
        "Statement of Halden Lines",
        "Halden Lines regrets the accident of its ferry Lady Alva.",
        "The captain, Ingmar Solheim, has been on leave since Wednesday.",
        "The company will pay every passenger 300 euros.",
    ),
    "Halden Lines",
    dt.date(2025, 3, 5),
)
HEIR = Story(
    "heir-1",
    (
        "Shipping line pays 350 euros a head",
        "The line sorry for its ferry Lady Alva promises every passenger 350 euros.",
        (
            "241 people were aboard when she ran aground; her captain, Ingmar Solheim, has been dismissed. "
            "The ferry has run since 1988."
        ),
        "The end",
    ),
    "Evening Bell",
    dt.date(2025, 3, 6),
)
# Two originals of one sentence, a finding in the headline, one that points elsewhere, one that crosses rows.
SEVERAL = Comparison(
    HEIR,
    (BULLETIN, WIRE),
    (
        (Link((1, 3), (1,)), Link((2,), (2,))),
        (Link((1,), (2,)),),
    ),
    (
        Change("number", Severity.ERROR, "350 euros a head", "300 euros"),
        Change("number", Severity.ERROR, "241 people", "214 people", 1),
        Change("negation", Severity.ERROR, "has been dismissed", "has been on leave since Wednesday"),
        Change("date", Severity.ERROR, "since 1988", "since 1998", 1),
        Change("name", Severity.NOTE, "since 1988.\n\nThe end", message="a mark that crosses rows"),
    ),
    confidence=0.83,
)


def scan_report() -> Report:
    """Several examined articles, two families, an error that is carried on, an input that could not be read."""
    entered = FERRY.examined().findings[0].fingerprint
    family = Family(
        ("wire-1", "bulletin-7", "draft-1", "draft-2", "heir-1"),
        (
            Edge("wire-1", "draft-1", 0.97),
            Edge("wire-1", "draft-2", 0.91),
            Edge("draft-1", "heir-1", 0.83),
            Edge("bulletin-7", "heir-1", 0.83),
        ),
        (Inheritance(entered, "draft-1", ("heir-1",)),),
    )
    return report(
        FERRY, CLEAN, SEVERAL, ALONE, families=(family,), skipped=(Skipped("inbox/<old>.txt", "not a text file"),)
    )
