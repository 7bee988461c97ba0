"""The rewrite says the opposite of the original: "did" for "did not", "rose" for "fell", "convicted" for "charged".

No other slip turns a story round so completely with so few letters, and none is so easily read over.

Fires:
- a "not", "no", "never", "un-", "unable to", "ruled out" lost or put in before the same predicate
- the opposite: rose for fell, approved for rejected, agreed for disagreed, for for against, at large for in custody
- among the same words, any word that excludes the old one: down for up, privatised for nationalised
- another station on a ladder: charged for arrested, convicted for charged, killed for injured, approved for proposed

Quiet:
- the same denied in other words: "failed to" = "did not" = "was unable to"; double negatives
- "does not think that it will" = "thinks that it will not"
- opposites with their sides changed: A beat B = B lost to A
- questions, "not only", "no fewer than", and what another sentence of the original says that way
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from derive.checks.dates import differences_of
from derive.checks.denying import (
    affirmed_elsewhere,
    cut_negators,
    denied_against_affirmed,
    denied_elsewhere,
    denied_in_other_words,
)
from derive.checks.examination import Check, Examination, Place
from derive.checks.opposing import opposites, said_elsewhere
from derive.checks.replaced import replaced
from derive.checks.telling import Words, about, words_of
from derive.facts.polarity import Predicate
from derive.model import Change, LinkKind, Sentence, Severity, Span, Witness

_PLAIN = frozenset(("not", "never", "cannot"))
_SPAN = 5  # words of a finding at most


def run(examination: Examination) -> Iterator[Change]:
    """Each predicate of a linked sentence whose polarity the rewrite turned."""
    found = tuple(_turns(examination))
    yield from found
    yield from replaced(examination, "negation", found)


def _turns(examination: Examination) -> Iterator[Change]:
    rewrite, sources = words_of(examination)
    seen = [one.mention.span for one in differences_of(examination) if one.match]  # "a week before": `date` tells it
    for sentence in examination.sentences:
        for place in examination.linked(sentence):
            for turn in _turned(rewrite, sentence, sources, place):
                if not rewrite.is_quoted(turn.here) and not any(turn.here.overlaps(other) for other in seen):
                    seen.append(turn.here)
                    message = (
                        f'"{rewrite.text(turn.here)}" — the original has "{sources[place.source].text(turn.there)}"'
                    )
                    witness = Witness(place.source, turn.there)
                    yield Change("negation", turn.severity(place), message, turn.here, witness, turn.value)


class _Turn(Struct, frozen=True):
    """What was turned, here and there."""

    here: Span
    there: Span
    value: str
    is_put_in: bool = False  # whether the rewrite has the negator, and one that rewording brings along

    def severity(self, place: Place) -> Severity:
        """A "not" is a slip, lost or put in; "no", "nobody" come with rewording ("is pending": "no answer yet").

        Of those put into loosely worded sentences of fresh annotated pairs, none was a change.
        """
        return Severity.NOTE if self.is_put_in and place.kind is LinkKind.LOOSE else Severity.ERROR


def _turned(rewrite: Words, sentence: Sentence, sources: list[Words], place: Place) -> Iterator[_Turn]:
    source, origin = sources[place.source], place.sentence
    told: set[str] = set()
    for pair in opposites(rewrite, sentence, source, origin):
        if pair.rewrite.key not in told and not said_elsewhere(pair.rewrite, rewrite, sources):
            told.add(pair.rewrite.key)  # "for the first, against the second", turned round, is one change
            yield _Turn(_words(rewrite, pair.rewrite), _words(source, pair.source), pair.rewrite.key)
    done: set[Predicate] = set()
    for put_in in denied_against_affirmed(rewrite, sentence, source, origin):
        done.add(put_in.predicate)
        if not denied_elsewhere(put_in.predicate, rewrite, sources):
            there = about(source, put_in.found, _SPAN)
            put = not _denies_verb(rewrite, put_in.predicate)
            yield _Turn(_words(rewrite, put_in.predicate), there, f"not {put_in.predicate.key}", is_put_in=put)
    for lost in denied_against_affirmed(source, origin, rewrite, sentence):
        done.add(lost.predicate)
        if not affirmed_elsewhere(lost.predicate, source, origin, sources):
            yield _Turn(about(rewrite, lost.found, _SPAN), _words(source, lost.predicate), lost.predicate.key)
    if not done:
        for at, gap in cut_negators(rewrite, sentence, source, origin):
            yield _Turn(rewrite.span(at, at + 1), source.span(gap - 1, gap), f"not {rewrite.keys[at + 1]}")
        for at, gap in cut_negators(source, origin, rewrite, sentence):
            yield _Turn(rewrite.span(gap - 1, gap), source.span(at, at + 1), source.keys[at + 1])
    for predicate, again in denied_in_other_words(rewrite, sentence, source, origin):
        if predicate not in done and not denied_elsewhere(predicate, rewrite, sources):
            there = again.span(source, _SPAN)
            yield _Turn(_words(rewrite, predicate), there, f"not {predicate.key}", is_put_in=True)
    for predicate, again in denied_in_other_words(source, origin, rewrite, sentence):
        elsewhere = denied_elsewhere(predicate, source, [rewrite])
        if predicate not in done and not elsewhere and not affirmed_elsewhere(predicate, source, origin, sources):
            yield _Turn(again.span(rewrite, _SPAN), _words(source, predicate), predicate.key)


def _denies_verb(words: Words, predicate: Predicate) -> bool:
    """Whether a plain "not" or "never" denies a predicate: "no", "nobody", "lack" reword whole sentences."""
    first, last = predicate.negator or (0, 0)
    return any(words.norm(at) in _PLAIN or words.norm(at).endswith("n't") for at in range(first, last))


def _words(words: Words, predicate: Predicate) -> Span:
    """A predicate with its negator and the next word of content."""
    near = [at for at in predicate.phrase if 0 <= at - predicate.head[0] < _SPAN][:2]
    return predicate.span.to(words.span(predicate.head[0], max(near, default=predicate.head[0])))


CHECK = Check("negation", "the rewrite says the opposite of the original", Severity.ERROR, run, __doc__)
