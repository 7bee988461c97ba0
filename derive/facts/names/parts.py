"""A chain of name words -> the names in it with their titles and kinds.

"Metropolitan Police Commissioner Marta Lindqvist" holds an organisation, a title and a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from derive.facts.names.casing import Casing, Shape
from derive.facts.names.name import NameKind
from derive.facts.names.vocabulary import Vocabulary
from derive.model import Token

# Letters that no decomposition takes to ASCII.
_FOLDED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"})
_SMALL = frozenset(("of", "the", "for", "and", "on", "at", "in", "&"))


class Part(Struct, frozen=True):
    """A name as a half-open range of tokens, with the tokens of its title."""

    start: int
    end: int
    tokens: tuple[str, ...]
    kind: NameKind
    title: tuple[str, ...] = ()


class Parts:
    """Takes chains of one document apart."""

    def __init__(self, plain: str, tokens: tuple[Token, ...], casing: Casing, known: Vocabulary) -> None:
        self._plain = plain
        self._tokens = tokens
        self._shapes = casing.shapes
        self._lower = casing.lower
        self._known = known

    def of(self, begin: int, end: int) -> Iterator[Part]:
        """The names in a chain."""
        if self._is_party(begin, end):
            return
        cut = self._place_before_person(begin, end)
        if cut > begin:
            yield self._part(begin, cut, ())
            begin = cut
        start, stop = self._title(begin, end)
        if start > begin:
            left = self._strip(begin, start)
            if left < start and not self._is_role(left, start):
                yield self._part(left, start, ())
        title = tuple(token.norm for token in self._tokens[start:stop])
        if stop < end:
            first = self._strip(stop, end) if not title else stop
            if first < end and not self._is_role(first, end):
                yield self._part(first, end, title)

    def _title(self, begin: int, end: int) -> tuple[int, int]:
        """The range of the title inside a chain; empty at its begin when there is none."""
        known, tokens = self._known, self._tokens
        final = tokens[end - 1].norm
        if final in known.organisation or final in known.place or final in known.other:
            return begin, begin
        if tokens[begin].norm in known.other_first and end - begin > 2:
            return begin, begin
        cut = begin
        for at in range(begin, end - 1):
            norm = tokens[at].norm
            if norm in known.nobles and tokens[at + 1].norm == "of":
                break  # the Duke of Orrin
            follows = cut == at or (cut == at - 1 and tokens[at - 1].norm == "of")  # Secretary | of State
            titled = norm in known.honorifics or norm in known.heads or norm.removesuffix("s") in known.heads
            if titled or (norm in known.roles and at > begin and follows):
                cut = at + 1
        if cut == begin:
            return begin, begin
        start = cut - 1
        while start > begin and (
            tokens[start - 1].norm in known.roles
            or tokens[start - 1].norm in known.honorifics
            or (tokens[start - 1].norm == "of" and start - 1 > begin)
        ):
            start -= 1
        return start, cut

    def _place_before_person(self, begin: int, end: int) -> int:
        """Where a person begins right after a place or a body, as in headlines; else `begin`."""
        known, tokens = self._known, self._tokens
        final = tokens[end - 1].norm
        if final in known.organisation or final in known.place or final in known.other:
            return begin
        for cut in range(begin + 1, end - 1):
            if tokens[cut].norm in known.given:
                before = tuple(token.norm for token in tokens[begin:cut])
                return cut if before in known.places or before[-1] in known.organisation else begin
        return begin

    def _is_party(self, begin: int, end: int) -> bool:
        """Whether a chain tells a lawmaker's party and state: D-Calif., R-N.Y."""
        tokens = self._tokens
        if tokens[begin].norm not in ("d", "r", "i") or end - begin < 2 or self._plain[tokens[begin].end] != "-":
            return False
        state = "".join(token.norm for token in tokens[begin + 1 : end])
        return len(state) < 3 or (state,) in self._known.places

    def _strip(self, start: int, end: int) -> int:
        """Leave out people's words before a person: "American | Chris Froome"; a lone one is no name."""
        known, tokens = self._known, self._tokens
        while start < end and (tokens[start].norm,) in known.peoples and self._shapes[start] is not Shape.ACRONYM:
            if end - start > 1 and tokens[start + 1].norm not in known.given:
                pair = (tokens[start].norm, tokens[start + 1].norm)
                if not (end - start == 2 and pair in known.peoples):
                    break
                return end
            start += 1
        while start < end and (tokens[start].norm in known.plain or tokens[start].norm in _SMALL):
            if self._letters(start, end) > start + 1:
                break
            start += 1
        return start

    def _is_role(self, start: int, end: int) -> bool:
        """Whether nothing but a title is left: "the Prime Minister", "Secretary of State"."""
        known = self._known
        words = self._normal(start, end)
        if words in known.peoples or all(word in _SMALL or word in known.plain for word in words):
            return True
        if len(words) == 1 and self._shapes[start] is Shape.CAPITAL and words[0] in self._lower:
            # A lone general word that the document also writes small: the Government, the Games.
            return known.is_ordinary(self._tokens[start].stem) and words not in known.places
        return words[-1] not in known.organisation and all(self._is_title_word(word) for word in words)

    def _is_title_word(self, word: str) -> bool:
        known = self._known
        return (
            word in known.roles
            or word.removesuffix("s") in known.heads
            or word in known.honorifics
            or (word,) in known.peoples
            or word in known.plain
        )

    def _part(self, start: int, end: int, title: tuple[str, ...]) -> Part:
        words = self._normal(start, end)
        return Part(start, end, words, self._kind(words, start, end, title), title)

    def _normal(self, start: int, end: int) -> tuple[str, ...]:
        """The words without joints, single letters of an acronym put together."""
        tokens = self._tokens
        words: list[str] = []
        at = start
        while at < end:
            stop = self._letters(at, end)
            if stop > at + 1:
                words.append("".join(token.norm for token in tokens[at:stop]))
                at = stop
                continue
            norm = tokens[at].norm.translate(_FOLDED)
            if self._shapes[at] is Shape.ACRONYM and self._plain[tokens[at].end - 1] == "s":
                norm = norm.removesuffix("s")  # UFOs
            if norm not in _SMALL and norm not in self._known.suffixes:
                words.append(norm.removeprefix("d'").removeprefix("l'"))
            at += 1
        return tuple(words) or (tokens[start].norm,)

    def _letters(self, at: int, end: int) -> int:
        """The end of an acronym in single letters that begins here (U.N., N-D-T-V); initials of a person are none."""
        tokens, stop = self._tokens, at
        while stop < end and len(tokens[stop].norm) == 1 and self._shapes[stop] >= Shape.CAPITAL:
            gap = self._plain[tokens[stop - 1].end : tokens[stop].start]
            if stop > at and gap not in (".", "-"):
                break
            stop += 1
        word = "".join(token.norm for token in tokens[at:stop])
        spelled = stop > at + 1 and self._plain[tokens[at].end] == "-"
        return stop if spelled or stop == end or word in self._known.dotted else at

    def _kind(self, words: tuple[str, ...], start: int, end: int, title: tuple[str, ...]) -> NameKind:
        known = self._known
        if words in known.places:
            return NameKind.PLACE
        head, final = self._head(start, end), words[-1]
        for word in (final, head):
            if len(words) > 1 and word in known.other:
                return NameKind.OTHER
            if word in known.organisation and (len(words) > 1 or known.is_ordinary(self._tokens[end - 1].stem)):
                return NameKind.ORGANISATION
            if len(words) > 1 and word in known.place:
                return NameKind.PLACE
        if title:
            return NameKind.PERSON
        if len(words) > 1 and words[0] in known.other_first:
            return NameKind.OTHER
        if 1 < len(words) < 5 and (words[0] in known.given or any(len(word) == 1 for word in words[:-1])):
            return NameKind.PERSON
        if len(words) < 4 and words[0] in known.place_first and len(words) > 1:
            return NameKind.PLACE
        if any(
            self._tokens[at].norm in known.particles and self._shapes[at] is Shape.LOWER for at in range(start + 1, end)
        ):
            return NameKind.PERSON
        if len(words) == 1 and (self._shapes[start] is Shape.ACRONYM or end - start > 1):
            return NameKind.ORGANISATION
        return NameKind.UNKNOWN

    def _head(self, start: int, end: int) -> str:
        """The word before the first "of" or "for", else the last."""
        for at in range(start + 1, end):
            if self._tokens[at].norm in ("of", "for", "on"):
                return self._tokens[at - 1].norm
        return self._tokens[end - 1].norm
