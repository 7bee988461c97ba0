"""A figure that no original has and that does not follow from theirs.

It may be the writer's own knowledge; then it wants a source of its own. It may be an invention. The original cannot
say which, so this is a warning.

Fires:

- a count, sum, percentage, measure, age or score that stands nowhere in the originals
- a length of time ("27 weeks in the charts") that no original gives and that lies between no two of its dates
- also in a part of its own, when it is put into the mouth of somebody whom an original names

Quiet:

- what follows from their figures: sums, differences, the rest, shares, the length of a list of names
- small counts that may point back ("the two rescuers"), "first" to "third", "dozens", a number in a name
- the rewrite's own reporting, where it only lifts some sentences
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from derive.checks.dates import differences_of
from derive.checks.examination import Check, Examination
from derive.checks.figures import Fate, figures_of
from derive.model import Change, Severity, Span

_PART_OF = re.compile(r" (?:out )?of (?:the |its |their )?")


def run(examination: Examination) -> Iterator[Change]:
    """Find the figures that no original bears out."""
    document = examination.rewrite.document
    figures = figures_of(examination)
    last = 0
    for verdict in figures.verdicts:
        mention = verdict.figure.mention
        if verdict.fate is not Fate.UNSUPPORTED:
            continue
        if figures.is_apart(verdict.figure) and not _is_credited(examination, mention.span):
            continue
        if _PART_OF.fullmatch(document.plain, last, mention.whole.start):
            continue  # "53 of the 100 seats" is one change
        last = mention.whole.end
        words = mention.whole.of(document.plain)
        value = f"{mention.kind} {mention.low:g}-{mention.high:g} {mention.unit}".strip()
        message = f'"{words}" — no original has this figure'
        yield Change("unsupported-number", Severity.WARNING, message, mention.whole, None, value)
    yield from _lengths(examination)


def _lengths(examination: Examination) -> Iterator[Change]:
    for one in differences_of(examination):
        if one.length:
            mention = one.mention
            message = f'"{mention.text}" — no original has this length of time'
            yield Change("unsupported-number", Severity.WARNING, message, mention.span, None, mention.value)


def _is_credited(examination: Examination, figure: Span) -> bool:
    """Whether a figure is put into the mouth of somebody whom an original names: then the reporting is not apart."""
    for statement in examination.rewrite.facts.statements:
        if any(content.start <= figure.start < content.end for content in statement.content):
            known = {token.norm for source in examination.sources for token in source.document.tokens}
            return any(name[-1] in known for one in statement.entities for name in one.names)
    return False


CHECK = Check("unsupported-number", "a figure that no original has", Severity.WARNING, run, __doc__)
