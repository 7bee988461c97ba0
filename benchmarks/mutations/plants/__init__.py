"""Every kind of change that is planted."""

from benchmarks.mutations.edit import Plant
from benchmarks.mutations.plants import dates, figures, hedges, people, polarity, quotes

PLANTS = (
    Plant("value", "figure", figures.value),
    Plant("unit", "figure", figures.unit),
    Plant("magnitude", "figure", figures.magnitude),
    Plant("weekday", "figure", dates.weekday),
    Plant("day", "figure", dates.day),
    Plant("year", "figure", dates.year),
    Plant("duration", "figure", dates.duration),
    Plant("quote word", "quote", quotes.word),
    Plant("quote marks", "quote", quotes.marks),
    Plant("swapped speakers", "who", people.swap),
    Plant("misspelt name", "who", people.misspelling),
    Plant("other name", "who", people.stranger),
    Plant("dropped bound", "hedge", hedges.bound),
    Plant("dropped hedge", "hedge", hedges.hedge),
    Plant("not inserted", "negation", polarity.inserted),
    Plant("not removed", "negation", polarity.removed),
    Plant("antonym", "negation", polarity.antonym),
)
