"""Words of names that belong together: "University of California", "Ursula von der Leyen", "Johnson & Johnson"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from derive.facts.names.casing import Casing, Shape
from derive.facts.names.vocabulary import Vocabulary
from derive.model import Document, Token

_GLUE = re.compile(r" ?|-|'|\.|\. | & | ?& ?|, (?=(?:Jr|Sr|Inc|Ltd|LLC)\b)")
_SPACE = re.compile(r" |-")


class Chains:
    """Finds the runs of tokens that make up one name, as half-open ranges of token numbers."""

    def __init__(self, document: Document, casing: Casing, known: Vocabulary) -> None:
        self._plain = document.plain
        self._tokens = document.tokens
        self._sentences = document.sentences
        self._shapes: Sequence[Shape] = casing.shapes
        self._named = casing.named
        self._alone = casing.alone
        self._surnames = casing.surnames
        self._known = known

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for sentence in self._sentences:
            at, last = sentence.tokens
            while at < last:
                if self._named[at]:
                    begin = self._begin(at, sentence.tokens[0])
                    end = self._end(at, last)
                    yield begin, end
                    at = end
                else:
                    at += 1

    def _gap(self, at: int) -> str:
        """What stands between a token and the next."""
        return self._plain[self._tokens[at].end : self._tokens[at + 1].start]

    def _word(self, at: int) -> Token:
        return self._tokens[at]

    def _written(self, at: int) -> str:
        return self._plain[self._tokens[at].start : self._tokens[at].end]

    def _begin(self, at: int, first: int) -> int:
        """A particle before the first word belongs to it: de Blasio, al-Assad."""
        begin = at
        while (
            begin > first
            and self._tokens[begin - 1].norm in self._known.openers
            and _SPACE.fullmatch(self._gap(begin - 1))
        ):
            begin -= 1
        return begin

    def _end(self, at: int, last: int) -> int:
        end = at + 1
        while end < last:
            step = self._step(at, end, last)
            if step == 0:
                return end
            end += step
        return end

    def _step(self, begin: int, end: int, last: int) -> int:
        """How many more tokens from `end` on belong to the name that began at `begin`; 0: none."""
        gap = self._gap(end - 1)
        if not _GLUE.fullmatch(gap):
            return 0
        previous = self._written(end - 1)
        if previous.endswith("'s") and gap == " ":
            return int(self._named[end] and self._is_inner_possessive(begin, end, last))
        if gap.startswith(".") and not self._may_carry_stop(end - 1, gap):
            return 0
        if self._named[end]:
            return int(not (self._is_pair(begin, end) if gap == "-" else self._is_aside(begin, end, last)))
        if self._shapes[end] is Shape.NUMBER:
            return int(gap == "-" and (self._shapes[end - 1] is Shape.ACRONYM or end - 1 == begin))
        if gap == "-":
            word = self._tokens[end]
            return int(
                self._shapes[end] is Shape.LOWER and not self._known.is_ordinary(word.stem) and len(word.norm) > 2
            )
        return self._joint(begin, end, last) if gap == " " else 0

    def _is_pair(self, begin: int, end: int) -> bool:
        """Whether a hyphen joins two names: a Lindqvist-Osei debate, US-China talks."""
        left, right = self._tokens[end - 1].norm, self._tokens[end].norm
        places = self._known.places
        if (left,) in places or (left, right) in places:
            return (left, right) not in places
        return (
            left in self._alone
            and right in self._alone
            and left not in self._known.particles
            and left not in self._known.given
        )

    def _is_aside(self, begin: int, end: int, last: int) -> bool:
        """Whether an acronym and a name only meet: "told CNN Lindqvist was there"."""
        word = self._tokens[end]
        return (
            begin == end - 1
            and self._shapes[begin] is Shape.ACRONYM
            and word.norm in self._surnames
            and word.norm not in self._known.place_words
            and not (end + 1 < last and self._named[end + 1])
        )

    def _may_carry_stop(self, at: int, gap: str) -> bool:
        word = self._tokens[at]
        if len(word.norm) == 1:
            return gap == "." or self._shapes[at] >= Shape.CAPITAL
        return gap == ". " and (
            word.norm in self._known.honorifics
            or word.norm in ("st", "mt", "ft", "jr", "sr")
            or word.norm in self._known.heads
        )

    def _is_inner_possessive(self, begin: int, end: int, last: int) -> bool:
        """St Paul's Cathedral, Women's World Cup; but Britain's | Labour Party."""
        word = self._tokens[end - 1]
        if self._tokens[begin].norm in ("st", "saint"):
            return True
        known = self._known
        if self._tokens[end].norm in known.given or word.norm in known.given:
            return False
        return begin == end - 1 and known.is_ordinary(word.stem)

    def _joint(self, begin: int, end: int, last: int) -> int:
        norm = self._tokens[end].norm
        ahead = end
        while (
            ahead < last
            and ahead - end < 3
            and self._tokens[ahead].norm in self._known.particles
            and self._is_spaced(ahead)
        ):
            ahead += 1
        if ahead > end and ahead < last and self._named[ahead]:
            return ahead - end + 1
        ahead = end + 1
        if norm in ("of", "for", "on") and ahead < last and self._is_spaced(end):
            if self._tokens[ahead].norm == "the" and self._is_spaced(ahead):
                ahead += 1
            if ahead < last and self._named[ahead] and self._opens(begin, end, norm):
                return ahead - end + 1
        if (
            norm == "and"
            and ahead < last
            and self._named[ahead]
            and self._is_spaced(end)
            and self._goes_on(begin, end, last)
        ):
            return 2
        return 0

    def _is_spaced(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and self._gap(at) in (" ", "-")

    def _opens(self, begin: int, end: int, joint: str) -> bool:
        """Whether the last word before "of" or "for" is one that names begin with: University, Bank, Movement."""
        word = self._tokens[end - 1]
        known = self._known
        if word.norm in known.heads or word.norm in known.nobles:
            return joint == "of" and (word.norm == "secretary" or word.norm in known.nobles)
        first = self._tokens[begin].norm
        if end - begin > 1 and (first in known.given or first in known.honorifics or first in known.heads):
            return False
        if joint == "of":
            listed = (word.norm,) in known.places or (word.norm,) in known.peoples or word.norm in known.given
            return (known.is_ordinary(word.stem) and not listed and self._shapes[end - 1] is not Shape.ACRONYM) or (
                word.norm in known.organisation or self._tokens[begin].norm == "united"
            )
        return word.norm in known.organisation

    def _goes_on(self, begin: int, end: int, last: int) -> bool:
        """Whether "and" joins words of one name: the part before is no name alone, the part after ends as names do."""
        known, tokens = self._known, self._tokens
        stop = end + 1
        while stop < last and self._named[stop] and (stop == end + 1 or self._gap(stop - 1) == " "):
            stop += 1
        before, final = tokens[end - 1], tokens[stop - 1]
        if before.norm in known.given or (before.norm,) in known.places or (before.norm,) in known.peoples:
            return False
        if not known.is_ordinary(before.stem) or before.norm in known.organisation or before.norm in known.heads:
            return False
        inside = any(tokens[at].norm in ("of", "for") for at in range(begin, end))
        if inside:
            return known.is_ordinary(final.stem) and (tokens[end + 1].norm,) not in known.places
        return stop > end + 2 and (final.norm in known.organisation or final.norm in known.other) and begin == end - 1
