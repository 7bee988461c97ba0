"""A person, place, organisation, law or product goes by another name than in the original.

A wrong name libels one person and robs another, and it is the error that agencies correct most often.

Fires:
- a name replaced by another of its kind in the same place of a linked sentence (CNN for MSNBC), in whole or in one of
  its words (the Southern for the Northern District; another first name)
- a name spelt in another way (warning: "spelling differs"; the original may be the one that has it wrong)
- the word for another people, faith or party, state or city between the same words (German for French, Republican)
- among the same words: another office, point of the compass, relative or sex (uncle for brother, southern for northern)
- a term of art in the place of another: estazolam for etizolam

Quiet:
- surname for full name, initials, middle names and first names added or left out, nicknames
- acronym and long form; a country, its people and its seat of government; U.S., United States, America
- diacritics, transliteration (Kyiv, Kiev), UK and US spelling, hyphens, "Inc.", St and Saint, plurals and possessives
- names that the rewrite adds as background, and names inside quotations, which the quote checks compare
"""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Check, Examination
from derive.checks.naming import Counterpart, Counterparts, Neighbours, Term, Terms
from derive.checks.replaced import replaced
from derive.facts.quotes import Style
from derive.facts.reading import within
from derive.model import Change, Severity, Span

_SPOKEN = (Style.FULL, Style.FRAGMENT)


def run(examination: Examination) -> Iterator[Change]:
    """Find the names that changed; a spelling that the rewrite repeats is reported once."""
    spoken = [piece for one in examination.rewrite.facts.quotes if one.style in _SPOKEN for piece in one.pieces]
    told: dict[str, Change] = {}
    for change in _changes(examination):
        if change.value not in told and not any(span.contains(change.span) for span in spoken):
            told[change.value] = change
            yield change
    yield from replaced(examination, "name", told.values())


def _changes(examination: Examination) -> Iterator[Change]:
    counterparts, terms, neighbours = Counterparts(examination), Terms(examination), Neighbours(examination)
    for sentence in examination.sentences:
        done: list[Span] = []
        for name in within(examination.rewrite.facts.names, sentence.span):
            found = counterparts.of(name, sentence)
            if found is not None:
                done.append(name.span)
                yield _change(examination, name.span, found)
        for term in (*terms.of(sentence), *neighbours.of(sentence)):
            if not any(span.overlaps(term.span) for span in done):
                yield _change(examination, term.span, term)


def _change(examination: Examination, span: Span, found: Counterpart | Term) -> Change:
    text = span.of(examination.rewrite.document.plain)
    other = found.witness.span.of(examination.sources[found.witness.source].document.plain)
    if found.misspelt:
        message = f'"{text}": spelling differs, the original has "{other}"'
        return Change("name", Severity.WARNING, message, span, found.witness, found.value)
    message = f'"{text}": the original has "{other}" in this place'
    return Change("name", Severity.ERROR, message, span, found.witness, found.value)


CHECK = Check("name", "a name replaced or misspelt", Severity.ERROR, run, __doc__ or "")
