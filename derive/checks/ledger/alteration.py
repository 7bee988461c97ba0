"""The entry of a unit that is the original's quotation in other words, or only in another dress."""

from __future__ import annotations

from collections.abc import Sequence

from derive.checks.ledger.difference import Difference, differences
from derive.checks.ledger.entry import Entry, Unit, Verdict
from derive.checks.ledger.origin import Origin
from derive.facts.quotes import QuoteWord
from derive.model import Witness

_NEIGHBOURS = 4  # words between two differences that are told as one


def altered(unit: Unit, origin: Origin) -> Entry:
    """Altered where a difference matters, with the words that tell and one neighbour at each side; else restyled."""
    found = differences(unit.words, origin.aligned, origin.stream, origin.original)
    if not found:
        return Entry(unit, Verdict.RESTYLED, unit.span)
    first, last = _cluster(found)
    mine = unit.words[max(0, first.mine[0] - 1) : last.mine[1] + 1]
    theirs = _together(origin, first, last)
    witness = theirs[0].span.to(theirs[-1].span)
    text = origin.original.reading.document.plain
    spliced = first is last and first.drops and _apart(origin, first)
    return Entry(
        unit,
        Verdict.SPLICED if spliced else Verdict.ALTERED,
        mine[0].span.to(mine[-1].span),
        Witness(origin.number, witness),
        witness.of(text),
        _figures(unit.words[first.mine[0] : last.mine[1]], origin.stream.words[first.theirs[0] : last.theirs[1]]),
    )


def _cluster(found: Sequence[Difference]) -> tuple[Difference, Difference]:
    """The first and the last of the differences that stand together and weigh most."""
    groups: list[list[Difference]] = []
    for one in found:
        if groups and one.mine[0] - groups[-1][-1].mine[1] <= _NEIGHBOURS:
            groups[-1].append(one)
        else:
            groups.append([one])
    best = max(groups, key=lambda group: sum(one.weight for one in group))
    return best[0], best[-1]


def _together(origin: Origin, first: Difference, last: Difference) -> Sequence[QuoteWord]:
    """The original's words against differences and a neighbour at each side, as far as they stand in one sentence."""
    words, sentence = origin.stream.words, origin.original.sentence
    main = sentence(words[first.anchor])
    wide = range(max(0, first.theirs[0] - 1), min(len(words), last.theirs[1] + 1))
    return [words[one] for one in wide if sentence(words[one]) == main] or [words[first.anchor]]


def _apart(origin: Origin, hole: Difference) -> bool:
    """Whether the words before and after a hole stand in different sentences of the original."""
    words, sentence = origin.stream.words, origin.original.sentence
    return sentence(words[hole.theirs[0] - 1]) != sentence(words[min(hole.theirs[1], len(words) - 1)])


def _figures(mine: Sequence[QuoteWord], theirs: Sequence[QuoteWord]) -> bool:
    """Whether a figure stands against another."""
    return any(word.norm[-1:].isdigit() for word in mine) and any(word.norm[-1:].isdigit() for word in theirs)
