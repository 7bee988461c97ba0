"""How a quotation without support stands to the originals: in what is told again, near it, or in own reporting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from derive.checks.examination import Examination
from derive.checks.ledger.entry import Entry
from derive.facts.lexicon import load
from derive.facts.speakers import Statement
from derive.model import Document, Sentence

_RETELLS = (
    0.55  # share of linked words from which on a rewrite is not partly a story of its own (briefs have up to .50)
)
_ON_SUBJECT = 0.33  # share of a sentence's content stems that the originals have too (own reporting: mostly below .2)
_AROUND = 0.45  # … together with its neighbours'
_OWN = re.compile(r"\b(?:told|tells) (?:us|me|this (?:newspaper|paper|reporter|website|magazine|column))\b")
_FUNCTION = frozenset(load("quotes")["function"])


class Standing(Enum):
    """Where the quotation stands."""

    TOLD = "told"  # in a linked sentence, or given to someone whom an original quotes
    NEAR = "near"  # in a rewrite of the original, or on its subject
    OWN = "own"


def _capitalised(document: Document, sentence: Sentence) -> Iterator[str]:
    """The capitalised words of a sentence but its first, function words aside."""
    for token in document.words(sentence)[1:]:
        if document.plain[token.start].isupper() and token.norm not in _FUNCTION:
            yield token.norm


def _surnames(statements: Iterable[Statement]) -> set[str]:
    """The last words of the names of those who speak."""
    return {name[-1].casefold() for one in statements for entity in one.entities for name in entity.names if name}


def _quotes_speaker(examination: Examination, entry: Entry) -> bool:
    """Whether the one to whom the quotation is given is quoted by an original."""
    facts = examination.rewrite.facts
    number = facts.quotes.index(entry.unit.quotation)
    mine = _surnames(one for one in facts.statements if one.quote == number)
    theirs = (one for source in examination.sources for one in source.facts.statements if one.quote is not None)
    return bool(mine) and not mine.isdisjoint(_surnames(theirs))


def _on_subject(examination: Examination, entry: Entry) -> bool:
    """Whether the sentence speaks of what the originals speak of: by its names, or by its words and those around."""
    document, sentence = examination.rewrite.document, entry.unit.sentence
    tokens = [token for source in examination.sources for token in source.document.tokens]
    stems = {token.stem for token in tokens}
    around = document.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    if _share(document, [sentence], stems) < _ON_SUBJECT:
        return False
    return _names(examination, sentence) or _share(document, around, stems) >= _AROUND


def _share(document: Document, sentences: Sequence[Sentence], stems: set[str]) -> float:
    mine = [token.stem for one in sentences for token in document.words(one) if token.norm not in _FUNCTION]
    return sum(stem in stems for stem in mine) / len(mine) if mine else 0.0


def _names(examination: Examination, sentence: Sentence) -> bool:
    """Whether a capitalised word inside the sentence is one of the originals, too."""
    known = {
        token.norm
        for source in examination.sources
        for token in source.document.tokens
        if source.document.plain[token.start].isupper()
    }
    return bool(known & set(_capitalised(examination.rewrite.document, sentence)))


def of(examination: Examination, entry: Entry) -> Standing:
    """How the quotation of an entry stands."""
    sentence = entry.unit.sentence
    if _OWN.search(examination.rewrite.document.plain, sentence.span.start, sentence.span.end):
        return Standing.OWN
    if examination.linked(sentence) or _quotes_speaker(examination, entry):
        return Standing.TOLD
    if any(relation.coverage.rewrite >= _RETELLS for relation in examination.relations):
        return Standing.NEAR
    return Standing.NEAR if _on_subject(examination, entry) else Standing.OWN
