"""What is said: the words of a unit that each of its statements credits."""

from __future__ import annotations

from msgspec.structs import replace

from derive.facts.speakers.frames import colon_before
from derive.facts.speakers.raw import Raw
from derive.facts.speakers.statement import Certainty
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Form, lexicon

Range = tuple[int, int]

_ADDRESS = 9  # words for the one who is told something
_MODIFIERS = 6  # words of a speaker's description that the phrase itself may have left out


def with_content(text: Text, found: list[Raw], first: int, end: int) -> list[Raw]:
    """The statements of a unit, each with what it says."""
    done: list[Raw] = []
    floor = first
    for number, raw in enumerate(found):
        if raw.content:
            done.append(raw)
            continue
        beyond = number + 1
        while beyond < len(found) and _embedded(text, found[beyond - 1], found[beyond]):
            beyond += 1
        following = found[beyond] if beyond < len(found) else None
        ceiling = following.start if following is not None else end
        trailing = raw.cue != "according to" and _trails(text, raw, (floor, raw.start), (raw.end, ceiling))
        pieces = _pieces(text, raw, floor, ceiling, done, trailing=trailing)
        if following is not None and not trailing and following.cue != "according to":
            pieces = [(a, _handover(text, a, b)) if b == ceiling else (a, b) for a, b in pieces]
        pieces = [(a, _to_semicolon(text, a, b)) if a >= raw.end else (a, b) for a, b in pieces]
        kept = tuple((a, b) for a, b in pieces if a < b)
        if not kept and raw.clause and first < raw.start and raw.end >= end - 1 and text.mark[raw.start] == ",":
            kept = ((first, raw.start),)  # "…, and she asked for more, the papers say": all of it
        if kept or raw.certainty is Certainty.SURE:
            done.append(replace(raw, content=kept, trailing=trailing))
        floor = max(kept[-1][1] if kept and not trailing else raw.end, raw.end)
    return done


def _embedded(text: Text, outer: Raw, inner: Raw) -> bool:
    """Whether a statement begins what another one says: "X said | he felt …", "X said that | Y denied …"."""
    gap = inner.start - outer.end
    return inner.cue != "according to" and (
        (gap == 0 and text.mark[inner.start] == "") or (gap == 1 and text.norm[outer.end] in ("that", "how"))
    )


def _pieces(text: Text, raw: Raw, floor: int, ceiling: int, done: list[Raw], *, trailing: bool) -> list[Range]:
    """The stretches that a statement credits, before the next statement takes its own."""
    first = text.units[raw.unit][0]
    if raw.cue == "according to":
        return _around(text, raw, first, ceiling, done)
    previous = text.norm[raw.start - 1] if raw.start > first else ""
    if trailing:
        goes_on = any(text.quote[i] >= 0 for i in range(raw.end, min(ceiling, raw.end + 12)))
        goes_on = goes_on or (raw.end < ceiling and text.mark[raw.end] == ":") or _interposed(text, raw, ceiling)
        return [(floor, raw.start), (raw.end, ceiling)] if goes_on else [(floor, raw.start)]
    if raw.end >= ceiling and previous == "as" and done:
        return list(done[-1].content)  # "…, as X found": the same words again
    if previous in ("which", "whom", "that", "what"):
        return [(raw.end, _to_comma(text, raw.end, ceiling))]
    said = _addressed(text, raw, ceiling)
    apart = text.mark[raw.start] == "," and raw.phrase.end < raw.end and text.norm[floor] not in lexicon().prepositions
    if apart and said < ceiling and text.quote[said] >= 0 and not colon_before(text, said):
        return [(floor, raw.start), (said, ceiling)]  # "The port, she told Reuters, “would close”"
    return [(said, ceiling)]


def _interposed(text: Text, raw: Raw, ceiling: int) -> bool:
    """Whether speaker and verb only interrupt what is said: "The old port, he said, would close"."""
    plain = text.quote[raw.start - 1] < 0 and raw.phrase.end < raw.end
    return plain and raw.end < ceiling and text.mark[raw.start] == text.mark[raw.end] == ","


def _addressed(text: Text, raw: Raw, ceiling: int) -> int:
    """Where, behind the one who is told, what is said begins: "told the council that", "told Reuters: “…”"."""
    if raw.cue not in ("tell", "inform", "assure", "remind", "warn"):
        return raw.end
    for at in range(raw.end, min(ceiling, raw.end + _ADDRESS)):
        if text.norm[at] == "that" or (at > raw.end and (text.quote[at] >= 0 or text.mark[at] == ":")):
            return at
        if text.mark[at] not in ("", ".") or text.norm[at] in lexicon().auxiliaries:
            break
    return raw.end


def _around(text: Text, raw: Raw, first: int, ceiling: int, done: list[Raw]) -> list[Range]:
    """What "according to X" credits: its whole sentence, up to another one and unless a new clause begins."""
    floor = max((one.end for one in done if one.cue == raw.cue), default=first)
    floor = next((at for at in range(raw.start - 1, floor, -1) if text.mark[at] == ";"), floor)
    if raw.end < ceiling and text.mark[raw.start] == "," and text.mark[raw.end] == "" and raw.phrase.end == raw.end:
        return [(raw.end, ceiling)]  # "While …, according to X the …"
    if raw.end < ceiling and text.norm[raw.end] in ("and", "but", "while", "though", "although") and floor < raw.start:
        return [(floor, raw.start)]
    return [(floor, raw.start), (raw.end, ceiling)]


def _handover(text: Text, start: int, end: int) -> int:
    """Where, between two cues, what the first one said ends: at the last ";", "while", "but", or a final "and"."""
    if text.norm[end - 1] in ("which", "whom") and end - 1 > start:
        return end - 1
    for at in range(end - 1, start, -1):
        if text.mark[at] == ";" or (text.norm[at] in ("while", "whereas", "but") and text.quote[at] < 0):
            return at
    return end - 1 if text.norm[end - 1] in ("and", "but") and end - 1 > start else end


def _to_comma(text: Text, start: int, end: int) -> int:
    """Where a relative clause ends."""
    return next((at for at in range(start + 1, end) if text.mark[at] in (",", ";", "-") and text.quote[at] < 0), end)


def _to_semicolon(text: Text, start: int, end: int) -> int:
    """Where, at the latest, what is said ends: at a semicolon outside quotation marks."""
    return next((at for at in range(start + 1, end) if text.mark[at] == ";" and text.quote[at] < 0), end)


def _trails(text: Text, raw: Raw, left: Range, right: Range) -> bool:
    """Whether what is said stands before speaker and cue."""
    lex = lexicon()
    if left[1] <= left[0] or not raw.clause:
        return False
    at = _edge(text, raw.start, left[0])
    if text.quote[at - 1] >= 0:
        return True
    if text.mark[at] not in (",", "-") or raw.certainty is Certainty.LIKELY:
        return False
    if right[0] >= right[1]:
        return True
    word, sign = text.norm[right[0]], text.mark[right[0]]
    length = left[1] - left[0]
    if sign == ":" and text.quote[right[0]] < 0 and length > 3 and text.norm[left[0]] not in lex.prepositions:
        return True  # "The port was safe, she argued: nobody had seen a crack"
    if sign in (":", "Q") or text.quote[right[0]] >= 0 or word == "that":
        return False
    if sign == "," and raw.phrase.end < raw.end:
        return True
    if sign in (",", ";", "-", "."):
        return length >= 3
    rest = [text.norm[i] for i in range(*right) if text.quote[i] < 0]
    adjunct = word in lex.prepositions or word in lex.between or word in ("when", "while", "yesterday")
    return length >= 4 and adjunct and "that" not in rest and len(rest) <= length + 6


def _edge(text: Text, start: int, floor: int) -> int:
    """Where a speaker's phrase begins after a quotation: "“…” | independent Senator Lindqvist said"."""
    lex = lexicon()
    for at in range(start, max(floor, start - _MODIFIERS), -1):
        if text.quote[at - 1] >= 0 or (text.mark[at] == "," and (at == start or text.norm[at] in lex.bodies)):
            return at
        word = text.norm[at - 1]
        verb = lex.verbs.get(word)
        if text.mark[at] not in ("", ".", ",") or word in lex.breaks or (verb is not None and verb.form is Form.PAST):
            break
    return start
