"""Which names of a document are one entity: full name and surname, long form and acronym, place and its other name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from derive.facts.names.name import NameKind
from derive.facts.names.parts import Part
from derive.facts.names.vocabulary import Vocabulary

_KNOWN_LONGER = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.OTHER)


def initials(words: Iterable[str]) -> str:
    """The first letters of the words."""
    return "".join(word[0] for word in words)


def keys(
    parts: Sequence[Part], spelled: Sequence[str], known: Vocabulary
) -> dict[tuple[str, ...], tuple[str, NameKind]]:
    """For each normal form its entity's key and kind. `spelled[i]` is the initials of part i, small words included."""
    counts = Counter(part.tokens for part in parts)
    kinds: dict[tuple[str, ...], NameKind] = {}
    for part in parts:
        if kinds.get(part.tokens, NameKind.UNKNOWN) is NameKind.UNKNOWN:
            kinds[part.tokens] = part.kind
    first = {form: at for at, form in reversed(list(enumerate(part.tokens for part in parts)))}
    fuller: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(counts, key=lambda one: (first[one], one)):
        if len(form) > 1:
            for word in dict.fromkeys((form[-1], form[0])):
                fuller.setdefault(word, []).append(form)
    acronyms: dict[str, tuple[str, ...]] = {}
    for part, letters in zip(parts, spelled, strict=True):
        if len(part.tokens) > 1:
            acronyms.setdefault(initials(part.tokens), part.tokens)
            acronyms.setdefault(letters, part.tokens)
    result: dict[tuple[str, ...], tuple[str, NameKind]] = {}
    for form in sorted(counts, key=lambda one: (-len(one), first[one], one)):
        parent = _parent(form, kinds, fuller, acronyms, known)
        if parent is not None and parent in result:
            key, kind = result[parent]
            result[form] = (key, kind if kind is not NameKind.UNKNOWN else kinds[form])
        else:
            result[form] = (known.places.get(form, " ".join(form)), kinds[form])
    return result


def _parent(
    form: tuple[str, ...],
    kinds: dict[tuple[str, ...], NameKind],
    fuller: dict[str, list[tuple[str, ...]]],
    acronyms: dict[str, tuple[str, ...]],
    known: Vocabulary,
) -> tuple[str, ...] | None:
    """The longer form that a short one stands for, the first in the text when there are several."""
    if len(form) == 1 and form[0] in acronyms:
        return acronyms[form[0]]
    if form in known.places:
        return None
    person = kinds[form] is NameKind.PERSON
    for longer in fuller.get(form[-1], ()) if len(form) > 1 else _ends(form[0], fuller, known):
        if len(longer) <= len(form):
            continue
        if person and kinds[longer] not in (NameKind.PERSON, NameKind.UNKNOWN):
            continue
        if len(form) == 1 or longer[-len(form) :] == form or longer[: len(form)] == form or longer[0] == form[0]:
            return longer
    return None


def _ends(word: str, fuller: dict[str, list[tuple[str, ...]]], known: Vocabulary) -> list[tuple[str, ...]]:
    """Longer names for a lone word: those it ends (a surname) before those it begins."""
    if word in known.organisation or word in known.place:
        return [longer for longer in fuller.get(word, ()) if longer[-1] == word and len(longer) == 2]
    found = fuller.get(word, [])
    return [one for one in found if one[-1] == word] + [one for one in found if one[-1] != word]
