"""A word in the place of another that it excludes, among the same words: month for week, mother for sister."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from derive.checks.edits import Edit, edits_of, span_of
from derive.checks.examination import Examination
from derive.facts.polarity.lexicon import outright
from derive.facts.polarity.words import is_light
from derive.facts.rivals import Rival, rivals
from derive.model import Change, Document, Sentence, Severity, Witness


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
    """Two meanings of one family that an edit exchanged; none where the words have only changed places."""
    here, there = examination.rewrite.document, examination.sources[edit.place.source].document
    ours = [one for one in rivals(here.tokens, *sentence.tokens) if one.check == check]
    theirs = [one for one in rivals(there.tokens, *edit.place.sentence.tokens) if one.check == check]
    here_often, there_often = Counter(map(_meaning, ours)), Counter(map(_meaning, theirs))
    for mine in ours:
        for other in theirs:
            if mine.family != other.family or mine.meaning == other.meaning:
                continue
            come = here_often[_meaning(mine)] > there_often[_meaning(mine)]
            gone = here_often[_meaning(other)] < there_often[_meaning(other)]
            if come and gone and _covers(here, mine.words, edit.mine) and _covers(there, other.words, edit.theirs):
                return mine, other
    return None


def _meaning(one: Rival) -> tuple[str, int]:
    return one.family, one.meaning


def _covers(document: Document, words: range, edit: range) -> bool:
    """Whether an edit put these words, and with them nothing that says more than "was", "the": a "not" does."""
    others = [document.tokens[at].norm for at in edit if at not in words]
    return len(others) < len(edit) and all(is_light(norm) and norm not in outright() for norm in others)
