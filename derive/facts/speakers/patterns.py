"""The grammar of credit inside one unit: where a speaker, a cue and what is said stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from derive.facts.speakers.phrases import Kind, Phrase, singular
from derive.facts.speakers.reach import after, apposed, before, subject
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Act, Form, Verb, lexicon

_MODALS = frozenset("will would could may might must should can".split())
_ENDS = frozenset({",", ";", "-", ":", "Q", ")", "("})


@dataclass(frozen=True, slots=True)
class Raw:
    """A statement before its speaker is resolved. All positions are words."""

    phrase: Phrase
    start: int  # of speaker and cue together
    end: int
    cue: str
    act: Act
    certainty: Certainty
    unit: int
    clause: bool = True  # the verb may follow what is said
    content: tuple[tuple[int, int], ...] = ()
    trailing: bool = False  # "…, X said": what is said stands before


def in_unit(text: Text, number: int) -> list[Raw]:
    """The credited statements of one unit, in order, each with its content."""
    first, end = text.units[number]
    found: list[Raw] = []
    lex = lexicon()
    for index in range(first, end):
        if text.quote[index] >= 0:
            continue
        word = text.norm[index]
        floor = found[-1].end if found else first
        crossed = bool(found) and found[-1].certainty is Certainty.LIKELY and text.mark[index] == ","
        if crossed:  # "X, calling it a gift, said …": the participle stands inside its own subject
            floor = found[-2].end if len(found) > 1 else first
        raw = None
        if word == "according" and index + 2 < end and text.norm[index + 1] == "to":
            raw = _according(text, number, index, end)
        elif word in lex.verbs and index >= floor:
            raw = _verb(text, number, index, floor, end, found)
        elif word in lex.speech_verbs and index >= floor:
            raw = _issued(text, number, index, floor, end)
        if raw is not None and raw.start >= floor:
            if crossed and raw.start < found[-1].start:
                found.pop()
            if not found or raw.start >= found[-1].end:
                found.append(raw)
    if not found:
        found = _colon(text, number)
    return _contents(text, found, first, end)


def _according(text: Text, number: int, index: int, end: int) -> Raw | None:
    phrase = after(text, index + 2, end, text.units[number][0])
    if phrase is None:
        return None
    phrase = apposed(text, phrase, end, text.units[number][0])
    return Raw(phrase, index, phrase.end, "according to", Act.SAY, Certainty.SURE, number)


def _verb(text: Text, number: int, index: int, floor: int, end: int, found: list[Raw]) -> Raw | None:
    """The statement that the verb at `index` credits, if it is one."""
    lex = lexicon()
    first = text.units[number][0]
    verb = lex.verbs[text.norm[index]]
    previous = text.norm[index - 1] if index > first else ""
    if (text.capital[index] and index > first) or text.possessive[index] or _hyphened(text, index):
        return None
    close = index > first and text.mark[index] == ""
    if close and (
        previous in lex.determiners or previous in ("to", "of", "for", "in", "with", "by", "from", "without")
    ):
        return None
    if close and text.possessive[index - 1]:
        return None
    if verb.form is Form.ING:
        return _participle(text, number, index, floor, found, verb)
    phrase, group = subject(text, index, floor, first)
    if group < 0:
        return None
    helped = {text.norm[i] for i in range(group, index)} & lex.auxiliaries
    if verb.form is Form.PAST and helped & {"is", "was", "were", "are", "be", "been", "being"}:
        return _passive(text, number, index, end, verb)
    if verb.form is Form.BASE and phrase is not None and not phrase.plural and phrase.kind is not Kind.GROUP:
        if not helped or helped & {"has", "have", "had"}:
            return None
    if helped & _MODALS:
        return None
    if phrase is not None and phrase.start >= floor:
        turned = _turned(text, number, index, group, end, verb)
        if turned is not None:
            return turned
        if not _takes_clause(text, index, end, phrase, verb):
            return None
        return Raw(phrase, phrase.start, index + 1, verb.lemma, verb.act, Certainty.SURE, number, verb.clause)
    if group > floor and text.norm[group - 1] in ("and", "but", "then") and found and found[-1].unit == number:
        return _second(text, number, index, group, found[-1], verb, end)
    if verb.clause and not verb.addressed and verb.form is not Form.BASE and _inverts(text, index, first):
        other = after(text, index + 1, end, first)
        if other is not None and (other.kind is Kind.DOCUMENT) >= (verb.lemma == "read"):
            other = apposed(text, other, end, first)
            return Raw(other, index, other.end, verb.lemma, verb.act, Certainty.SURE, number, verb.clause)
    if group > floor and text.norm[group - 1] in ("and", "but") and verb.form is not Form.BASE:
        return _coordinate(text, number, index, floor, verb, end)
    return None


def _turned(text: Text, number: int, index: int, group: int, end: int, verb: Verb) -> Raw | None:
    """ "…, in Bali, said Lindqvist." where the words before could be a subject too: the sentence ends with its speaker."""
    if not verb.clause or verb.addressed or text.mark[index] != "," or group != index:
        return None
    other = after(text, index + 1, end, text.units[number][0])
    if other is None or not other.name or (other.end < end and text.mark[other.end] not in (",", ".")):
        return None
    return Raw(other, index, other.end, verb.lemma, verb.act, Certainty.SURE, number)


def _hyphened(text: Text, index: int) -> bool:
    """Whether a word is part of a compound: "Norvane-claimed"."""
    plain, span = text.document.plain, text.document.tokens[index].span
    return plain[span.end : span.end + 1] == "-" or (span.start > 0 and plain[span.start - 1] == "-")


def _issued(text: Text, number: int, index: int, floor: int, end: int) -> Raw | None:
    """ "X issued a warning", "X made no statement"."""
    lex = lexicon()
    first = text.units[number][0]
    noun = next((i for i in range(index + 1, min(index + 5, end)) if singular(text.norm[i]) in lex.speech), None)
    if noun is None or any(text.mark[i] != "" or text.norm[i] == "no" for i in range(index + 1, noun + 1)):
        return None
    phrase, group = subject(text, index, floor, first)
    if phrase is None or group < 0 or phrase.start < floor or noun + 1 >= end:
        return None
    act = Act.WARN if singular(text.norm[noun]) == "warning" else Act.ANNOUNCE
    return Raw(phrase, phrase.start, noun + 1, text.norm[noun], act, Certainty.SURE, number, clause=False)


def _inverts(text: Text, index: int, first: int) -> bool:
    """Whether "said X" may stand here: after a quotation, a comma, or at the start behind one."""
    if index == first:
        return False
    return text.mark[index] in ("Q", ",", "-") or text.quote[index - 1] >= 0


def _takes_clause(text: Text, index: int, end: int, phrase: Phrase, verb: Verb) -> bool:
    """Whether what follows the verb is what it says, so that it is a reporting verb here."""
    lex = lexicon()
    at = index + 1
    if at < end and text.mark[at] == "" and text.norm[at] in lex.particles.get(verb.lemma, ()):
        return False
    if not verb.wary and not verb.strict:
        return True
    known = bool(phrase.name) or phrase.kind is Kind.PRONOUN
    speech = next((i for i in range(at, min(end, at + 24)) if text.quote[i] >= 0), None)
    if speech is not None and verb.clause and (known or _colon_before(text, speech)):
        return True  # "commented on the vote: “…”"
    if verb.form is Form.PRESENT and verb.wary and at < end and text.norm[at] in (*lex.prepositions, "as"):
        return False
    if verb.lemma == "refer":
        return text.norm[at : at + 1] == ("to",) and "as" in text.norm[at : at + 12]
    if at >= end or text.mark[at] in (",", ";", "-", "."):
        return verb.clause and (known or (text.mark[phrase.start] in (",", "Q") and not verb.wary))
    word = text.norm[at]
    if text.mark[at] in ("Q", ":") or text.quote[at] >= 0 or word in ("that", "there", "how", "whether"):
        return True
    if verb.lemma == "read" or (verb.lemma == "find" and word == "it"):
        return False
    if word in ("he", "she", "they", "it", "we", "i", "being") or (
        word in ("on", "in") and "that" in text.norm[at : at + 5]
    ):
        return True
    if verb.strict:
        return (phrase.kind in (Kind.OUTLET, Kind.DOCUMENT) and verb.act is Act.REPORT) or _clause(text, at, end)
    return word in lex.determiners or text.capital[at] or known or word in lex.people


def _colon_before(text: Text, index: int) -> bool:
    tokens = text.document.tokens
    return index > 0 and ":" in text.document.plain[tokens[index - 1].span.end : tokens[index].span.start]


def _clause(text: Text, start: int, end: int) -> bool:
    """Whether a subject and its verb follow: "the port would close", not "the port's closure"."""
    for at in range(start, min(start + 7, end)):
        if (at > start and text.mark[at] != "") or text.norm[at] in lexicon().prepositions:
            return False
        if text.norm[at] in lexicon().auxiliaries:
            return True
    return False


def _passive(text: Text, number: int, index: int, end: int, verb: Verb) -> Raw | None:
    """ "was described by X as", "were blamed by X"."""
    for at in range(index + 1, min(index + 6, end - 1)):
        if text.mark[at] in _ENDS:
            return None
        if text.norm[at] == "by":
            phrase = after(text, at + 1, end, text.units[number][0])
            if phrase is None or phrase.kind is Kind.PRONOUN:
                return None
            return Raw(phrase, index, phrase.end, verb.lemma, verb.act, Certainty.LIKELY, number, verb.clause)
    return None


def _second(text: Text, number: int, index: int, group: int, last: Raw, verb: Verb, end: int) -> Raw | None:
    """ "X said … and added …": the speaker of the verb before."""
    if verb.form is Form.BASE or last.cue == "according to" or not _takes_clause(text, index, end, last.phrase, verb):
        return None
    if last.phrase.start < last.start or last.end > group or _parted(text, last.end, group):
        return None
    return Raw(last.phrase, group, index + 1, verb.lemma, verb.act, Certainty.LIKELY, number, verb.clause)


def _parted(text: Text, start: int, end: int) -> bool:
    """Whether another clause begins between two words."""
    return any(text.mark[at] == ";" or text.norm[at] in ("while", "whereas") for at in range(start, end))


def _main_subject(text: Text, number: int, floor: int, before_word: int) -> Phrase | None:
    """The phrase that a unit begins with, or that follows its first comma, when it can speak."""
    first = text.units[number][0]
    if floor > first:
        return None
    comma = next((at for at in range(first + 1, min(first + 12, before_word)) if text.mark[at] == ","), first)
    for start in dict.fromkeys((first, comma)):
        phrase = after(text, start, before_word, first)
        if phrase is not None and phrase.start == start and phrase.kind is not Kind.DOCUMENT:
            return phrase
    return None


def _coordinate(text: Text, number: int, index: int, floor: int, verb: Verb, end: int) -> Raw | None:
    """ "X opposed the plan and said …"."""
    phrase = _main_subject(text, number, floor, index)
    if phrase is None or not _takes_clause(text, index, end, phrase, verb):
        return None
    return Raw(phrase, index, index + 1, verb.lemma, verb.act, Certainty.LIKELY, number, verb.clause)


def _participle(text: Text, number: int, index: int, floor: int, found: list[Raw], verb: Verb) -> Raw | None:
    """ "X left early, saying …": the speaker of the verb before, else the phrase that the unit begins with."""
    if (not verb.clause and verb.act is not Act.SAY and verb.act is not Act.JUDGE) or verb.wary:
        return None
    lex = lexicon()
    at = index
    while at > floor and (text.norm[at - 1] in lex.between or text.norm[at - 1].endswith("ly")):
        at -= 1
    if text.mark[at] not in (",", "Q", "-") and not (text.norm[at - 1] == "and" and found):
        return None
    if found and found[-1].unit == number and found[-1].cue != "according to":
        return Raw(found[-1].phrase, index, index + 1, verb.lemma, verb.act, Certainty.LIKELY, number, verb.clause)
    phrase = _main_subject(text, number, floor, index)
    if phrase is None or found:
        return None
    return Raw(phrase, index, index + 1, verb.lemma, verb.act, Certainty.LIKELY, number, verb.clause)


def _colon(text: Text, number: int) -> list[Raw]:
    """Colon speech: "Lindqvist: …", "X on the vote: “…”"."""
    first, end = text.units[number]
    for at in range(first + 1, min(first + 9, end)):
        if (
            text.mark[at] in (":", "Q")
            and ":" in text.document.plain[text.document.tokens[at - 1].span.end : text.document.tokens[at].span.start]
        ):
            phrase = before(text, at, first, first)
            if phrase is None or phrase.start != first or text.quote[at - 1] >= 0:
                return []
            if not phrase.name and phrase.kind is Kind.DOCUMENT:
                return []
            raw = Raw(phrase, first, at, "say", Act.SAY, Certainty.LIKELY, number)
            return [replace(raw, content=((at, end),))]
        if text.mark[at] not in ("", "."):
            return []
    return []


def _contents(text: Text, found: list[Raw], first: int, end: int) -> list[Raw]:
    """Give each statement of a unit the words that it credits."""
    done: list[Raw] = []
    floor = first
    for number, raw in enumerate(found):
        if raw.content:
            done.append(raw)
            continue
        ceiling = found[number + 1].start if number + 1 < len(found) else end
        left = (floor, raw.start)
        right = (raw.end, ceiling)
        according = raw.cue == "according to"
        trailing = not according and _trails(text, raw, left, right)
        pieces: list[tuple[int, int]] = []
        if according:
            pieces = _around(text, raw, first, ceiling, done)
        elif trailing:
            pieces.append(left)
            if right[0] < right[1] and _quoted_soon(text, right):
                pieces.append(right)
        else:
            pieces.append(right)
        following = found[number + 1] if number + 1 < len(found) else None
        if following is not None and not trailing and following.cue != "according to":
            pieces = [(a, _handover(text, a, b)) if b == ceiling else (a, b) for a, b in pieces]
        if raw.start > first and text.norm[raw.start - 1] in ("which", "whom", "that", "what") and not trailing:
            pieces = [(a, _to_comma(text, a, b)) for a, b in pieces]
        if right[0] >= right[1] and raw.start > first and text.norm[raw.start - 1] == "as" and done:
            pieces = list(done[-1].content)  # "…, as X found": the same words again
        pieces = [(a, _to_semicolon(text, a, b)) if a >= raw.end else (a, b) for a, b in pieces]
        kept = tuple((a, b) for a, b in pieces if a < b)
        done.append(replace(raw, content=kept, trailing=trailing))
        floor = max(kept[-1][1] if kept and not trailing else raw.end, raw.end)
    return done


def _around(text: Text, raw: Raw, first: int, ceiling: int, done: list[Raw]) -> list[tuple[int, int]]:
    """What "according to X" credits: its whole sentence, up to another "according to" and unless a new clause begins."""
    floor = max((one.end for one in done if one.cue == raw.cue), default=first)
    for at in range(raw.start - 1, floor, -1):
        if text.mark[at] == ";":
            floor = at
            break
    if raw.end < ceiling and text.mark[raw.start] == "," and text.mark[raw.end] == "" and raw.phrase.end == raw.end:
        return [(raw.end, ceiling)]  # "While …, according to X the …"
    if raw.end < ceiling and text.norm[raw.end] in ("and", "but", "while", "though", "although") and floor < raw.start:
        return [(floor, raw.start)]
    return [(floor, raw.start), (raw.end, ceiling)]


def _handover(text: Text, start: int, end: int) -> int:
    """Where, between two cues, what the first one said ends: at the last ";", "while", "but", ", and" or comma."""
    if text.norm[end - 1] in ("which", "whom") and end - 1 > start:
        return end - 1
    for at in range(end - 1, start, -1):
        if text.mark[at] == ";" or (text.norm[at] in ("while", "whereas", "but") and text.quote[at] < 0):
            return at
    if text.norm[end - 1] in ("and", "but") and end - 1 > start:
        return end - 1
    return end


def _to_comma(text: Text, start: int, end: int) -> int:
    """Where a relative clause ends."""
    return next((at for at in range(start + 1, end) if text.mark[at] in (",", ";", "-") and text.quote[at] < 0), end)


def _to_semicolon(text: Text, start: int, end: int) -> int:
    """Where, at the latest, what is said ends: at a semicolon outside quotation marks."""
    return next((at for at in range(start + 1, end) if text.mark[at] == ";" and text.quote[at] < 0), end)


def _trails(text: Text, raw: Raw, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the content stands before speaker and cue."""
    lex = lexicon()
    if left[1] <= left[0] or not raw.clause:
        return False
    at = raw.start
    if (
        at > left[0] and text.mark[at] == "" and text.norm[at - 1] in lex.bodies
    ):  # "…, newspaper The Halden Post reported"
        at -= 1
    edge = text.mark[at]
    if edge not in (",", "Q", "-") and text.quote[raw.start - 1] < 0:
        return False
    if text.quote[left[1] - 1] >= 0:
        return True
    if raw.certainty is Certainty.LIKELY or (edge == "Q" and text.quote[left[1] - 1] < 0):
        return False
    if right[0] >= right[1]:
        return True
    word, sign = text.norm[right[0]], text.mark[right[0]]
    if sign in (":", "Q") or text.quote[right[0]] >= 0 or word == "that":
        return False
    length = left[1] - left[0]
    if sign in (",", ";", "-", "."):
        return length >= 3
    rest = [text.norm[i] for i in range(*right) if text.quote[i] < 0]
    adjunct = word in lex.prepositions or word in lex.between or word in ("when", "while", "yesterday")
    return length >= 4 and adjunct and "that" not in rest and len(rest) <= length + 6


def _quoted_soon(text: Text, span: tuple[int, int]) -> bool:
    """Whether a quotation goes on right after the cue, or after a few words of when and where."""
    return any(text.quote[i] >= 0 for i in range(span[0], min(span[1], span[0] + 12)))
