"""A statement is credited to somebody else than in the original, or a credit that made it a claim is gone.

Who said it is half of what was said: a threat by the minister is another story than the same words from a rival.

Fires:
- a quotation, or a statement told in other words, that the original gives to another person, body or outlet
- what the original tells in its own voice, credited to somebody who does not say it there
- (warning) a claim, an accusation, a denial or a verdict of somebody, told as a fact without any credit
- the mouthpiece of another body; a sentence that is nothing but a statement, credited to another kind of speaker

Quiet:
- he, she, "the minister", a surname, an acronym or an office for the same speaker; a role for the name
- a wider word for the speaker (officials, experts), a body for its spokesman and the other way round
- a speaker who says the same elsewhere in any original, or whose words the original only continues
- pronouns and roles that could mean more than one, quotations whose speaker the text does not tell
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from msgspec.structs import replace

from derive.checks.credits import Credits, Match, credits_of
from derive.checks.dropped import dropped
from derive.checks.examination import Check, Examination
from derive.checks.sayings import named_near, speaks, words_in
from derive.checks.surroundings import alone, carried, words_near
from derive.facts.speakers import Act, Certainty, Entity, Kind, Statement, Verdict, compare, informed, parted
from derive.model import Change, Document, Severity, Span, Witness

_CLOSE = 0.4  # share of the content's weight that a passage of a linked sentence must hold to be the statement's origin
_APART = 0.6  # the same where no link leads to the sentence
_LEAD = 0.15  # the other speaker's passage must be so much closer than any that fits
_TOLD = 0.6  # the same for narration, which shares topic words with everything

_FEW = 3  # content words that must be shared where neither a link nor a quotation leads to the sentence
_SHOWN = 80  # characters of the original's narration in a message
_TELLING = frozenset({Act.SAY, Act.CLAIM, Act.REPORT, Act.CONFIRM, Act.WARN, Act.DENY})


def run(examination: Examination) -> Iterator[Change]:
    """One change for each statement with another speaker."""
    credits = credits_of(examination)
    known = dict.fromkeys(one for s in examination.sources for t in s.facts.statements for one in t.entities)
    inform = cache(partial(informed, others=known))
    reported: set[Span] = set()
    wronged: set[int] = set()  # speakers whose pronouns only go on with a change that is reported
    told = _told(examination.rewrite.facts.statements)
    outer: Statement | None = None
    for statement in examination.rewrite.facts.statements:
        if statement.certainty is Certainty.UNKNOWN or not statement.entities or statement.speaker in reported:
            continue
        inner = statement.span in told or (outer is not None and _inside(examination, outer, statement))
        outer = statement
        if inner:
            continue
        speakers = {one.id for one in statement.entities}
        if statement.pronoun and speakers & wronged:
            continue
        mine = tuple(map(inform, statement.entities))
        other = _other(examination, credits, statement, mine)
        if other is not None and _same_words(statement, other):
            continue
        wronged = (wronged - speakers) if other is None else (wronged | speakers)
        if other is not None:
            reported.add(statement.speaker)
            yield _change(examination, statement, other)
    yield from _dropped(examination, credits)


def _same_words(statement: Statement, other: Match) -> bool:
    """Whether both have the same credit without a subject ("…, blaming the weather"): nobody could tell them apart."""
    theirs = other.passage.statement
    return theirs is not None and not statement.pronoun and statement.text.casefold() == theirs.text.casefold()


def _told(statements: tuple[Statement, ...]) -> frozenset[Span]:
    """The spans of the statements inside what the one right behind them says: "A is sure that …, B said"."""
    return frozenset(
        one.span
        for one, following in pairwise(statements)
        if any(span.contains(one.span) for span in following.content)
    )


def _dropped(examination: Examination, credits: Credits) -> Iterator[Change]:
    """A warning for each claim of somebody that the rewrite tells as a fact."""
    for span, passage in dropped(examination, credits):
        theirs = passage.statement
        if theirs is not None:
            words = _line(span.of(examination.rewrite.document.plain))
            message = f'"{words} …" is told as a fact — the original has "{_line(theirs.text)}"'
            witness = Witness(passage.source, theirs.span)
            yield Change("attribution", Severity.WARNING, message, span, witness, words.casefold())


def _inside(examination: Examination, outer: Statement, statement: Statement) -> bool:
    """Whether a statement is what another one says: "Lindqvist said that the minister said …" is Lindqvist's affair."""
    if any(span.contains(statement.span) for span in outer.content):
        return True
    document = examination.rewrite.document
    end = outer.content[-1].end if outer.content else outer.span.end
    if end > statement.span.start or document.sentence_at(outer.span.start) != document.sentence_at(
        statement.span.start
    ):
        return False
    between = document.plain[end : statement.span.start].split()
    return not between or between[-1] in ("that", "how")


def _other(examination: Examination, credits: Credits, statement: Statement, mine: tuple[Entity, ...]) -> Match | None:
    """The passage that gives the statement to somebody else, if none gives it to its speaker."""
    fits = 0.0
    differs: Match | None = None
    told: Match | None = None
    for match in credits.of(statement):
        passage = match.passage
        lone = match.linked and match.score < _APART and alone(examination, credits, statement, passage)
        strong = replace(match, score=_APART) if lone else match
        if passage.statement is None:
            told = match if told is None or match.score > told.score else told
        elif not _apart(examination, credits, strong, statement, mine):
            fits = max(fits, match.score)
        elif not match.quoted and not match.linked and match.shared < _FEW:
            continue
        elif differs is None or strong.score > differs.score:
            differs = strong
    least = told.score - 0.1 if told is not None else 0.0
    if differs is not None and differs.score >= max(least, fits + _LEAD, _CLOSE if differs.linked else _APART):
        return differs
    if told is None or told.quoted or told.score < max(_TOLD, fits + 2 * _LEAD) or statement.pronoun:
        return None
    return told if statement.act in _TELLING and credits.foreign(told, mine) else None


def _apart(
    examination: Examination, credits: Credits, match: Match, statement: Statement, mine: tuple[Entity, ...]
) -> bool:
    """Whether the passage's speaker is certainly another one."""
    passage, theirs = match.passage, match.passage.statement
    if (
        theirs is None
        or carried(examination, credits, match.passage, mine)
        or credits.mentions(passage, mine)
        or credits.mentioned(statement, passage.entities)
    ):
        return False  # one of the two speaks inside the other's words
    if not match.quoted and _about(statement, theirs):
        return False
    document = examination.sources[passage.source].document
    if speaks(document, words_in(document, (theirs.span,)), mine):
        return False  # "the director of the institute, Lindqvist, said", read as the institute
    near = credits.named_near(passage, mine)
    if near and theirs.certainty is not Certainty.SURE:
        return False  # "The company denied …", and her chief executive speaks in the next sentence
    if not _genders_differ(mine, passage.entities):
        if theirs.pronoun and (statement.pronoun or near):
            return False  # the pronoun could mean either
        if statement.pronoun and named_near(examination.rewrite.document, statement.span, passage.entities, mine):
            return False
    if not _may_be_apart(examination, credits, match, statement, mine):
        return False
    verdict = compare(mine, passage.entities)
    if verdict is Verdict.NARROWED:
        return match.score >= _APART and not near
    if verdict in (Verdict.UNKNOWN, Verdict.SAME) and match.score >= _APART and len(mine) == len(passage.entities) == 1:
        return parted(mine[0], passage.entities[0], lambda words: words_near(examination, passage, words))
    return verdict is Verdict.DIFFERENT


def _may_be_apart(
    examination: Examination, credits: Credits, match: Match, statement: Statement, mine: tuple[Entity, ...]
) -> bool:
    """Whether two bodies, one of them only "the company", are different ones by what kind of body they are."""
    theirs = match.passage.statement
    if theirs is None or any(one.kind is not Kind.BODY for one in (*mine, *match.passage.entities)):
        return True
    ones = _unnamed(examination.rewrite.document, statement, mine)
    others = _unnamed(examination.sources[match.passage.source].document, theirs, match.passage.entities)
    return (ones, others) == (mine, match.passage.entities) or compare(ones, others) is Verdict.DIFFERENT


def _unnamed(document: Document, statement: Statement, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The speakers of a statement, without the names that only other sentences give them."""
    bare = statement.speaker.of(document.plain)[1:].islower()
    return tuple(replace(one, names=frozenset()) for one in entities) if bare else entities


def _genders_differ(mine: tuple[Entity, ...], theirs: tuple[Entity, ...]) -> bool:
    return all(one.gender and other.gender and one.gender != other.gender for one in mine for other in theirs)


def _about(mine: Statement, theirs: Statement) -> bool:
    """Whether two statements only speak of the same thing: praise, blame and questions name what others tell."""
    loose = {mine.act, theirs.act} & {Act.JUDGE, Act.DESCRIBE, Act.ASK}
    return mine.cue == "agree" or (bool(loose) and mine.act is not theirs.act)


def _line(text: str) -> str:
    return " ".join(text.split())


def _change(examination: Examination, statement: Statement, other: Match) -> Change:
    passage = other.passage
    document = examination.sources[passage.source].document
    theirs = passage.statement
    if theirs is not None:
        span = theirs.span
        message = f'"{_line(statement.text)}" — the original has "{_line(theirs.text)}"'
        sure = theirs.certainty is statement.certainty is Certainty.SURE
    else:
        first, last = passage.words[0], passage.words[-1]
        span = document.tokens[first].span.to(document.tokens[last].span)
        words = _line(span.of(document.plain))
        message = f'"{_line(statement.text)}" — the original says this without a speaker: "{words[:_SHOWN]}"'
        sure = False
    severity = Severity.ERROR if sure else Severity.WARNING
    return Change(
        "attribution",
        severity,
        message,
        statement.span,
        Witness(passage.source, span),
        _line(statement.text).casefold(),
    )


CHECK = Check("attribution", "a statement credited to somebody else", Severity.ERROR, run, __doc__)
