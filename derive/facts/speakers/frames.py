"""Whether a form is a reporting verb where it stands: "reports that", not "reports of"."""

from __future__ import annotations

from itertools import pairwise

from derive.facts.speakers.namewords import is_second_half
from derive.facts.speakers.phrases import Kind, Phrase
from derive.facts.speakers.raw import Cue
from derive.facts.speakers.units import Text
from derive.facts.speakers.words import Act, Form, lexicon

_SPEECH = 24  # words after a verb within which a quotation belongs to it
_PICTURES = frozenset("portray depict cast paint frame".split())
_ABOUT = frozenset("about around some roughly nearly almost up".split())
_CALL = 12  # words within which "called on" has its "to"
_SHORT = 3  # words with which "Ostrand went on." ends, a unit of its own behind a question
_JUDGING = ("ive", "ous", "ful", "able", "ible", "less", "ic", "ical", "ent", "ant", "ing", "ed", "est", "ish")
_NOUN_AFTER = frozenset("to of for in with by from without".split())
_OPENS_CLAUSE = frozenset("that there how whether why what he she they it we i being".split())


def is_verb(cue: Cue) -> bool:
    """Whether the form can be a verb at all, by the words beside it."""
    text, index = cue.text, cue.index
    if (text.capital[index] and index > cue.first) or text.possessive[index] or _hyphened(text, index):
        return False
    follows = index + 1 < cue.end and text.mark[index + 1] == ""
    if cue.verb.form is Form.PRESENT and follows and text.norm[index + 1] in lexicon().auxiliaries:
        return False  # "conservative voices were heard"
    if index == cue.first or text.mark[index] != "":
        return True
    previous = text.norm[index - 1]
    if previous in ("both", "all", "each") or is_second_half(text, index - 1):
        return True  # "Lindqvist and Berg both said", "Moon Jae-in said"
    return previous not in lexicon().determiners and previous not in _NOUN_AFTER and not text.possessive[index - 1]


def _hyphened(text: Text, index: int) -> bool:
    plain, token = text.document.plain, text.document.tokens[index]
    return plain[token.end : token.end + 1] == "-" or (token.start > 0 and plain[token.start - 1] == "-")


def is_another(cue: Cue) -> bool:
    """Whether the words behind a verb make it one that reports nothing: "called off", "told the truth"."""
    text, lemma, at = cue.text, cue.verb.lemma, cue.index + 1
    behind = [i for i in range(at, min(at + 4, cue.end)) if all(text.mark[k] == "" for k in range(at, i + 1))]
    words = [text.norm[i] for i in behind if text.quote[i] < 0]
    if lemma in ("call", "dub") and at < cue.end and not _names_it(text, at, cue.end):
        return not (words[:1] in (["on"], ["upon"]) and "to" in text.norm[at : min(cue.end, at + _CALL)])
    first = next((word for word in words if not word.endswith("ly")), "")
    lex = lexicon()
    if first in lex.particles.get(lemma, ()):
        return not (lemma == "write" and first in lex.prepositions and _clause_follows(text, at, cue.end))
    return not lex.objects.get(lemma, frozenset()).isdisjoint(words)


def _clause_follows(text: Text, at: int, end: int) -> bool:
    """Whether "that" or a quotation follows in the same clause: "wrote in a letter to the board that"."""
    close = next((i for i in range(at, end) if text.mark[i] in (",", ";", ".")), end)
    return any(text.norm[i] == "that" or text.quote[i] >= 0 for i in range(at, close))


def takes_clause(cue: Cue, phrase: Phrase) -> bool:
    """Whether what follows the verb is what the phrase says, so that it is a reporting verb here."""
    text, verb, at, end = cue.text, cue.verb, cue.index + 1, cue.end
    lex = lexicon()
    word = text.norm[at] if at < end else ""
    if is_another(cue):
        return False
    if verb.lemma in _PICTURES:
        close = next((i for i in range(at, end) if text.mark[i] != ""), end)
        return "as" in text.norm[at:close] or any(text.quote[i] >= 0 for i in range(at, min(end, at + _SPEECH)))
    if not verb.wary and not verb.strict:
        return True
    if verb.lemma == "go":
        return word == "on" and (_closes_speech(cue, phrase) or _opens_speech(text, at + 1, end))
    if (
        verb.lemma in ("show", "find", "discover")
        and not phrase.roles
        and (phrase.kind is Kind.PERSON or phrase.gender)
    ):
        return False  # "Lindqvist found that the door was open": what happens, not what is said
    if verb.lemma == "put":
        return _puts(text, at, end)
    known = bool(phrase.name) or phrase.kind is Kind.PRONOUN
    if (
        verb.clause
        and verb.lemma not in ("speak", "talk")
        and _closes_speech(cue, phrase)
        and (known or phrase.definite)
    ):
        return True  # "“…,” Lindqvist continued in the letter"
    speech = next((i for i in range(at, min(end, at + _SPEECH)) if text.quote[i] >= 0), None)
    if speech is not None and (verb.clause or text.norm[speech - 1] == "as") and (known or colon_before(text, speech)):
        return True  # "commented on the vote: “…”"
    if verb.lemma == "read" and phrase.kind is Kind.DOCUMENT and speech is not None and speech - at < 4:
        return True  # "the ruling read, in part, “…”"
    if verb.lemma in ("expect", "anticipate") and phrase.kind is not Kind.DOCUMENT and at < end:
        return text.mark[at] == ""  # "she expects a long winter"
    if phrase.name and at < end and text.mark[at] == "" and (word[0].isdigit() or word in _ABOUT):
        return True  # "NHA estimates around 40 percent"
    if verb.form is Form.PRESENT and verb.wary and word in (*lex.prepositions, "as") and speech != at:
        return False
    if verb.lemma in ("refer", "point"):
        return word == "out" or (word == "to" and verb.lemma == "refer" and "as" in text.norm[at : at + 12])
    if verb.lemma in ("speak", "talk"):
        return word == "of" and known
    if at >= end or text.mark[at] in (",", ";", "-", "."):
        quoted = phrase.start > 0 and text.quote[phrase.start - 1] >= 0
        return verb.clause and (known or quoted or (text.mark[phrase.start] == "," and not verb.wary))
    if text.mark[at] in ("Q", ":") or text.quote[at] >= 0:
        return True
    if verb.lemma == "read" or (verb.lemma == "find" and word == "it"):
        return False
    if word in _OPENS_CLAUSE or (word in ("on", "in") and "that" in text.norm[at : at + 5]):
        return True
    if verb.strict:
        return (phrase.kind in (Kind.OUTLET, Kind.DOCUMENT) and verb.act is Act.REPORT) or _clause(text, at, end)
    plain = known and verb.form is not Form.PRESENT  # "South Korean estimates put …" is a noun
    return plain or word in lex.determiners or text.capital[at] or word in lex.people or _clause(text, at, end)


def _closes_speech(cue: Cue, phrase: Phrase) -> bool:
    """Whether a quotation that ends like a sentence, or with its comma, stands right before a phrase."""
    text, at = cue.text, phrase.start
    here = at > cue.first or cue.end - cue.index <= _SHORT
    if at == 0 or not here or text.quote[at - 1] < 0:
        return False
    tokens = text.document.tokens
    gap = text.document.plain[tokens[at - 1].span.end : tokens[at].span.start]
    return any(sign in gap for sign in ",?!.")


def _opens_speech(text: Text, at: int, end: int) -> bool:
    return at < end and text.quote[at] >= 0


def _puts(text: Text, at: int, end: int) -> bool:
    """Whether "put" credits something: "as she put it", "put the loss at 5m", "put it down to the rain"."""
    words = text.norm[at : min(end, at + 8)]
    if words[:1] == ("it",):
        return "down" in words[1:3] or at + 1 >= end or text.mark[at + 1] != "" or text.norm[at - 2] != "they"
    return any((one == "at" and two[0].isdigit()) or (one, two) == ("down", "to") for one, two in pairwise(words))


def _names_it(text: Text, start: int, end: int) -> bool:
    """Whether "called" or "dubbed" gives its object a name: "the plan a gift", "it “a gift”"; not "the union twice"."""
    run = next((at for at in range(start, end) if not text.capital[at]), end)
    if start < run < end and text.norm[run] in lexicon().auxiliaries:
        return False  # "a group called Free Halden has"
    determiners = sum(text.norm[at] in lexicon().determiners for at in range(start, min(end, start + 12)))
    if determiners > 1 or any(text.quote[at] >= 0 for at in range(start, end)) or text.norm[start] in ("it", "for"):
        return True
    last = next((at for at in range(start + 1, min(end, start + 8)) if text.mark[at] != ""), min(end, start + 8)) - 1
    return last > start and text.norm[last].endswith(_JUDGING)  # "called her answer evasive"


def colon_before(text: Text, index: int) -> bool:
    """Whether a colon stands before a word."""
    tokens = text.document.tokens
    return index > 0 and ":" in text.document.plain[tokens[index - 1].end : tokens[index].start]


def _clause(text: Text, start: int, end: int) -> bool:
    """Whether a subject and its verb follow: "the port would close", not "the port's closure"."""
    for at in range(start, min(start + 7, end)):
        if (at > start and text.mark[at] != "") or text.norm[at] in lexicon().prepositions:
            return False
        if text.norm[at] in lexicon().auxiliaries:
            return True
    return False
