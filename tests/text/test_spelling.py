"""UK and US spelling come out as one; words that are spelled alike everywhere stay as they are."""

from __future__ import annotations

import pytest

from derive.text.spelling import american

PAIRS = """
colour color, favourite favorite, neighbourhood neighborhood, honourable honorable, behaviour behavior, labour labor,
organise organize, organisation organization, criticised criticized, apologising apologizing, analyse analyze,
paralysed paralyzed, centre center, kilometres kilometers, theatre theater, defence defense, licences licenses,
dialogue dialog, catalogues catalogs, travelled traveled, cancelling canceling, labelled labeled, fuelled fueled,
traveller traveler, jewellery jewelry, counsellor counselor, marvellous marvelous, programme program, grey gray,
tyres tires, cheque check, sceptical skeptical, towards toward, manoeuvre maneuver, paediatric pediatric,
anaemia anemia, haemorrhage hemorrhage, encyclopaedia encyclopedia, fulfil fulfill,
instalment installment, skilful skillful, focussed focused, adviser advisor, judgement judgment, mum mom,
ageing aging, learnt learned, practise practice
"""
KEPT = """
filled filed called killed selling smaller taller seller raise raised noise poised cruise disguise promise promised
compromise exercise advertise advertising expertise surprise comprised enterprise franchise merchandise devise revise
supervise television televised otherwise likewise despise paradise hour four tour tours flour pour sour your contour
glamour analyses crises geysers israel aerial chancellor artillery louise
"""


@pytest.mark.parametrize("pair", [pair.strip() for pair in PAIRS.replace("\n", " ").split(",")])
def test_both_spellings_have_one_form(pair: str) -> None:
    british, us = pair.split()
    assert american(british) == american(us)


@pytest.mark.parametrize("word", KEPT.split())
def test_words_with_one_spelling_stay(word: str) -> None:
    assert american(word) == word


@pytest.mark.parametrize(
    ("one", "other"), [("filled", "filed"), ("prize", "price"), ("tiller", "tiler"), ("fuller", "fuler")]
)
def test_other_words_are_not_made_one(one: str, other: str) -> None:
    assert american(one) != american(other)


def test_a_hundred_thousand_letters_are_no_word() -> None:
    assert american("a" * 100_000) == "a" * 100_000
