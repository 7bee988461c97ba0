"""A quotation that no original has, in marks or out of them.

It may be the rewriter's own reporting, another agency's, or nobody's. If it is given to someone whom the original
quotes, or stands in a sentence that otherwise tells the original again, the reader will take it for the original's.

Fires:
- a quotation of which no original has the words: error where its sentence is linked to an original or its speaker is
  quoted there, warning elsewhere

Quiet:
- own reporting: a rewrite that lifts only some sentences, away from them; a story that is to a good part its own,
  where the sentence shares neither a speaker nor its subject with the original
- one to three words in marks, titles of works
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.ledger import Entry, Verdict, ledger, standing
from derive.checks.ledger.standing import Standing
from derive.checks.ledger.wording import shown
from derive.model import Change, Severity


def _severity(examination: Examination, entry: Entry) -> Severity | None:
    if examination.is_own_reporting(entry.unit.sentence):
        return None
    return {Standing.TOLD: Severity.ERROR, Standing.NEAR: Severity.WARNING, Standing.OWN: None}[
        standing.of(examination, entry)
    ]


def run(examination: Examination) -> Iterator[Change]:
    """One change for each piece of a quotation that stands nowhere."""
    seen = set()
    for entry in ledger(examination):
        if entry.verdict is not Verdict.UNSUPPORTED or entry.unit.piece in seen:
            continue
        seen.add(entry.unit.piece)
        severity = _severity(examination, entry)
        if severity is not None:
            mine = entry.span.of(examination.rewrite.document.plain)
            message = f"{shown(mine)} — no original has this quotation"
            yield Change("unsupported-quote", severity, message, entry.span, None, mine.casefold())


CHECK = Check("unsupported-quote", "a quotation that no original has", Severity.ERROR, run, __doc__)
