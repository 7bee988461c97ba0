"""A quotation that no original has, in marks or out of them.

It may be the rewriter's own reporting, another agency's, or nobody's. If it is given to someone whom the original quotes,
or stands in a sentence that otherwise tells the original again, the reader will take it for the original's.

Fires:
- a quotation of which no original has the words: error where the sentence is linked to an original or the speaker is quoted
  there, warning elsewhere

Quiet:
- own reporting in a rewrite that lifts only some sentences
- one to three words in marks, titles of works
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.ledger import Verdict, ledger
from derive.model import Change, Severity


def run(examination: Examination) -> Iterator[Change]:
    """One change for each piece of a quotation that stands nowhere."""
    seen = set()
    for entry in ledger(examination):
        sentence = entry.unit.sentence
        if (
            entry.verdict is not Verdict.UNSUPPORTED
            or entry.unit.piece in seen
            or examination.is_own_reporting(sentence)
        ):
            continue
        seen.add(entry.unit.piece)
        mine = entry.span.of(examination.rewrite.document.plain)
        severity = Severity.ERROR if examination.linked(sentence) else Severity.WARNING
        yield Change(
            "unsupported-quote",
            severity,
            f"“{mine}” — no original has this quotation",
            entry.span,
            None,
            mine.casefold(),
        )


CHECK = Check("unsupported-quote", "a quotation that no original has", Severity.ERROR, run, __doc__)
