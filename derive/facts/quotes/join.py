"""One quotation in two pieces: “We will go,” she said, “to the end.”"""

from __future__ import annotations

import re
from collections.abc import Iterable

from derive.facts.lexicon import load
from derive.facts.quotes.scan import Quoted

_LONGEST = 120  # characters of an attribution between two pieces; "said X, the minister for Y, on Monday" has 60
_WORD = re.compile(r"[^\W\d_]+")


def _splits(text: str, before: Quoted, after: Quoted) -> bool:
    """Whether the words between two quoted stretches are the attribution of a single quotation."""
    between = text[before.end : after.start]
    if before.family is not after.family or not before.closed or len(between) > _LONGEST or "\n" in between:
        return False
    attribution = between.strip()
    runs_on = attribution.endswith((",", "—", "–")) or (
        attribution.startswith(",") and text[after.pieces[0].start].islower()
    )
    unfinished = attribution.startswith(",") or text[before.pieces[-1].end - 1] in ",—–-?!"
    if not attribution or not (runs_on and unfinished) or re.search(r"[.;:!?] ", between):
        return False
    cues = load("quotes")["cues"]
    return any(word.lower() in cues for word in _WORD.findall(between))


def joined(text: str, found: Iterable[Quoted]) -> list[Quoted]:
    """The quoted stretches, those that an attribution splits as one."""
    whole: list[Quoted] = []
    for one in found:
        if whole and _splits(text, whole[-1], one):
            last = whole[-1]
            last.pieces.extend(one.pieces)
            last.nested.extend(one.nested)
            last.end, last.closed = one.end, one.closed
        else:
            whole.append(one)
    return whole
