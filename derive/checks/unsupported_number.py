"""A figure that no original has and that does not follow from theirs.

It may be the writer's own knowledge; then it wants a source of its own. It may be an invention. The original cannot
say which, so this is a warning.

Fires:
* a count, sum, percentage, measure, age or score that stands nowhere in the originals

Quiet:
* what follows from their figures: sums, differences, the rest, shares, the length of a list of names
* small counts that may point back ("the two rescuers"), "first" to "third", "dozens", a number in a name
* the rewrite's own reporting, where it only lifts some sentences
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.figures import Fate, Figures
from derive.model import Change, Severity


def run(examination: Examination) -> Iterator[Change]:
    """Find the figures that no original bears out."""
    document = examination.rewrite.document
    for verdict in Figures(examination).verdicts():
        figure = verdict.figure
        if verdict.fate is not Fate.UNSUPPORTED or examination.is_own_reporting(document.sentences[figure.sentence]):
            continue
        mention = figure.mention
        words = mention.whole.of(document.plain)
        value = f"{mention.kind} {mention.low:g}-{mention.high:g} {mention.unit}".strip()
        message = f'"{words}" — no original has this figure'
        yield Change("unsupported-number", Severity.WARNING, message, mention.whole, None, value)


CHECK = Check("unsupported-number", "a figure that no original has", Severity.WARNING, run, __doc__)
