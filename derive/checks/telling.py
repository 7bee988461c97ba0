"""Where words of one text are told again in a sentence of another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from derive.checks.examination import Examination
from derive.facts.polarity.words import ROOT, alike, is_adverb
from derive.facts.reading import Reading
from derive.model import Document, Sentence, Span

_WINDOW = 12  # words on either side that still belong to one telling
_FADE = 0.85  # each further word of the phrase counts for less
_ADVERB = 0.3
_FIGURE = 1.6
_LEAD = 2  # words before the head that a finding may begin with
_PLACES = 30  # of one word in a sentence
_SEAM = 2  # words on either side of a gap
_QUOTED = 4  # words from which a quotation is the quote checks' business; below, marks are only put about a word


# An identity: what is derived from a reading's words is kept by it.
class Words(Struct, frozen=True, eq=False, dict=True):
    """The words of a reading."""

    reading: Reading

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What each of them is compared by."""
        return self.reading.clauses.keys

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """Its words in their form for matching."""
        return tuple([token.norm for token in self.document.tokens])

    @cached_property
    def _roots(self) -> dict[str, list[str]]:
        """The keys by the letters that words of one root begin with."""
        found: dict[str, list[str]] = {}
        for key in dict.fromkeys(self.keys):
            found.setdefault(key[:ROOT], []).append(key)
        return found

    @cached_property
    def _asked(self) -> dict[str, frozenset[str]]:
        return {}

    def alike(self, key: str) -> frozenset[str]:
        """The keys of the text that are of a word or of its root."""
        found = self._asked.get(key)
        if found is None:
            begins = dict.fromkeys((key[:ROOT], f"re{key}"[:ROOT], key.removeprefix("re")[:ROOT]))
            found = self._asked[key] = frozenset(
                one for begin in begins for one in self._roots.get(begin, ()) if alike(one, key)
            )
        return found

    @cached_property
    def bags(self) -> tuple[frozenset[str], ...]:
        """The keys in each sentence, to pass over most sentences quickly."""
        return tuple(frozenset(self.keys[slice(*sentence.tokens)]) for sentence in self.document.sentences)

    @cached_property
    def verbatim(self) -> frozenset[tuple[str, ...]]:
        """Its sentences, word for word."""
        return frozenset(self.norms[slice(*sentence.tokens)] for sentence in self.document.sentences)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """The insides of all quotations of some length."""
        return tuple(piece for one in self.reading.facts.quotes if len(one.words) >= _QUOTED for piece in one.pieces)

    def is_quoted(self, span: Span) -> bool:
        """Whether words stand in a quotation, which has checks of its own."""
        return any(one.contains(span) for one in self.quotations)

    def norm(self, at: int) -> str:
        """The form of a word for matching; empty beyond the ends."""
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def text(self, span: Span) -> str:
        """What a span covers."""
        return span.of(self.document.plain)

    def span(self, first: int, last: int) -> Span:
        """The span from one word to another, both included."""
        return self.document.tokens[first].span.to(self.document.tokens[last].span)

    def at(self, span: Span) -> tuple[int, int]:
        """The range of its words that begin in a span."""
        starts = self.document.starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)

    def asks(self, sentence: Sentence) -> bool:
        """Whether a sentence is a question."""
        return self.text(sentence.span).rstrip("\"”'’").endswith("?")


@lru_cache(maxsize=2)
def words_of(examination: Examination) -> tuple[Words, list[Words]]:
    """Those of the rewrite and of each source, kept for the checks that read them."""
    return Words(examination.rewrite), [Words(source) for source in examination.sources]


class Told(Struct, frozen=True):
    """How much of a phrase is told (0 to 1), where (word positions, ascending), and where its first word is."""

    share: float
    at: tuple[int, ...]
    head: int | None


NOWHERE = Told(0.0, (), None)


def told(
    phrase: Sequence[int], origin: Words, other: Words, sentence: Sentence, head: str = "", window: int = _WINDOW
) -> Told:
    """The place in a sentence that tells most of a phrase (word positions of `origin`, weightiest first).

    `head` stands for the key of the first word, where that is not its own. `window`: words on either side.
    """
    if not phrase:
        return NOWHERE
    first, last = sentence.tokens
    wanted = [head or origin.keys[phrase[0]], *(origin.keys[at] for at in phrase[1:])]
    bag = other.bags[sentence.index]
    places: list[list[int]] = []
    for one in wanted:
        same = other.alike(one)
        if same.isdisjoint(bag):
            places.append([])
        else:
            places.append([at for at in range(first, last) if other.keys[at] in same][:_PLACES])
    if not any(places):
        return NOWHERE
    weights = [_weight(origin, at, rank) for rank, at in enumerate(phrase)]
    total = sum(weights)
    there = [(rank, found) for rank, found in enumerate(places) if found]
    best = NOWHERE
    for centre in sorted({at for _, found in there for at in found}):
        inside = {rank: at for rank, found in there if abs((at := _nearest(found, centre)) - centre) <= window}
        share = sum(weights[rank] for rank in inside) / total
        if share > best.share + 1e-9:
            best = Told(share, tuple(sorted(set(inside.values()))), inside.get(0))
    return best


def _nearest(places: list[int], centre: int) -> int:
    """Of some positions the one that is nearest to another, the first of two."""
    return places[0] if len(places) == 1 else min(places, key=lambda at: abs(at - centre))


def seam(gap: tuple[int, int], origin: Words, place: Sentence, other: Words, sentence: Sentence) -> int | None:
    """Where a sentence has the words before and after a gap (a range of word positions of `origin`) side by side.

    The position of the word after the seam: there, word for word, what stood in the gap is gone.
    """
    first, last = place.tokens
    left = origin.norms[max(first, gap[0] - _SEAM) : gap[0]]
    right = origin.norms[gap[1] : min(last, gap[1] + _SEAM)]
    if len(left) + len(right) <= _SEAM or not right:
        return None
    wanted, size = left + right, len(left) + len(right)
    start, end = sentence.tokens
    for at in range(start, end - size + 1):
        if other.norms[at] == wanted[0] and other.norms[at : at + size] == wanted:
            return at + len(left)
    return None


def about(words: Words, found: Told, longest: int) -> Span:
    """The told words about the head, few enough to be read at a glance."""
    head = found.head if found.head is not None else found.at[0]
    first = min(at for at in (*found.at, head) if head - _LEAD <= at <= head)
    return words.span(first, max(at for at in (*found.at, head) if first <= at < first + longest))


def _weight(words: Words, at: int, rank: int) -> float:
    factor = _FIGURE if words.keys[at][:1] == "#" else _ADVERB if is_adverb(words.norm(at)) else 1.0
    return factor * _FADE**rank
