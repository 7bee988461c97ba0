"""Who is who in one document, and whether the speakers of two documents may be the same."""

from __future__ import annotations

import pytest

from derive.facts import quotes, speakers
from derive.facts.speakers import Certainty, Statement, Verdict, compare, informed
from derive.model import Article
from derive.text import read


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    document = read(Article("a", text))
    return speakers.find(document, quotes.find(document))


SAME = [
    ("Marta Lindqvist opened the port. Lindqvist said it was late.", "lindqvist", "surname for the full name"),
    ("“It is late,” Lindqvist said. Marta Lindqvist left.", "marta lindqvist", "the full name may come later"),
    ("Marta Lindqvist left. Ms. Lindqvist said it was late.", "marta lindqvist", "a title before the surname"),
    ("Rosa Vidal Ortega left. Vidal said it was late.", "rosa vidal ortega", "the first of two surnames"),
    ("The port's harbour master is Marta Lindqvist. Lindqvist said so.", "marta lindqvist", "named in another role"),
    (
        "Marta Lindqvist, the harbour master, left. The harbour master said it was late.",
        "marta lindqvist",
        "role by apposition",
    ),
    (
        "Harbour master Marta Lindqvist left. The harbour master said it was late.",
        "marta lindqvist",
        "role before the name",
    ),
    (
        "The mayor, Erik Ostrand, left. The mayor said it was late.",
        "erik ostrand",
        "role, then the name between commas",
    ),
    ("The mayor of Halden, Erik Ostrand, left. The mayor said it was late.", "erik ostrand", "role with a place"),
    ("Marta Lindqvist spoke first. She said it was late.", "marta lindqvist", "she, by the first name"),
    ("Erik Ostrand said it was early. “I will wait,” he added.", "erik ostrand", "he, the last speaker"),
    ("Marta Lindqvist met Erik Ostrand. She said it was late.", "marta lindqvist", "she is not Erik"),
    ("The National Harbour Agency met. The NHA said it was late.", "national harbor agency", "an acronym for the name"),
    ("The Norvane Ministry met. The ministry said it was late.", "norvane ministry", "a body by its noun"),
    ("Ann Sand met Erik Berg. She sat down. She sighed. “It is late,” she said.", "ann sand", "she, over sentences"),
    (
        "Rask Olden lost his hat. Olden left.\n\nHe said it was late.",
        "rask olden",
        "he, by the pronoun behind the name",
    ),
    ("Ann Sand said that Olena Rask had left. She said it was late.", "ann sand", "the subject before the others"),
    (
        "Erik Ostrand is the champion. Ostrand, he said, was late. The 34-year-old said so.",
        "erik ostrand",
        "by his age",
    ),
    ("Erik Ostrand won. The striker said it was late.", "erik ostrand", "a description that is no post"),
    ("The Harbour Bank lost money. The company said it was late.", "harbor bank", "a body by a general noun"),
    ("The Harbour Bank said it was late. It denied that the vault was open.", "harbor bank", "it, the last body"),
]


@pytest.mark.parametrize(("text", "name", "reason"), SAME)
def test_mentions_are_one_speaker(text: str, name: str, reason: str) -> None:
    """The speaker of the last statement carries the name under which the document introduces it."""
    last = statements(text)[-1]
    assert name in {" ".join(one) for entity in last.entities for one in entity.names}, reason


APART = [
    ("Marta Lindqvist left. Erik Lindqvist said it was late. Erik Ostrand stayed.", "marta lindqvist", "a namesake"),
    ("Marta Lindqvist left. The doctor said it was late.", "marta lindqvist", "a role that nobody has"),
    ("Erik Ostrand left. She said it was late.", "erik ostrand", "the other gender"),
    ("Ostrand left. A man ran. The man said it was late.", "ostrand", "a man of whom the text has spoken"),
    ("Erik Ostrand left. Ostrand, he said, was late.", "erik ostrand", "nobody speaks of himself by his name"),
    ("Two ships were sent to Ostra Bay, the ministry said.", "ostra bay", "a body is not what it speaks of"),
    ("On Tormo, he said it was late.", "tormo", "a place"),
    (
        "The mayor, Erik Ostrand, left. A mayor from Norvane said it was late.",
        "erik ostrand",
        "some mayor, not the one",
    ),
]


@pytest.mark.parametrize(("text", "name", "reason"), APART)
def test_mentions_are_not_one_speaker(text: str, name: str, reason: str) -> None:
    """Nobody is taken for somebody else."""
    last = statements(text)[-1]
    assert name not in {" ".join(one) for entity in last.entities for one in entity.names}, reason


UNKNOWN = [
    ("Erik Ostrand met Nils Berg. He said it was late.", "either may be meant"),
    ("Nobody was there. She said it was late.", "nobody was named"),
    ("Marta Lindqvist left. They said it was late.", "no group was named"),
]


@pytest.mark.parametrize(("text", "reason"), UNKNOWN)
def test_a_pronoun_that_may_mean_several_is_not_known(text: str, reason: str) -> None:
    """Unknown is an honest answer."""
    last = statements(text)[-1]
    assert last.certainty is not Certainty.SURE, reason


def verdict(one: str, other: str) -> Verdict:
    """The last speaker of one text against the last of another, each text knowing the other."""
    mine, theirs = statements(one), statements(other)
    everybody = [entity for each in (*mine, *theirs) for entity in each.entities]
    return compare(
        [informed(entity, everybody) for entity in mine[-1].entities],
        [informed(entity, everybody) for entity in theirs[-1].entities],
    )


COMPATIBLE = [
    ("Lindqvist said it was late.", "Marta Lindqvist said it was late.", "surname and full name"),
    ("The harbour master said it was late.", "Harbour master Marta Lindqvist said it was late.", "role for the name"),
    ("Marta Lindqvist, the harbour master, said so.", "The harbour master said it was late.", "name for the role"),
    ("Lindqvist said it was late.", "Lindkvist said it was late.", "a spelling, not a person"),
    ("Zoë Müller said it was late.", "Zoe Muller said it was late.", "diacritics"),
    ("The NHA said it was late.", "The National Harbour Agency said it was late.", "acronym"),
    ("Officials said it was late.", "Erik Ostrand, the interior minister, said it was late.", "a wider word"),
    ("Experts say it is late.", "Ann Lee, an economist, said it is late.", "a wider word for a scholar"),
    ("Police said it was late.", "Police spokesman Erik Ostrand said it was late.", "the body for its spokesman"),
    ("Officers said it was late.", "Police said it was late.", "two words for the force"),
    ("The police department said it was late.", "Halden police said it was late.", "two words for the force"),
    ("Authorities said it was late.", "Police said it was late.", "authorities may be police"),
    ("The ministry said it was late.", "The Norvane Ministry said it was late.", "the body by its noun"),
    ("Port Union leader Erik Ostrand said so.", "The Port Union said it was late.", "a body and its leader"),
    (
        "Downing Street said it was late.",
        "The prime minister, Erik Ostrand, said it was late.",
        "an office for its holder",
    ),
    ("The White House said it was late.", "President Marta Lindqvist said it was late.", "an office for its holder"),
    ("Local news outlets said it was late.", "Local news sources said it was late.", "the same outlets in other words"),
    ("The company said it was late.", "The Harbour Bank said it was late.", "a body by a general noun"),
    ("The statement said it was late.", "Lindqvist said it was late.", "a document for its author"),
    ("Lindqvist and Ostrand said it was late.", "Ostrand said it was late.", "one of several"),
    ("Researchers said it was late.", "The study said it was late.", "authors and their study"),
]


@pytest.mark.parametrize(("one", "other", "reason"), COMPATIBLE)
def test_may_be_the_same(one: str, other: str, reason: str) -> None:
    """Equivalence before difference."""
    assert verdict(one, other) in (Verdict.SAME, Verdict.UNKNOWN), reason


DIFFERENT = [
    ("Ostrand said it was late.", "Lindqvist said it was late.", "two persons"),
    ("Reuters reported that it was late.", "Lindqvist said it was late.", "an outlet for a person"),
    ("Halden police said it was late.", "The Associated Press reported that it was late.", "police for an agency"),
    ("The lawsuit says it was late.", "Al Jazeera reported that it was late.", "a document for an outlet"),
    ("The fire service said it was late.", "Police said it was late.", "two services"),
    ("The Guardian reported that it was late.", "The BBC reported that it was late.", "two outlets"),
    ("The Harbour Bank said it was late.", "The Port Union said it was late.", "two bodies"),
    ("Prosecutors said it was late.", "Marta Lindqvist, the victim's mother, said it was late.", "court for family"),
    ("The cardinal said it was late.", "Witnesses said it was late.", "clergy for bystanders"),
    ("Mr. Lindqvist said it was late.", "Ms. Ostrand said it was late.", "two persons with titles"),
]


@pytest.mark.parametrize(("one", "other", "reason"), DIFFERENT)
def test_is_somebody_else(one: str, other: str, reason: str) -> None:
    """Certain differences are found, whichever text comes first."""
    assert verdict(one, other) is Verdict.DIFFERENT, reason
    assert verdict(other, one) is Verdict.DIFFERENT, reason


def test_a_name_where_only_a_described_group_stood_is_narrowed() -> None:
    """A name against a group that need not include it is a verdict of its own."""
    named, group = "Marta Lindqvist, the mayor, said it was late.", "Forest officials said it was late."
    assert verdict(named, group) is Verdict.NARROWED
    assert verdict(group, named) is not Verdict.NARROWED
