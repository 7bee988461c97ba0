"""Words inside quotation marks differ from those that the original has inside its own.

A quotation is a promise: the speaker said this, word for word. A word put for another, put in or left out without a
mark breaks it, however close the meaning; where it is a figure or a negation the speaker is made to say something else.

Fires:
- another word: “a heavy loss” where the original has “a bitter loss”
- a figure, a negation, a pronoun changed inside the marks (“we will” turned into “they will”)
- words put in, or content words left out, without brackets or an ellipsis
- words of two places joined as if they had been said in one breath

Quiet:
- cuts at either end, a cut marked by an ellipsis, whole sentences left out, words in brackets
- a quotation split by its attribution, other marks, punctuation, capitals
- UK or US spelling, contractions, figures written out, hyphens, titles and countries abbreviated, masked oaths
- a filler word less (“well”, “you know”), a plural -s, an article, an obvious misprint
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.ledger import Entry, Verdict, ledger
from derive.checks.ledger.wording import shown
from derive.model import Change, Severity


def _message(mine: str, entry: Entry) -> str:
    what = "another figure inside quotation marks" if entry.figure else "other words inside quotation marks"
    if entry.verdict is Verdict.SPLICED:
        what = "words joined inside quotation marks that stood apart"
    return f"{shown(mine)} — the original has {shown(entry.theirs)} ({what})"


def run(examination: Examination) -> Iterator[Change]:
    """One change for each piece of a quotation that was altered."""
    seen = set()
    for entry in ledger(examination):
        if entry.verdict not in (Verdict.ALTERED, Verdict.SPLICED) or entry.unit.piece in seen:
            continue
        seen.add(entry.unit.piece)
        mine = entry.span.of(examination.rewrite.document.plain)
        value = f"{mine} / {entry.theirs}".casefold()
        yield Change("quote-altered", Severity.ERROR, _message(mine, entry), entry.span, entry.witness, value)


CHECK = Check("quote-altered", "other words inside quotation marks", Severity.ERROR, run, __doc__)
