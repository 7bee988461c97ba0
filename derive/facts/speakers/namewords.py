"""Whether a word belongs to a proper name, by its capital and the words beside it."""

from __future__ import annotations

from derive.facts.speakers.units import Text
from derive.facts.speakers.words import lexicon
from derive.text.frequency import zipf

_OPENERS = frozenset("according asked speaking".split())
_ORDINARY = 3.6  # Zipf frequency from which a word that only begins sentences is taken for an ordinary one
_COMMON = 4.8  # the same where an apposition stands behind it
_NEVER_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december".split()
)


def is_name_word(text: Text, index: int, first: int) -> bool:
    """Whether a word looks like part of a proper name; `first` is where its unit begins (capital by rule there)."""
    word = text.norm[index]
    if not text.capital[index]:
        if is_second_half(text, index):
            return True
        return word.isdigit() and index > first and text.capital[index - 1] and _channel(text, index - 1)
    lex = lexicon()
    if spelt(text, index):
        return True
    if word in _NEVER_NAMES:
        return False
    if word in lex.breaks or word in lex.determiners or word in lex.pronouns or word in lex.prepositions:
        return False
    if index != first and text.mark[index] not in ("Q", ".", ":"):
        return True
    if word in lex.between or (word.endswith("ly") and word not in text.proper) or word in _OPENERS:
        return False
    follows = index + 1 < len(text.norm) and text.mark[index + 1] in ("", ".") and text.capital[index + 1]
    if _apposed(text, index) and zipf(word) < _COMMON:
        return True
    said = index + 1 < len(text.norm) and text.norm[index + 1] in lex.verbs and not word.endswith("s")
    return follows or said or word in text.proper or word in lex.outlets or zipf(word) < _ORDINARY


def _apposed(text: Text, index: int) -> bool:
    """Whether an apposition follows a word: ", 45,", ", who", ", president of"."""
    if index + 2 >= len(text.norm) or text.mark[index + 1] != ",":
        return False
    word = text.norm[index + 1]
    return word == "who" or word in lexicon().people or (word.isdigit() and text.mark[index + 2] == ",")


def is_second_half(text: Text, index: int) -> bool:
    """Whether a word is the plain half of a given name: "Ki-moon", not "US-led talks"."""
    plain, token = text.document.plain, text.document.tokens[index]
    if index == 0 or plain[token.start - 1] != "-" or not text.capital[index - 1]:
        return False
    lex = lexicon()
    follows = index + 1 < len(text.norm) and text.mark[index + 1] == ""
    return not follows or text.norm[index + 1] in lex.verbs or text.norm[index + 1] in lex.auxiliaries


def _channel(text: Text, index: int) -> bool:
    return text.norm[index] in ("news", "channel", "radio", "fox", "abc", "nbc", "cbs", "tv", "france")


def spelt(text: Text, index: int) -> bool:
    """Whether a word is a letter of an acronym spelt out: "I-A-A-F"."""
    if len(text.norm[index]) > 1 or not text.capital[index]:
        return False
    plain, token = text.document.plain, text.document.tokens[index]
    return plain[token.end : token.end + 1] == "-" or (token.start > 0 and plain[token.start - 1] == "-")
