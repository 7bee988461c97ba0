"""For a name of the rewrite, the original's word that it spells in another way."""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.examination import Examination
from derive.facts.names import Name
from derive.facts.names.likeness import is_misspelling, is_slip
from derive.facts.names.roster import Roster
from derive.facts.names.vocabulary import vocabulary
from derive.facts.reading import within
from derive.model import Document, Sentence, Span, Token, Witness


class Spellings:
    """Looks up misspelt words among the capitalised words of the originals."""

    def __init__(self, examination: Examination, originals: Roster) -> None:
        self._originals = originals
        self._examination = examination
        self._words = {token.norm for token in examination.rewrite.document.tokens}
        self._capitals: dict[str, tuple[int, Token]] | None = None

    def of(self, name: Name, missing: tuple[str, ...], sentence: Sentence) -> Witness | None:
        """Where an original has the words of a name that are missing there spelt in another way; all of them."""
        here = {token.norm for token in self._examination.rewrite.document.words(sentence)}
        found = [self._linked(word, sentence, here) or self._anywhere(word, name) for word in missing]
        first = found[0] if found else None
        return first if first is not None and all(found) else None

    def _linked(self, word: str, sentence: Sentence, here: set[str]) -> Witness | None:
        for place in self._examination.linked(sentence):
            document = self._examination.sources[place.source].document
            for token in _capitalised(document, place.sentence):
                if token.norm not in here and is_misspelling(word, token.norm):
                    return self._witness(place.source, token)
        return None

    def _anywhere(self, word: str, name: Name) -> Witness | None:
        """A word that the rewrite never has right, that makes the name whole, or a slip too likely to be chance."""
        for norm, (source, token) in self._all().items():
            if is_misspelling(word, norm) and (
                norm not in self._words or is_slip(word, norm) or self._makes_whole(name, word, norm)
            ):
                return self._witness(source, token)
        return None

    def _makes_whole(self, name: Name, word: str, norm: str) -> bool:
        form = tuple(norm if one == word else one for one in name.tokens)
        return len(form) > 1 and self._originals.says(form)

    def _all(self) -> dict[str, tuple[int, Token]]:
        if self._capitals is None:
            self._capitals = {}
            for number, source in enumerate(self._examination.sources):
                for sentence in source.document.sentences:
                    for token in _capitalised(source.document, sentence):
                        self._capitals.setdefault(token.norm, (number, token))
        return self._capitals

    def _witness(self, source: int, token: Token) -> Witness:
        """The whole name that a word is part of, else the word."""
        names = self._examination.sources[source].facts.names
        before = within(names, Span(max(0, token.start - 60), token.end))
        span = before[-1].span if before and before[-1].span.contains(token.span) else token.span
        return Witness(source, span)


def _capitalised(document: Document, sentence: Sentence) -> Iterator[Token]:
    """The words with a capital that would not begin any sentence, or stand right behind another: Anna Will."""
    starters, plain = vocabulary().starters, document.plain
    end, named = -1, False
    for token in document.words(sentence):
        capital = plain[token.start].isupper()
        plainly = capital and token.norm not in starters
        if plainly or (capital and named and plain[end : token.start] == " "):
            yield token
        end, named = token.end, plainly
