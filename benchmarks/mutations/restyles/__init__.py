"""Every honest rewording that must stay silent."""

from benchmarks.mutations.edit import Restyle
from benchmarks.mutations.restyles import dates, figures, wording

RESTYLES = (
    Restyle("figures to words", figures.words),
    Restyle("words to figures", figures.digits),
    Restyle("grouping", figures.grouping),
    Restyle("percent style", figures.percent),
    Restyle("money style", figures.money),
    Restyle("magnitude style", figures.magnitude),
    Restyle("conversion", figures.converted),
    Restyle("rounding", figures.rounded),
    Restyle("date style", dates.style),
    Restyle("weekday to date", dates.day),
    Restyle("date to weekday", dates.weekday),
    Restyle("quotation marks", wording.curly),
    Restyle("apostrophes", wording.apostrophe),
    Restyle("trimmed quote", wording.trimmed),
    Restyle("surname", wording.surname),
    Restyle("spelling", wording.spelling),
    Restyle("contraction", wording.contraction),
)
