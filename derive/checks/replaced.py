"""A word in the place of another that it excludes, among the same words: month for week, mother for sister."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from derive.checks.edits import Edit, edits_of, span_of
from derive.checks.examination import Examination
from derive.checks.telling import Words, words_of
from derive.facts.polarity.lexicon import outright
from derive.facts.polarity.words import is_light
from derive.facts.rivals import Rival, rivals
from derive.model import Change, Document, Sentence, Severity, Witness

_UNDER_DENIAL = frozenset(("before", "until", "till"))  # "not before Sunday" is "not until Sunday"


def replaced(examination: Examination, check: str, told: Iterable[Change] = ()) -> Iterator[Change]:
    """The changes of that kind which are one check's business and which it has not told yet."""
    seen = [change.span for change in told]
    for sentence in examination.sentences:
        values: set[str] = set()
        for edit in edits_of(examination).get(sentence.index, ()):
            pair = _rivals(examination, sentence, edit, check)
            if pair is not None:
                mine, theirs = pair
                here, there = examination.rewrite.document, examination.sources[edit.place.source].document
                span, witness = span_of(here, mine.words), span_of(there, theirs.words)
                if any(span.overlaps(other) for other in seen):
                    continue
                old, new = witness.of(there.plain), span.of(here.plain)
                message = f'"{new}" — the original has "{old}" in this place'
                value = f"{new.casefold()} <- {old.casefold()}"
                if value in values:
                    continue  # "quarter-on-quarter" is one change
                values.add(value)
                yield Change(check, Severity.ERROR, message, span, Witness(edit.place.source, witness), value)


def _rivals(examination: Examination, sentence: Sentence, edit: Edit, check: str) -> tuple[Rival, Rival] | None:
    """Two meanings of one family that an edit exchanged.

    None where the words have only changed places, or where another linked sentence has the rewrite's meaning.
    """
    rewrite, sources = words_of(examination)
    ours = _of(check, rewrite, sentence)
    theirs = _of(check, sources[edit.place.source], edit.place.sentence)
    if not ours or not theirs:
        return None
    here, there = rewrite.document, sources[edit.place.source].document
    if check == "negation" and _denials(here, sentence) != _denials(there, edit.place.sentence):
        return None  # "all died": "none survived"
    ours_deny = bool(_denials(here, sentence) and _denials(there, edit.place.sentence))
    often = Counter(map(_meaning, ours))
    balance = often.copy()
    balance.subtract(map(_meaning, theirs))
    for mine in ours:
        for other in theirs:
            if mine.family != other.family or mine.meaning == other.meaning:
                continue
            if ours_deny and {here.tokens[mine.words[0]].norm, there.tokens[other.words[0]].norm} <= _UNDER_DENIAL:
                continue
            exchanged = balance[_meaning(mine)] > 0 > balance[_meaning(other)]
            if exchanged and _covers(here, mine.words, edit.mine) and _covers(there, other.words, edit.theirs):
                return None if _is_told(examination, sentence, mine, often[_meaning(mine)]) else (mine, other)
    return None


def _is_told(examination: Examination, sentence: Sentence, mine: Rival, times: int) -> bool:
    """Whether a linked sentence of any original has a meaning as many times as the rewrite's."""
    _, sources = words_of(examination)
    told = (_of(mine.check, sources[place.source], place.sentence) for place in examination.linked(sentence))
    return any(sum(_meaning(one) == _meaning(mine) for one in some) >= times for some in told)


def _of(check: str, words: Words, sentence: Sentence) -> list[Rival]:
    return [one for one in _wordings(words, sentence) if one.check == check]


@lru_cache(maxsize=1 << 9)
def _wordings(words: Words, sentence: Sentence) -> tuple[Rival, ...]:
    return tuple(rivals(words.document.tokens, *sentence.tokens))


def _denials(document: Document, sentence: Sentence) -> int:
    return sum(token.norm in outright() for token in document.tokens[slice(*sentence.tokens)])


def _meaning(one: Rival) -> tuple[str, int]:
    return one.family, one.meaning


def _covers(document: Document, words: range, edit: range) -> bool:
    """Whether an edit put these words, and with them nothing that says more than "was", "the": a "not" does."""
    if not edit:
        return words.start <= edit.start <= words.stop
    others = [document.tokens[at].norm for at in edit if at not in words]
    return len(others) < len(edit) and all(is_light(norm) and norm not in outright() for norm in others)
