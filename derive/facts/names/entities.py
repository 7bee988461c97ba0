"""Which names of a document are one entity: full name and surname, long form and acronym, place and its other name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from derive.facts.names.name import NameKind
from derive.facts.names.parts import Part
from derive.facts.names.vocabulary import Vocabulary


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
    """The longer form that a short one stands for: persons first, then the first in the text."""
    if len(form) == 1 and form[0] in acronyms:
        return acronyms[form[0]]
    if form in known.places:
        return None
    if len(form) == 1 and (form[0] in known.organisation or form[0] in known.place):
        found = [longer for longer in fuller.get(form[0], ()) if longer[-1] == form[0] and len(longer) < 4]
    else:
        ends = dict.fromkeys((form[-1], form[0]))
        found = [
            longer
            for word in ends
            for longer in fuller.get(word, ())
            if len(longer) > len(form) and _is_short(form, longer)
        ]
    if kinds[form] is NameKind.PERSON:
        found = [longer for longer in found if kinds[longer] in (NameKind.PERSON, NameKind.UNKNOWN)]
    found.sort(key=lambda longer: (kinds[longer] is not NameKind.PERSON, longer[-1] != form[-1]))
    return found[0] if found else None


def _is_short(form: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a form is the begin, the end, or first and last word of a longer one."""
    size = len(form)
    return (
        longer[:size] == form or longer[-size:] == form or (size > 1 and (longer[0], longer[-1]) == (form[0], form[-1]))
    )
