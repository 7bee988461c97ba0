"""Words stand in quotation marks that the original tells in its own words, or as indirect speech.

The reader takes what stands in marks for a person's very words. Narration in marks puts the reporter's words into
somebody's mouth; reported speech in marks claims a wording that nobody has heard.

Fires:
- indirect speech turned direct: “The bridge is safe,” she said, where the original has: she said the bridge was safe
- narration copied into marks, word for word or reworded

Quiet:
- what the original itself has in quotation marks anywhere, or prints as speech without marks (an interview, a
  statement after a colon)
- one or two words, titles of works, names and nicknames that the original uses
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.ledger import Verdict, ledger
from derive.checks.ledger.wording import shown
from derive.model import Change, Severity


def run(examination: Examination) -> Iterator[Change]:
    """One change for each piece of a quotation that was made of narration."""
    seen = set()
    for entry in ledger(examination):
        if entry.verdict is not Verdict.FABRICATED or entry.unit.piece in seen:
            continue
        seen.add(entry.unit.piece)
        mine = entry.span.of(examination.rewrite.document.plain)
        message = f"{shown(mine)} in quotation marks — the original tells it without: {shown(entry.theirs)}"
        yield Change("quote-fabricated", Severity.ERROR, message, entry.span, entry.witness, mine.casefold())


CHECK = Check("quote-fabricated", "narration or indirect speech inside quotation marks", Severity.ERROR, run, __doc__)
