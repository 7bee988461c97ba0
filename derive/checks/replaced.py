"""A word in the place of another that it excludes, among the same words: month for week, mother for sister."""

from __future__ import annotations

from collections.abc import Iterator

from derive.checks.edits import Edit, edits_of, span_of
from derive.checks.examination import Examination
from derive.facts.rivals import Rival, rivals
from derive.model import Change, Sentence, Severity, Witness


def replaced(examination: Examination, check: str) -> Iterator[Change]:
    """The changes of that kind which are one check's business."""
    for sentence in examination.sentences:
        for edit in edits_of(examination).get(sentence.index, ()):
            pair = _rivals(examination, sentence, edit, check)
            if pair is not None:
                mine, theirs = pair
                here, there = examination.rewrite.document, examination.sources[edit.place.source].document
                span, witness = span_of(here, mine.words), span_of(there, theirs.words)
                old, new = witness.of(there.plain), span.of(here.plain)
                message = f'"{new}" — the original has "{old}" in this place'
                value = f"{new.casefold()} <- {old.casefold()}"
                yield Change(check, Severity.ERROR, message, span, Witness(edit.place.source, witness), value)


def _rivals(examination: Examination, sentence: Sentence, edit: Edit, check: str) -> tuple[Rival, Rival] | None:
    """Two meanings of one family that an edit exchanged; none where either sentence has the other's as well."""
    here, there = examination.rewrite.document, examination.sources[edit.place.source].document
    ours = [one for one in rivals(here.tokens, *sentence.tokens) if one.check == check]
    theirs = [one for one in rivals(there.tokens, *edit.place.sentence.tokens) if one.check == check]
    for mine in ours:
        for other in theirs:
            if mine.family != other.family or mine.meaning == other.meaning:
                continue
            if not (_covers(mine.words, edit.mine) and _covers(other.words, edit.theirs)):
                continue
            kept = any((one.family, one.meaning) == (mine.family, mine.meaning) for one in theirs)
            told = any((one.family, one.meaning) == (other.family, other.meaning) for one in ours)
            if not kept and not told:
                return mine, other
    return None


def _covers(words: range, edit: range) -> bool:
    return words.start <= edit.start and edit.stop <= words.stop
