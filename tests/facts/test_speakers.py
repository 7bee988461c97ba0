"""Who says what: golden sentences for the grammar of credit."""

from __future__ import annotations

import pytest

from derive.facts import quotes, speakers
from derive.facts.speakers import Certainty, Statement
from derive.model import Article
from derive.text import read


def statements(text: str) -> tuple[Statement, ...]:
    """The statements of a text, with its quotations read as in the pipeline."""
    document = read(Article("a", text))
    return speakers.find(document, quotes.find(document))


QUIET = [
    ("The port of Halden handles 400 ships a year.", "no verb of saying"),
    ("The sign states the speed limit.", "a thing that does not speak"),
    ("The United States sent two ships.", "'States' is part of a name"),
    ("A report of the accident is expected in May.", "a noun, not a verb"),
    ("The alleged thief left the town.", "a participle before a noun"),
    ("He is said to be ill.", "nobody says it"),
    ("The plan was reported in May.", "a passive without a speaker"),
    ("Lindqvist declined to comment.", "nothing is said"),
    ("The ministry did not respond to the letter.", "nothing is said"),
    ("The minister refused to say how many were hurt.", "nothing is said"),
    ("Lindqvist could not confirm the figure.", "nothing is confirmed"),
    ("The mayor will announce the winner on Friday.", "nothing is announced yet"),
    ("The winner posted a time of 2:11:20.", "a time is no statement"),
    ("The company added 20 jobs in Halden, a town of few people.", "it hired, it did not speak"),
    ("The coast guard called off its search.", "to call off is not to call"),
    ("They called a taxi.", "to call for is not to describe, and 'they' is nobody"),
    ("The tower maintains a list of the members.", "to keep, not to insist"),
    ("The Senate confirmed him on Friday.", "an office, not a fact"),
    ("The bank raised its charges.", "a noun"),
    ("Norvane-claimed waters begin at the cape.", "part of a compound"),
    ("The firm found a new owner in May.", "it found a thing, not a fact"),
    ("The party supported the bill.", "a vote, not a statement"),
    ("The storm threatened the harbour.", "a storm does not speak"),
    ("To say more would be unwise.", "an infinitive without a speaker"),
    ("Conservative voices were heard in Halden.", "a plural noun before its verb"),
    ("The Ostrand painting shows that Halden had a wall.", "a painting of that name"),
    ("Ostrand went on leave in May.", "to go on is to speak only beside a quotation"),
    ("Lindqvist told the truth.", "a verb of another meaning"),
    ("Lindqvist portrayed a docker in four films.", "a part, not a description"),
    ("Lindqvist wrote a letter in May.", "a letter, not what it says"),
    ("Lindqvist was admitted to the club and admitted to the board.", "to be let in"),
    ("Lindqvist found that the door was open.", "what happened, not what is said"),
    ("Lindqvist was certain of the way.", "no clause"),
    ("They put the crates in the yard.", "to put is to say only with it, down to or a figure"),
]


@pytest.mark.parametrize(("text", "reason"), QUIET)
def test_nobody_is_credited(text: str, reason: str) -> None:
    """No statement with a known speaker is read where nothing is said."""
    assert [one.text for one in statements(text) if one.entities and one.entities[0].names] == [], reason


# text | words for the speaker and the cue | how what is said begins
SPOKEN = [
    # before the verb
    ("Lindqvist said the port would close.", "Lindqvist said", "the port would"),
    ("Lindqvist said that the port would close.", "Lindqvist said", "that the port"),
    ("Marta Lindqvist has said the port will close.", "Marta Lindqvist has said", "the port will"),
    ("Lindqvist later told reporters that she would stay.", "Lindqvist later told", "that she"),
    ("Lindqvist on Monday said the port would close.", "Lindqvist on Monday said", "the port would"),
    ("The minister this morning said the port would close.", "The minister this morning said", "the port would"),
    ("Lindqvist also repeatedly warned that the quay was weak.", "Lindqvist also repeatedly warned", "that the quay"),
    ("Lindqvist, however, denied that the quay was weak.", "Lindqvist, however, denied", "that the quay"),
    ("Police said two men had been arrested.", "Police said", "two men"),
    ("Officials in Ankara said the road was open.", "Officials in Ankara said", "the road"),
    ("A spokesman for the Port Union said the plan was dead.", "A spokesman for the Port Union said", "the plan"),
    ("The ministry's spokeswoman said the plan was dead.", "The ministry's spokeswoman said", "the plan"),
    ("Prosecutors allege that he took the money.", "Prosecutors allege", "that he took"),
    ("Sand said the law was too weak.", "Sand said", "the law"),
    ("Critics say the law is too weak.", "Critics say", "the law"),
    ("The mayor of Halden said the town would pay.", "The mayor of Halden said", "the town"),
    (
        "Norvane Ministry officials confirmed that the ship had sunk.",
        "Norvane Ministry officials confirmed",
        "that the",
    ),
    ("The government announced that the bridge would be built.", "The government announced", "that the bridge"),
    ("The ministry's figures show that exports fell.", "The ministry's figures show", "that exports"),
    ("A report by the union found that wages had fallen.", "A report by the union found", "that wages"),
    ("The lawsuit claims the firm knew of the leak.", "The lawsuit claims", "the firm knew"),
    ("Reuters reported that the ship had sunk.", "Reuters reported", "that the ship"),
    ("News 12 reported the bridge was shut.", "News 12 reported", "the bridge"),
    ("The Halden Post reports the mayor will resign.", "The Halden Post reports", "the mayor"),
    ("Ostrand wrote on Twitter that he was safe.", "Ostrand wrote", "on Twitter"),
    ("Ostrand tweeted: “We are safe and well.”", "Ostrand tweeted", "We are safe"),
    ("Lindqvist urged residents to stay at home.", "Lindqvist urged", "residents to"),
    ("Lindqvist called the plan “a gift to rivals”.", "Lindqvist called", "the plan"),
    ("Lindqvist praised the crews for their courage.", "Lindqvist praised", "the crews"),
    ("Ostrand blamed the ministry for the delay.", "Ostrand blamed", "the ministry"),
    ("Lindqvist believes the port can be saved.", "Lindqvist believes", "the port"),
    (
        "The Norvane army issued a warning about mines near the coast.",
        "The Norvane army issued a warning",
        "about mines",
    ),
    ("She said the port would close.", "She said", "the port"),
    ("They said they had no choice.", "They said", "they had"),
    ("The same officer suggested that the cable had snapped.", "The same officer suggested", "that the cable"),
    ("“The quay is lost,” Lindqvist continued in her letter.", "Lindqvist continued", "The quay is"),
    ("“The quay is lost”, the voter went on.", "the voter went", "The quay is"),
    ("“Stay indoors,” warned the mayor.", "warned the mayor", "Stay indoors"),
    ("“What is left?” asked Senator Ann Sand, looking up.", "asked Senator Ann Sand", "What is"),
    ("Lindqvist went on to say that it was late.", "Lindqvist went on to say", "that it"),
    ("The law was a guard, he argued: without it, boxes would be lost.", "he argued", "The law"),
    ("The search stopped, with Sand describing the cold as “murderous”.", "Sand describing", "the cold"),
    ("The court in Halden ruled that the lease was void.", "The court in Halden ruled", "that the lease"),
    ("It rained after the High Court in Halden ruled that it was void.", "the High Court in Halden ruled", "that it"),
    ("State councillors opposing the law argued it was late.", "State councillors opposing the law argued", "it was"),
    ("Officials put the loss at 5m crowns.", "Officials put", "the loss"),
    ("Sand called her answer evasive.", "Sand called", "her answer"),
    ("AB&C stated that the line was cut.", "AB&C stated", "that the line"),
    # without a reporting verb, or behind another one
    ("Lindqvist was confident that the port would reopen.", "Lindqvist was confident", "that the port"),
    ("The firm is not sure it will win.", "The firm is not sure", "it will win"),
    ("Lindqvist made it clear that she would stay.", "Lindqvist made it clear", "that she"),
    ("In Lindqvist's view, the port is lost.", "In Lindqvist's view", "the port"),
    ("In the words of Nils Berg, it was late.", "In the words of Nils Berg", "it was"),
    ("By the ministry's own estimate, it will cost 5m.", "By the ministry's own estimate", "it will"),
    ("It was Ostrand's claim that the quay was safe.", "Ostrand's claim", "that the quay"),
    (
        "A warning from the Norvane Ministry that the quay was weak came late.",
        "warning from the Norvane Ministry",
        "that",
    ),
    ("Lindqvist's answer was simple: “The port is lost.”", "Lindqvist's answer", "was simple"),
    ("For Lindqvist, “the port is lost”.", "For Lindqvist", "the port"),
    ("Lindqvist was quick to point out that it was late.", "Lindqvist was quick to point", "out that"),
    ("Lindqvist sought to reassure voters that it was safe.", "Lindqvist sought to reassure", "voters"),
    ("Lindqvist has tried explaining that it was late.", "Lindqvist has tried explaining", "that it"),
    ("Lindqvist kept saying that it was late.", "Lindqvist kept saying", "that it"),
    ("Analysts expect prices to fall.", "Analysts expect", "prices to"),
    ("Lindqvist and Berg both said it was late.", "Lindqvist and Berg both said", "it was"),
    ("President Moon Jae-in said it was late.", "President Moon Jae-in said", "it was"),
    ("Berg was quoted by Reuters as saying it was late.", "Berg was quoted by Reuters as saying", "it was"),
    ("Figures released on Friday showed that trade fell.", "Figures released on Friday showed", "that trade"),
    ("The decree signed by the mayor said it was late.", "The decree signed by the mayor said", "it was"),
    ("Lindqvist wrote in a letter to the board that it was late.", "Lindqvist wrote", "in a letter"),
    ("The port is old, and she bought a ship, court papers say.", "court papers say", "The port is"),
    ("The old port, Lindqvist said, would close.", "Lindqvist said", "would close"),
    # with an apposition or a relative clause
    (
        "Dr Nils Berg, retail expert from Halden University, said the shops were full.",
        "Dr Nils Berg, retail expert from Halden University, said",
        "the shops",
    ),
    ("Grant, president of the Port Union, said it was late.", "Grant, president of the Port Union, said", "it was"),
    ("“I am sorry,” said Nils Berg, who added that he was ill.", "who added", "that he was"),
    (
        "The head of the PU union (Port, Rail and Water Workers), Nils Berg, said it was late.",
        "The head of the PU union (Port, Rail and Water Workers), Nils Berg, said",
        "it was",
    ),
    ("Ann Sand, who works for Tormo, a shop, said it was late.", "Ann Sand, who works for Tormo, a shop, said", "it"),
    (
        "The Post quoted Nils Berg, a docker, as saying “it is late”.",
        "Nils Berg, a docker, as saying",
        "it is late",
    ),
    (
        "Marta Lindqvist, the harbour master, said the port would close.",
        "Marta Lindqvist, the harbour master, said",
        "the",
    ),
    ("Erik Ostrand, 45, a docker, said the port would close.", "Erik Ostrand, 45, a docker, said", "the port"),
    (
        "The harbour master, Marta Lindqvist, said the port would close.",
        "The harbour master, Marta Lindqvist, said",
        "the",
    ),
    (
        "Ostrand, who has led the union since 2010, said the plan was dead.",
        "Ostrand, who has led the union since 2010, said",
        "the",
    ),
    ("Ostrand, speaking in Halden, said the plan was dead.", "Ostrand, speaking in Halden, said", "the plan"),
    ("Ostrand speaking to the council said the plan was dead.", "Ostrand speaking to the council said", "the plan"),
    (
        "Rep. Erik Ostrand, D-Pa., chair of the panel, said the plan was dead.",
        "Rep. Erik Ostrand, D-Pa., chair of the panel, said",
        "the",
    ),
    (
        "Artist Ann Lee (The Quay, Low Tide) told of a hard winter.",
        "Artist Ann Lee (The Quay, Low Tide) told",
        "of a hard",
    ),
    (
        "The union's leader, retired docker Erik Ostrand, said the plan was dead.",
        "The union's leader, retired docker Erik Ostrand, said",
        "the",
    ),
    (
        "The Daily Telegraph, citing two officials, reported that the ship had sunk.",
        "The Daily Telegraph, citing two officials, reported",
        "that",
    ),
    # behind what is said
    ("“We cannot wait,” Lindqvist said.", "Lindqvist said", "We cannot wait"),
    ("“We cannot wait,” said Lindqvist.", "said Lindqvist", "We cannot wait"),
    ("“We cannot wait,” said Marta Lindqvist, the harbour master.", "said Marta Lindqvist", "We cannot wait"),
    (
        "“We cannot wait,” said the harbour master, Marta Lindqvist.",
        "said the harbour master, Marta Lindqvist",
        "We cannot",
    ),
    ('"We cannot wait," Lindqvist told reporters on Monday.', "Lindqvist told", "We cannot wait"),
    ("“We cannot wait,” state Senator Marta Lindqvist (R) said.", "Senator Marta Lindqvist (R) said", "We cannot wait"),
    ("The port will close in May, Lindqvist said.", "Lindqvist said", "The port will close"),
    ("The port will close in May, said Lindqvist, the harbour master.", "said Lindqvist", "The port will close"),
    ("The port will close in May, police said on Monday.", "police said", "The port will close"),
    ("The port will close in May, Lindqvist said off the record.", "Lindqvist said", "The port will close"),
    ("The port will close in May, according to Lindqvist.", "according to Lindqvist", "The port will close"),
    (
        "The port will close, the union's lawyer, Erik Ostrand, argued.",
        "the union's lawyer, Erik Ostrand, argued",
        "The port",
    ),
    ("Yoga and music are offered, newspaper The Halden Post reported.", "The Halden Post reported", "Yoga and music"),
    ("“The law is clear,” the letter states.", "the letter states", "The law is clear"),
    ("Because only the council may do so, reads the motion.", "reads the motion", "Because only"),
    ("“Why should they?” Justice Lindqvist asked.", "Justice Lindqvist asked", "Why should they"),
    ("“It is late,” Mr. Ostrand was quoted as saying.", "Mr. Ostrand was quoted as saying", "It is late"),
    # according to
    ("According to Lindqvist, the port will close.", "According to Lindqvist", "the port will"),
    ("According to the Norvane Ministry, 400 people will go.", "According to the Norvane Ministry", "400 people"),
    ("According to police in Halden, two men were hurt.", "According to police in Halden", "two men"),
    ("While some disagree, according to Lindqvist the port will close.", "according to Lindqvist", "the port will"),
    ("The port, according to Lindqvist, will close.", "according to Lindqvist", "The port"),
    # in other shapes
    ("Both Lindqvist and Ostrand urged the government to act.", "Both Lindqvist and Ostrand urged", "the government"),
    ("Police and county officials say the road is open.", "Police and county officials say", "the road"),
    ("In a statement, Lindqvist said the port would close.", "Lindqvist said", "the port would"),
    ("In a statement Lindqvist said the port would close.", "Lindqvist said", "the port would"),
    ("At a news conference in Halden, Ostrand said he would resign.", "Ostrand said", "he would resign"),
    ("The closure was described by Ostrand as “a gift to rivals”.", "described by Ostrand", "as"),
    ("The mayor opposed the plan and suggested a vote.", "suggested", "a vote"),
    ("Lindqvist left early, saying that the talks had failed.", "saying", "that the talks"),
    ("Lindqvist: “No comment on the quay.”", "Lindqvist", "No comment"),
    ("Lindqvist on the closure: “No comment on the quay.”", "Lindqvist on the closure", "No comment"),
    ("Lindqvist commented on the vote: “It was a good day for us.”", "Lindqvist commented", "on the vote"),
    ("But, as Mr. Ostrand pointed out, the port was already closed.", "Mr. Ostrand pointed", "out"),
    ("Ostrand referred to the plan as “a gift to rivals”.", "Ostrand referred", "to the plan"),
    ("The court criticised the plan, which Ostrand called “a gift to rivals”.", "Ostrand called", "a gift"),
    ("The I-N-L says the race is no record.", "The I-N-L says", "the race"),
    ("Port to close in May, minister says", "minister says", "Port to close"),
]


@pytest.mark.parametrize(("text", "cue", "said"), SPOKEN)
def test_speaker_and_cue_and_what_is_said(text: str, cue: str, said: str) -> None:
    """The span covers speaker and cue, and the content begins where it should."""
    found = {one.text: one for one in statements(text)}
    assert cue in found
    content = found[cue].content
    plain = read(Article("a", text)).plain
    assert any(piece.of(plain).lstrip("“\"' ").startswith(said) for piece in content), [p.of(plain) for p in content]


SPLIT = [
    ("“We cannot wait,” Lindqvist said. “The quay is cracked.”", "Lindqvist said", ("We cannot wait", "The quay")),
    ("“We,” said Lindqvist, “cannot wait any longer.”", "said Lindqvist", ("We", "cannot wait")),
    ("“Terrible,” she said, “is the word for it.”", "she said", ("Terrible", "is the word")),
]


@pytest.mark.parametrize(("text", "cue", "pieces"), SPLIT)
def test_a_quotation_split_by_its_credit_is_one_speakers(text: str, cue: str, pieces: tuple[str, ...]) -> None:
    """Both halves belong to the speaker between them, or who goes on in the same paragraph."""
    plain = read(Article("a", text)).plain
    said = [piece.of(plain) for one in statements(text) if one.text == cue for piece in one.content]
    for piece in pieces:
        assert any(one.startswith(piece) for one in said), said


def test_two_speakers_in_a_sentence_keep_their_own_words() -> None:
    """What one says ends where the other begins."""
    text = "Lindqvist said the port would close, while Ostrand called the plan “a gift to rivals”."
    plain = read(Article("a", text)).plain
    first, second = statements(text)
    assert [piece.of(plain) for piece in first.content] == ["the port would close"]
    assert second.text == "Ostrand called"


CARRIED = [
    ("“We cannot wait,” Lindqvist said.\n\n“The quay is cracked from end to end.”", "nothing stands between"),
    ("“We cannot wait,” Lindqvist said.\n\nShe left.\n\n“The quay is cracked from end to end.”", "only she came up"),
    ("Lindqvist said: “We cannot wait.\n\n“The quay is cracked from end to end.”", "the quotation goes on"),
]


@pytest.mark.parametrize(("text", "reason"), CARRIED)
def test_speech_without_a_credit_is_the_last_speakers(text: str, reason: str) -> None:
    """A quotation alone in its paragraph goes on with the one before it."""
    last = statements(text)[-1]
    assert last.certainty is not Certainty.UNKNOWN, reason
    assert {name for one in last.entities for name in one.names} == {("lindqvist",)}, reason


OPEN = [
    ("“We cannot wait,” Lindqvist said.\n\nErik Ostrand left.\n\n“The quay is cracked.”", "somebody else came up"),
    ("“We cannot wait,” Lindqvist said.\n\nIt was raining.\n\n“The quay is cracked.”", "the story went on"),
]


@pytest.mark.parametrize(("text", "reason"), OPEN)
def test_speech_behind_another_subject_may_be_anybodys(text: str, reason: str) -> None:
    """Unknown is an honest answer."""
    assert statements(text)[-1].certainty is Certainty.UNKNOWN, reason


def test_a_quotation_is_numbered() -> None:
    """The statement knows which quotation of the document it credits."""
    text = "The “quay” is old. “We cannot wait,” Lindqvist said. Ostrand said it would close."
    found = {one.text: one.quote for one in statements(text)}
    assert found == {"Lindqvist said": 1, "Ostrand said": None}


@pytest.mark.parametrize(
    "piece",
    ["Lindqvist, ", "said Marta and ", "the mayor, who ", "according to ", "“said ", "of the ", "A (B, ", "said "],
)
def test_a_long_text_of_the_worst_kind_is_read(piece: str) -> None:
    """Nothing in the grammar runs away on 100 kB of one pattern."""
    statements(piece * (100_000 // len(piece)))
