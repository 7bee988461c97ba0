"""Which words of a text stand in quotation marks. All sentences are fiction."""

from __future__ import annotations

import pytest

from derive.facts.quotes import find
from derive.model import Article
from derive.text import read

NONE: list[tuple[str, str]] = [
    ("no mark at all", "The Norvane Ministry said the ferry would sail on Monday."),
    ("apostrophe inside a word", "The minister's plan isn't Lindqvist's."),
    ("curly apostrophe inside a word", "The minister’s plan isn’t Lindqvist’s."),
    ("possessive of a plural", "The ministers' plan and the voters' answer came late."),
    ("curly possessive of a plural", "The ministers’ plan and the voters’ answer came late."),
    ("possessive of a name in s", "Hollis' house and Weiss' car were sold."),
    ("name with an apostrophe", "Aoife O'Dell and Jean D'Arnaud met in Port Halden."),
    ("til", "The bar is open 'til midnight and 'til dawn on Fridays."),
    ("til, curly", "The bar is open ’til midnight."),
    ("til with the wrong mark", "The bar is open ‘til midnight."),
    ("tis and twas", "'Tis a pity and 'twas ever thus."),
    ("em and cause", "Get 'em now, 'cause they sell fast."),
    ("decade", "Back in the '90s and the '80s the port was busy."),
    ("decade, curly", "Back in the ’90s the port was busy."),
    ("decade with the wrong mark", "Back in the ‘90s the port was busy."),
    ("year without its century", "He won in '98 and again in '02."),
    ("class of a year", "She was in the class of '64."),
    ("rock and roll", "They play rock 'n' roll in the old mill."),
    ("rock and roll, curly", "They play rock ’n’ roll in the old mill."),
    ("feet and inches", "The suspect is 5'10\" tall and broad."),
    ("inches", 'A 6" pipe burst under the quay.'),
    ("feet", "The wall is 12' high and 40' long."),
    ("minutes and seconds", "She ran it in 4'32\" on Sunday."),
    ("a closing mark alone", "We will go,” she said."),
    ("a straight closing mark alone", 'We will go," she said.'),
    ("empty marks", 'He wrote "" and left.'),
    ("marks around a space", "He wrote “ ” and left."),
    ("marks around punctuation", "He typed “!!!” and left."),
    ("dropped letters at the end", "They were goin' and comin' all night."),
    ("Hawaiian letter", "The Hawai'i office answered."),
    ("an apostrophe after a digit", "The 1970's and the 5's were lost."),
    ("curly apostrophe at the start of a word", "It was ’fraid of nothing."),
]

# What is found: the pieces of one quotation are joined by " | ".
PLAIN: list[tuple[str, str, list[str]]] = [
    ("curly double", "“We will go,” she said.", ["We will go,"]),
    ("straight double", '"We will go," she said.', ["We will go,"]),
    ("curly single", "‘We will go,’ she said.", ["We will go,"]),
    ("straight single", "'We will go,' she said.", ["We will go,"]),
    ("French", "« Nous partons », a-t-elle dit.", ["Nous partons"]),
    ("French without spaces", "«Nous partons», a-t-elle dit.", ["Nous partons"]),
    ("French with no-break spaces", "«\u00a0Nous partons\u00a0», a-t-elle dit.", ["Nous partons"]),
    ("Danish", "»Vi rejser,« sagde hun.", ["Vi rejser,"]),
    ("German", "„Wir gehen“, sagte sie.", ["Wir gehen"]),
    ("German single", "‚Wir gehen‘, sagte sie.", ["Wir gehen"]),
    ("Polish", "„Idziemy” powiedziała.", ["Idziemy"]),
    ("Swedish", "”Vi går nu”, sade hon.", ["Vi går nu"]),
    ("single angle", "‹Wir gehen›, sagte sie.", ["Wir gehen"]),
    ("Japanese", "彼女は「行きます」と言った。", ["行きます"]),
    ("Japanese double", "本『海の町』を読んだ。", ["海の町"]),
    ("typewriter marks", "``We will go,'' she said.", ["We will go,"]),
    ("Swedish-looking opening mark in English", "She said: ”We will go.”", ["We will go."]),
    ("two in a sentence", "“Yes,” he said. “No,” she said.", ["Yes,", "No,"]),
    ("a fragment", "He called it “a heavy loss” for the town.", ["a heavy loss"]),
    ("at the start of the text", "“Never.”", ["Never."]),
    ("behind a colon", "She said: “We will go.”", ["We will go."]),
    ("behind a colon without a space", 'She said:"We will go."', ["We will go."]),
    ("behind a dash", "The plan—“madness,” he said—failed.", ["madness,"]),
    ("behind a spaced dash", "The plan – “madness” – failed.", ["madness"]),
    ("before a dash", "“We will go”—that was all.", ["We will go"]),
    ("in brackets", "The plan (“madness”) failed.", ["madness"]),
    ("straight in brackets", 'The plan ("madness") failed.', ["madness"]),
    ("full stop outside", "He called it “madness”.", ["madness"]),
    ("full stop inside", "He called it “madness.”", ["madness."]),
    ("question inside", "“Will we go?” she asked.", ["Will we go?"]),
    ("over a sentence border", "“We will go. We will win,” she said.", ["We will go. We will win,"]),
    ("over three sentences", "“One. Two! Three?” she said.", ["One. Two! Three?"]),
    ("ellipsis", "“We will … go,” she said.", ["We will … go,"]),
    ("brackets inside", "“We will [soon] go,” she said.", ["We will [soon] go,"]),
    ("apostrophes inside", "“We can't and won't go,” she said.", ["We can't and won't go,"]),
    ("curly apostrophes inside", "“We can’t and won’t go,” she said.", ["We can't and won't go,"]),
    ("apostrophes inside single marks", "‘We can’t and won’t go,’ she said.", ["We can't and won't go,"]),
    ("apostrophes inside straight single marks", "'We can't and won't go,' she said.", ["We can't and won't go,"]),
    (
        "possessive plural inside single marks",
        "‘The ministers’ plan is bad,’ she said.",
        ["The ministers’ plan is bad,"],
    ),
    (
        "possessive plural inside straight single marks",
        "'The ministers' plan is bad,' she said.",
        ["The ministers' plan is bad,"],
    ),
    ("elision inside", "“Open 'til ten,” she said.", ["Open 'til ten,"]),
    ("elision inside straight single marks", "'Open 'til ten,' she said.", ["Open 'til ten,"]),
    ("decade inside single marks", "‘The ’90s were ours,’ she said.", ["The ’90s were ours,"]),
    ("single marks that begin with a figure", "‘90 per cent of us will go,’ she said.", ["90 per cent of us will go,"]),
    ("marks that begin with a figure", '"90 people will go," she said.', ["90 people will go,"]),
    ("marks that end with a figure", 'She wrote "we go in 2031" on the wall.', ["we go in 2031"]),
    ("figure before a closing mark and a comma", 'She said "we are 40", and left.', ["we are 40"]),
    ("inches inside", '"The 6" pipe burst," she said.', ['The 6" pipe burst,']),
    ("feet and inches inside", '"He is 5\'10" and broad," she said.', ["He is 5'10\" and broad,"]),
    ("a name with an apostrophe inside single marks", "‘O'Dell is right,’ she said.", ["O'Dell is right,"]),
    ("a nickname", "Marta “Red” Lindqvist won.", ["Red"]),
    ("a nickname in single marks", "Marta ‘Red’ Lindqvist won.", ["Red"]),
    ("a nickname in straight single marks", "Marta 'Red' Lindqvist won.", ["Red"]),
    ("a title", "Her film “The Long Quay” opened.", ["The Long Quay"]),
    ("possessive behind the marks", "The “Long Quay”'s opening was quiet.", ["Long Quay"]),
    ("a list", "They shouted “shame,” “liar” and “out.”", ["shame,", "liar", "out."]),
    ("mixed marks", '“We will go," she said.', ["We will go,"]),
    ("mixed marks, the other way", '"We will go,” she said.', ["We will go,"]),
    ("in a headline", "Minister: ‘We will go’\n\nThe minister spoke on Monday.", ["We will go"]),
    ("a word in a headline", "Ferry ‘was unsafe’ for years\n\nThe ferry sank.", ["was unsafe"]),
    ("no space behind the closing mark", "“We will go.”She left.", ["We will go."]),
    ("straight, no space behind the closing mark", '"We will go."She left.', ["We will go."]),
    ("backtick and apostrophe", "`We will go,' she said.", ["We will go,"]),
    ("low-high reversed", "‟We will go,” she said.", ["We will go,"]),
    ("one letter", "He scored an “A” in June.", ["A"]),
    ("a hashtag", "The tag “#PortHalden” spread.", ["#PortHalden"]),
    (
        "over two short lines",
        "“We will go on and on until\nwe win,” she said.",
        ["We will go on and on until | we win,"],
    ),
    ("invisible character inside", "“We\u200b will go,” she said.", ["We will go,"]),
]

NESTED: list[tuple[str, str, list[str], list[str]]] = [
    ("single in double", "“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"], ["no"]),
    ("straight single in double", "\"He said 'no' to us,\" she said.", ["He said 'no' to us,"], ["no"]),
    ("double in single", "‘He said “no” to us,’ she said.", ["He said “no” to us,"], ["no"]),
    ("both close at once", "“He said ‘no.’” She left.", ["He said ‘no.’"], ["no."]),
    ("both open at once", "“‘No’ is what he said,” she told us.", ["‘No’ is what he said,"], ["No"]),
    ("same marks", "“He said “no” to us.” She left.", ["He said “no” to us."], ["no"]),
    ("same marks that close twice", "“He said “no.”” She left.", ["He said “no.”"], ["no."]),
    ("angle in angle", "« Il a dit “non” », dit-elle.", ["Il a dit “non”"], ["non"]),
    ("two inside", "“I heard ‘yes’ and ‘no’,” she said.", ["I heard ‘yes’ and ‘no’,"], ["yes", "no"]),
    (
        "three deep",
        "“He said ‘she said “go” to me’,” I wrote.",
        ["He said ‘she said “go” to me’,"],
        ["go", "she said “go” to me"],
    ),
    ("unclosed inside", "“He said ‘no to us,” she said. “Go.”", ["He said ‘no to us,", "Go."], []),
    ("corner in corner", "「彼は『行く』と言った」", ["彼は『行く』と言った"], ["行く"]),
]

SPLIT: list[tuple[str, str, list[str]]] = [
    ("said", "“We will go,” she said, “to the end.”", ["We will go, | to the end."]),
    ("said the name", "“We will go,” said Marta Lindqvist, “to the end.”", ["We will go, | to the end."]),
    ("commas outside", '"We will go", she said, "to the end".', ["We will go | to the end"]),
    ("question", "“Will we go,” she asked, “to the end?”", ["Will we go, | to the end?"]),
    ("three pieces", "“We,” she said, “will go,” she added, “soon.”", ["We, | will go, | soon."]),
    ("went on", "“If we go,” he went on, “we go.”", ["If we go, | we go."]),
    ("single marks", "‘We will go,’ she said, ‘to the end.’", ["We will go, | to the end."]),
    ("a dash before the tag", "“We will go –” she said, “to the end.”", ["We will go – | to the end."]),
    ("a new sentence is a new quotation", "“We will go,” she said. “That is all.”", ["We will go,", "That is all."]),
    ("a list is no split", "They cried “shame,” “liar,” and “out.”", ["shame,", "liar,", "out."]),
    ("no cue, no split", "The “red,” a ferry, and “blue” sank.", ["red,", "blue"]),
    ("colon begins anew", "“We will go,” she said, adding: “Soon.”", ["We will go,", "Soon."]),
    ("other marks, other quotation", "“We will go,” she said, ‘to the end.’", ["We will go,", "to the end."]),
]

PARAGRAPHS: list[tuple[str, str, list[str]]] = [
    ("opened anew, closed once", "“One.\n\n“Two,” she said.", ["One. | Two,"]),
    ("three paragraphs", "“One.\n\n“Two.\n\n“Three,” she said.", ["One. | Two. | Three,"]),
    ("straight", '"One.\n\n"Two," she said.', ["One. | Two,"]),
    ("single", "‘One.\n\n‘Two,’ she said.", ["One. | Two,"]),
    ("behind an introduction", "She said: “One.\n\n“Two.”", ["One. | Two."]),
    ("another quotation behind it", "“One.\n\n“Two,” she said. “Three.”", ["One. | Two,", "Three."]),
    ("nested over the border", "“He said ‘no.\n\n“Then he left,” she said.", ["He said ‘no. | Then he left,"]),
    (
        "closed without being opened anew",
        "“One line and\n\nthe next line,” she said.",
        ["One line and | the next line,"],
    ),
    ("broken into lines", '"One is one.\nTwo is two.\nThree," she said.', ["One is one. | Two is two. | Three,"]),
    ("broken into lines, never closed", '"One is one.\nTwo is two.\nThree.\n\nFour.', ["One is one."]),
    ("each paragraph closed", "“One.”\n\n“Two.”", ["One.", "Two."]),
]

UNBALANCED: list[tuple[str, str, list[str]]] = [
    ("never closed", "She said: “We will go.\n\nThe ferry sank.", ["We will go."]),
    ("never closed, straight", 'She said: "We will go.\n\nThe ferry sank.', ["We will go."]),
    ("never closed at the end of the text", "She said: “We will go.", ["We will go."]),
    ("closing mark forgotten before another", "“We will go, she said. “Soon.”", ["We will go, she said.", "Soon."]),
    ("closing mark twice", "“We will go,”” she said. “Soon.”", ["We will go,", "Soon."]),
    ("opening mark twice", "““We will go,” she said.", ["We will go,"]),
    ("an odd straight mark", 'He said "no" and "yes.\n\nThe ferry sank.', ["no", "yes."]),
    ("a stray mark first", "” He said “no.”", ["no."]),
]


def quotations(text: str) -> list[str]:
    document = read(Article("a", text))
    return [" | ".join(piece.of(document.plain) for piece in one.pieces) for one in find(document)]


@pytest.mark.parametrize(("why", "text"), NONE, ids=[why for why, _ in NONE])
def test_quiet_where_nothing_is_quoted(why: str, text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    [*PLAIN, *SPLIT, *PARAGRAPHS, *UNBALANCED],
    ids=[why for why, *_ in [*PLAIN, *SPLIT, *PARAGRAPHS, *UNBALANCED]],
)
def test_finds_what_is_quoted(why: str, text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(("why", "text", "expected", "nested"), NESTED, ids=[why for why, *_ in NESTED])
def test_nested_quotations_belong_to_the_outer_one(why: str, text: str, expected: list[str], nested: list[str]) -> None:
    document = read(Article("a", text))
    assert quotations(text) == expected
    assert [span.of(document.plain) for one in find(document) for span in one.nested] == nested


def test_the_span_holds_the_marks_and_the_attribution_between() -> None:
    document = read(Article("a", "On Monday “we will go,” she said, “to the end.” It rained."))
    (found,) = find(document)
    assert found.text == "“we will go,” she said, “to the end.”"
    assert found.span.of(document.plain) == found.text


def test_an_unclosed_quotation_says_so() -> None:
    document = read(Article("a", "She said: “We will go.\n\nThe ferry sank."))
    assert [one.closed for one in find(document)] == [False]
