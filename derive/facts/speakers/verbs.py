"""Who is the speaker of a reporting verb: before it, behind it, in a passive, or the one of the verb before."""

from __future__ import annotations

from derive.facts.speakers.frames import is_another, is_verb, takes_clause
from derive.facts.speakers.phrases import Kind, Phrase
from derive.facts.speakers.raw import Cue, Raw
from derive.facts.speakers.reach import after, apposed, before, is_reduced
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.subject import subject
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Act, Form, lexicon

_MODALS = frozenset("will would could may might must should can".split())
_BE = frozenset("is was were are be been being".split())
_JOINS = frozenset("who which when where while as and but or because that".split())
_QUOTED = 26  # words between "quoted" and "as saying"
_BY = 8  # words between "quoted by" and "as saying"
_WITH = 12  # words between "with" and its participle
_ENDS = frozenset({",", ";", "-", ":", "Q", ")", "("})


def statement(cue: Cue) -> Raw | None:
    """The statement that a verb credits, if it is one."""
    text, verb, index = cue.text, cue.verb, cue.index
    if (raw := _chained(cue)) is not None:
        return raw
    if not is_verb(cue) or is_reduced(text, index, cue.end):
        return None
    if verb.form is Form.ING:
        return _quoted_as(cue) or _participle(cue)
    phrase, group = subject(text, index, cue.floor, cue.first)
    if group < 0:
        return None
    if phrase is None and cue.last is not None and cue.last.end == group - 1 and text.norm[group - 1] == "who":
        return cue.credits(cue.last.phrase, group - 1, index + 1)  # "…, said Lindqvist, who added …"
    helped = {text.norm[i] for i in range(group, index)} & lexicon().auxiliaries
    if verb.form is Form.PAST and helped & _BE:
        return _passive(cue)
    one = phrase is not None and not phrase.plural and phrase.kind is not Kind.GROUP
    if helped & _MODALS or (verb.form is Form.BASE and one and not _done(text, group, index)):
        return None
    if phrase is not None and phrase.start >= cue.floor:
        if (
            group == index
            and text.mark[index] == ","
            and (turned := _inverted(cue)) is not None
            and _closes(cue, turned)
        ):
            return turned  # "…, in Bali, said Lindqvist." where the words before could be a subject too
        return cue.credits(phrase, phrase.start, index + 1) if takes_clause(cue, phrase) else None
    joined = group > cue.floor and text.norm[group - 1] in ("and", "but", "then")
    if joined and cue.last is not None:
        return _second(cue, cue.last, group)
    if text.mark[index] in ("Q", ",", "-") or (index > cue.first and text.quote[index - 1] >= 0):
        return _inverted(cue)
    return _coordinate(cue) if joined and _is_finite(cue, group) else None


def _chained(cue: Cue) -> Raw | None:
    """ "X went on to say", "X was quick to point out", "X kept saying"."""
    text, index = cue.text, cue.index
    if cue.verb.form is Form.BASE and text.norm[index - 1] == "to":
        at = index - 2
    elif cue.verb.form is Form.ING:
        at = index - 1
    else:
        return None
    at -= text.norm[at] == "on"
    if at <= cue.floor or text.norm[at] not in lexicon().catenatives or text.mark[index] != "":
        return None
    phrase, group = subject(text, at, cue.floor, cue.first)
    if phrase is None or group < 0 or not (cue.verb.clause and takes_clause(cue, phrase)):
        return None
    return cue.credits(phrase, phrase.start, index + 1)


def _is_finite(cue: Cue, group: int) -> bool:
    return cue.verb.form is not Form.BASE or _done(cue.text, group, cue.index)


def _done(text: Text, group: int, index: int) -> bool:
    """Whether a base form follows "does" or "did"."""
    return any(text.norm[at] in ("does", "did") for at in range(max(0, group - 1), index))


def _inverted(cue: Cue) -> Raw | None:
    """ "…, said X, the harbour master"."""
    verb = cue.verb
    if not verb.clause or verb.form is Form.BASE:
        return None
    if verb.addressed and (cue.text.quote[cue.index - 1] < 0 or verb.lemma in ("tell", "find", "show")):
        return None  # "“Stay indoors,” warned the mayor"
    phrase = after(cue.text, cue.index + 1, cue.end, cue.first)
    if phrase is None or (verb.lemma == "read" and phrase.kind is not Kind.DOCUMENT):
        return None
    if _has_verb(cue, phrase):
        return None  # "…, said it was over"
    phrase = apposed(cue.text, phrase, cue.end, cue.first)
    return cue.credits(phrase, cue.index, phrase.end)


def _has_verb(cue: Cue, phrase: Phrase) -> bool:
    """Whether a phrase behind the verb is the subject of what is said: no comma, preposition or adverb follows it."""
    text, at, lex = cue.text, phrase.end, lexicon()
    if at >= cue.end or text.mark[at] != "" or text.quote[at] >= 0:
        return False
    if phrase.kind is Kind.PRONOUN:
        return True
    word = text.norm[at]
    beside = word in lex.prepositions or word in lex.between or word in lex.determiners or word.endswith(("ly", "ing"))
    spoken = cue.index > 0 and text.quote[cue.index - 1] >= 0
    return not (spoken or beside or text.capital[at] or word in _JOINS)


def _closes(cue: Cue, raw: Raw) -> bool:
    """Whether a named speaker ends its clause, so that nothing is said behind it."""
    return bool(raw.phrase.name) and (raw.end >= cue.end or cue.text.mark[raw.end] in (",", "."))


def _passive(cue: Cue) -> Raw | None:
    """ "was described by X as", "were blamed by X"."""
    for at in range(cue.index + 1, min(cue.index + 6, cue.end - 1)):
        if cue.text.mark[at] in _ENDS:
            return None
        if cue.text.norm[at] == "by":
            phrase = after(cue.text, at + 1, cue.end, cue.first)
            if phrase is None or phrase.kind is Kind.PRONOUN:
                return None
            return cue.credits(phrase, cue.index, phrase.end, Certainty.LIKELY)
    return None


def _quoted_as(cue: Cue) -> Raw | None:
    """ "X was quoted as saying", "the Herald quoted X, the harbour master, as saying"."""
    text, index = cue.text, cue.index
    if index - 2 <= cue.floor or text.norm[index - 1] != "as":
        return None
    by = next((at for at in range(index - 2, max(cue.floor, index - _BY), -1) if text.norm[at] == "by"), index - 1)
    if text.norm[by - 1] == "quoted":  # "X was quoted (by the Herald) as saying"
        index = by + 1
        phrase, group = subject(text, index - 2, cue.floor, cue.first)
        return cue.credits(phrase, phrase.start, cue.index + 1) if phrase is not None and group >= 0 else None
    back = range(index - 3, max(cue.floor, index - _QUOTED) - 1, -1)
    quoted = next((at for at in back if text.norm[at] in ("quoted", "quotes", "quoting", "cited", "cites")), None)
    whom = after(text, quoted + 1, index - 1, cue.first) if quoted is not None else None
    return cue.credits(apposed(text, whom, index - 1, cue.first), whom.start, index + 1) if whom is not None else None


def _with(cue: Cue, at: int) -> Raw | None:
    """ "…, with X adding that …"; `at` is where the participle's group begins."""
    text = cue.text
    link = next((i for i in range(at - 2, max(cue.floor, at - _WITH), -1) if text.norm[i] == "with"), None)
    phrase = after(text, link + 1, at, cue.first) if link is not None else None
    if phrase is None or phrase.end != at or phrase.kind is Kind.DOCUMENT:
        return None
    return cue.credits(phrase, phrase.start, cue.index + 1, Certainty.LIKELY)


def _second(cue: Cue, last: Raw, group: int) -> Raw | None:
    """ "X said … and added …": the speaker of the verb before."""
    if not _is_finite(cue, group) or last.cue == "according to" or not takes_clause(cue, last.phrase):
        return None
    if last.phrase.start < last.start or last.end > group or _parted(cue.text, last.end, group):
        return None
    return cue.credits(last.phrase, group, cue.index + 1, Certainty.LIKELY)


def _parted(text: Text, start: int, end: int) -> bool:
    """Whether another clause begins between two words."""
    return any(text.mark[at] == ";" or text.norm[at] in ("while", "whereas") for at in range(start, end))


def _main_subject(cue: Cue) -> Phrase | None:
    """The phrase that the unit begins with, or that follows its first comma, when it can speak."""
    first = cue.first
    if cue.floor > first:
        return None
    first += cue.text.norm[first] in ("and", "but", "so", "yet")
    comma = next((at for at in range(first + 1, min(first + 12, cue.index)) if cue.text.mark[at] == ","), first)
    for start in dict.fromkeys((first, comma)):
        phrase = after(cue.text, start, cue.index, first)
        if phrase is not None and phrase.start == start and phrase.kind is not Kind.DOCUMENT:
            return phrase
    return None


def _coordinate(cue: Cue) -> Raw | None:
    """ "X opposed the plan and said …"."""
    phrase = _main_subject(cue)
    if phrase is None or not takes_clause(cue, phrase):
        return None
    return cue.credits(phrase, cue.index, cue.index + 1, Certainty.LIKELY)


def _participle(cue: Cue) -> Raw | None:
    """ "X left early, saying …": the speaker of the verb before, else the subject of the unit."""
    text, verb, lex = cue.text, cue.verb, lexicon()
    if verb.wary or is_another(cue) or not (verb.clause or verb.act in (Act.SAY, Act.DESCRIBE, Act.JUDGE)):
        return None
    at = cue.index
    while (
        at > cue.floor
        and text.mark[at] == ""
        and (text.norm[at - 1] in lex.between or text.norm[at - 1].endswith("ly"))
    ):
        at -= 1
    if text.mark[at] == "" and at > cue.floor and text.norm[at - 1] in lex.documents | lex.speech:
        phrase = before(text, at, cue.floor, cue.first)  # "a report claiming that"
        return cue.credits(phrase, phrase.start, cue.index + 1) if phrase is not None else None
    if text.mark[at] not in (",", "Q", "-") and not (text.norm[at - 1] == "and" and cue.last is not None):
        return _with(cue, at)
    if cue.last is not None:
        phrase = cue.last.phrase if cue.last.cue != "according to" else None
    else:
        phrase = _main_subject(cue)
    return None if phrase is None else cue.credits(phrase, cue.index, cue.index + 1, Certainty.LIKELY)
