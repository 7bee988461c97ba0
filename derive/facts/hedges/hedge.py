"""A hedge as a value."""

from __future__ import annotations

from enum import StrEnum

from derive.model import Mention


class HedgeClass(StrEnum):
    """What kind of holding back it is."""

    ALLEGATION = "allegation"
    REPORT = "report"
    BELIEF = "belief"
    MODALITY = "modality"
    CREDIT = "credit"  # "police say": no hedge itself, but it makes up for "allegedly"
    QUANTIFIER = "quantifier"
    FREQUENCY = "frequency"
    INTENT = "intent"
    CERTAINTY = "certainty"


class Weight(StrEnum):
    """Whether its loss matters (firm), or it only makes up for the loss of another (soft)."""

    FIRM = "firm"
    SOFT = "soft"


class Hedge(Mention, frozen=True):
    """Words that hold a statement back.

    `sense`: hedges of one class and sense say the same. `words`, `scope`: the hedge itself and the clause it stands
    in, as half-open ranges of `Document.tokens`. `governs`: the words of content it holds back, nearest first (maybe
    none). `reach`: what it stands at, as the lexicon says ("noun": one thing only).
    """

    kind: HedgeClass
    sense: str
    weight: Weight
    words: tuple[int, int]
    scope: tuple[int, int]
    governs: tuple[int, ...]
    reach: str = "right"
