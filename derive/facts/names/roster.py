"""Whether a text knows a name, in whatever form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from derive.facts import lexicon
from derive.facts.names.entities import initials
from derive.facts.names.likeness import is_same
from derive.facts.names.name import Name, NameKind
from derive.facts.names.vocabulary import vocabulary
from derive.model import Document

# Words that acronyms skip, in the languages that news takes long forms from.
_SMALL = frozenset("of the for and on at in to a de la le les des du et del y dos da do e und der die das".split())
_ELIDED = ("d'", "l'")


@cache
def _aliases() -> dict[tuple[str, ...], frozenset[tuple[str, ...]]]:
    groups = [tuple(tuple(one.split()) for one in group) for group in lexicon.load("names")["same"]["entities"]]
    table: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
    for group in groups:
        for one in group:
            table[one] = table.get(one, frozenset()) | frozenset(group)
    return table


def aliases(form: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Other names that are known for an entity, a country's word before it left out: US Department of Defense."""
    known = vocabulary()
    for cut in (0, 1, 2):
        if cut == 0 or form[:cut] in known.places or form[:cut] in known.peoples:
            found = _aliases().get(form[cut:])
            if found is not None:
                return found
    return frozenset()


class Roster:
    """The words, names, places and acronyms of one text or several."""

    def __init__(self, texts: Iterable[tuple[Document, Sequence[Name]]]) -> None:
        self.words: set[str] = set()
        self.names: list[Name] = []
        self._places: set[str] = set()
        self._known: dict[str, bool] = {}
        runs: list[str] = []
        phrases: list[str] = []
        for document, names in texts:
            self.names.extend(names)
            norms = [token.norm for token in document.tokens]
            self.words.update(norms)
            self.words.update(norm.replace("'", "") for norm in norms if "'" in norm)
            # McDonald's is McDonalds elsewhere.
            self.words.update(
                token.norm + "s" for token in document.tokens if document.plain.startswith("'s", token.end - 2)
            )
            self._find_places([norm.removeprefix("d'") for norm in norms])
            for name in names:
                # Written apart here, together there: Sun Hyung, Sunhyung.
                self.words.update(one + two for one, two in zip(name.tokens, name.tokens[1:], strict=False))
            for sentence in document.sentences:
                runs.extend(_runs(norms[sentence.tokens[0] : sentence.tokens[1]]))
            phrases.append(" ".join(norm for norm in norms if norm not in _SMALL))
        self._runs = " ".join(runs)
        self._text = f" {' | '.join(phrases)} "
        self.forms = {name.tokens for name in self.names}
        self._name_words = sorted({word for form in self.forms for word in form})

    def _find_places(self, norms: Sequence[str]) -> None:
        known = vocabulary()
        places, peoples = known.places, known.peoples
        for size in (1, 2, 3):
            forms = zip(*(norms[at:] for at in range(size)), strict=False)
            for form in [form for form in forms if form in places or form in peoples]:
                place = places.get(form) or peoples[form]
                self._places.add(place)
                seat = known.seats.get(place)
                self._places.update((seat,) if seat else ())

    def knows(self, word: str) -> bool:
        """Whether a word (normal form) stands here, in this spelling or as the same word in another."""
        if word not in self._known:
            place = vocabulary().places.get((word,)) or vocabulary().peoples.get((word,))
            self._known[word] = (
                word in self.words
                or word.replace("'", "") in self.words
                or (place is not None and place in self._places)
                or any(is_same(word, one) for one in self._name_words)
            )
        return self._known[word]

    def unknown(self, name: Name) -> tuple[str, ...]:
        """The words of a name that stand nowhere here; empty when the name, or an equal of it, does."""
        known = vocabulary()
        form = name.tokens
        place = known.places.get(form)
        if place is not None and (place in self._places or known.seats.get(place) in self._places):
            return ()
        missing = tuple(word for word in form if word not in known.legal and not self.knows(word))
        if not missing or self._is_acronym(form) or any(self._has(alias) for alias in aliases(form)):
            return ()
        if len(form) > 1 and "".join(form) in self.words:
            return ()
        if name.kind is NameKind.UNKNOWN and len(form) == 1 and {form[0] + "s", form[0].removesuffix("s")} & self.words:
            return ()  # Jesuits, a Jesuit
        return missing

    def says(self, form: tuple[str, ...]) -> bool:
        """Whether the words stand here side by side."""
        return f" {' '.join(form)} " in self._text

    def _is_acronym(self, form: tuple[str, ...]) -> bool:
        """Whether an acronym's long form stands here, or a long form's acronym."""
        if len(form) == 1:
            return 2 < len(form[0]) < 8 and form[0] in self._runs and not vocabulary().is_ordinary(form[0])
        return len(form) > 2 and initials(form) in self.words

    def _has(self, form: tuple[str, ...]) -> bool:
        return form in self.forms or (len(form) == 1 and form[0] in self.words)


def _runs(norms: Sequence[str]) -> Iterator[str]:
    """The first letters of a sentence's words, with and without the small ones: where acronyms come from."""
    bare = [norm[2:] if norm.startswith(_ELIDED) else norm for norm in norms]
    yield "".join(norm[:1] for norm in bare)
    yield "".join(norm[:1] for norm in bare if norm not in _SMALL)
