"""A figure that no original has and that does not follow from theirs.

It may be the writer's own knowledge; then it wants a source of its own. It may be an invention. The original cannot
say which, so this is a warning.

Fires:

- a count, sum, percentage, measure, age or score that stands nowhere in the originals

Quiet:

- what follows from their figures: sums, differences, the rest, shares, the length of a list of names
- small counts that may point back ("the two rescuers"), "first" to "third", "dozens", a number in a name
- the rewrite's own reporting, where it only lifts some sentences
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.figures import Fate, figures_of
from derive.model import Change, Severity

_PART_OF = re.compile(r" (?:out )?of (?:the |its |their )?")


def run(examination: Examination) -> Iterator[Change]:
    """Find the figures that no original bears out."""
    document = examination.rewrite.document
    figures = figures_of(examination)
    last = 0
    for verdict in figures.verdicts:
        if verdict.fate is not Fate.UNSUPPORTED or figures.is_apart(verdict.figure):
            continue
        mention = verdict.figure.mention
        if _PART_OF.fullmatch(document.plain, last, mention.whole.start):
            continue  # "53 of the 100 seats" is one change
        last = mention.whole.end
        words = mention.whole.of(document.plain)
        value = f"{mention.kind} {mention.low:g}-{mention.high:g} {mention.unit}".strip()
        message = f'"{words}" — no original has this figure'
        yield Change("unsupported-number", Severity.WARNING, message, mention.whole, None, value)


CHECK = Check("unsupported-number", "a figure that no original has", Severity.WARNING, run, __doc__)
