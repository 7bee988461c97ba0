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
from derive.checks.examination import Check, Examination, Place
from derive.checks.polarity.affirming import affirmed, affirmed_elsewhere, denied_elsewhere
from derive.checks.polarity.denials import denials
from derive.checks.polarity.negatives import cut_negators
from derive.checks.polarity.opposites import opposites, said_elsewhere
from derive.checks.replaced import replaced
from derive.checks.telling import Words, words_of
from derive.facts.polarity import Predicate
from derive.model import Change, LinkKind, Sentence, Severity, Span, Witness

_SPAN = 5  # words of a finding at most


class _Turn(Struct, frozen=True):
    """What was turned, here and there."""

    here: Span
    there: Span
    value: str
    is_reworded: bool = False  # whether the rewrite has a negator that rewording brings along

    def severity(self, place: Place) -> Severity:
        """A "not" is a slip, lost or put in; "no", "nobody" come with rewording ("is pending": "no answer yet").

        Of those put into loosely worded sentences of fresh annotated pairs, none was a change.
        """
        return Severity.NOTE if self.is_reworded and place.kind is LinkKind.LOOSE else Severity.ERROR


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
                    there = sources[place.source].text(turn.there)
                    message = f'"{rewrite.text(turn.here)}" — the original has "{there}"'
                    witness = Witness(place.source, turn.there)
                    yield Change("negation", turn.severity(place), message, turn.here, witness, turn.value)


def _turned(rewrite: Words, sentence: Sentence, sources: list[Words], place: Place) -> Iterator[_Turn]:
    source, origin = sources[place.source], place.sentence
    yield from _opposite(rewrite, sentence, sources, place)
    denied = [*_put_in(rewrite, sentence, sources, place), *_lost(rewrite, sentence, sources, place)]
    yield from denied
    if not denied:  # what "not entirely" and the like deny is no plain predicate: such a "not" can only be cut
        for at, gap in cut_negators(rewrite, sentence, source, origin):
            yield _Turn(rewrite.span(at, at + 1), source.span(gap - 1, gap), f"not {rewrite.keys[at + 1]}")
        for at, gap in cut_negators(source, origin, rewrite, sentence):
            yield _Turn(rewrite.span(gap - 1, gap), source.span(at, at + 1), source.keys[at + 1])


def _opposite(rewrite: Words, sentence: Sentence, sources: list[Words], place: Place) -> Iterator[_Turn]:
    """The other side of a pair of opposites, another station on a ladder."""
    source = sources[place.source]
    told: set[str] = set()
    for pair in opposites(rewrite, sentence, source, place.sentence):
        if pair.rewrite.key not in told and not said_elsewhere(pair.rewrite, rewrite, sources):
            told.add(pair.rewrite.key)  # "for the first, against the second", turned round, is one change
            yield _Turn(_words(rewrite, pair.rewrite), _words(source, pair.source), pair.rewrite.key)


def _put_in(rewrite: Words, sentence: Sentence, sources: list[Words], place: Place) -> Iterator[_Turn]:
    """What the rewrite denies and the original affirms."""
    source = sources[place.source]
    for denial in denials(rewrite, sentence):
        found = affirmed(denial, source, place.sentence)
        if found and not denied_elsewhere(denial, found, source, place.sentence, sources):
            here, value = _words(rewrite, denial.predicate), f"not {denial.predicate.key}"
            yield _Turn(here, found.span(source), value, is_reworded=not denial.is_plain)


def _lost(rewrite: Words, sentence: Sentence, sources: list[Words], place: Place) -> Iterator[_Turn]:
    """What the original denies and the rewrite affirms."""
    source = sources[place.source]
    for denial in denials(source, place.sentence):
        found = affirmed(denial, rewrite, sentence)
        if found and not affirmed_elsewhere(denial, found, rewrite, sentence, sources):
            yield _Turn(found.span(rewrite), _words(source, denial.predicate), denial.predicate.key)


def _words(words: Words, predicate: Predicate) -> Span:
    """A predicate with its negator and the next word of content."""
    near = [at for at in predicate.phrase if 0 <= at - predicate.head[0] < _SPAN][:2]
    return predicate.span.to(words.span(predicate.head[0], max(near, default=predicate.head[0])))


CHECK = Check("negation", "the rewrite says the opposite of the original", Severity.ERROR, run, __doc__)
