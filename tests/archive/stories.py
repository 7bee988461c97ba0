"""Small invented articles, as many as a test wants."""

from __future__ import annotations

import datetime as dt

from derive.model import Article

_PLACES = ("Port Halden", "Southmark", "Veldmar", "Ostra Bay", "St Brannoc", "Kelder Point", "Marrick", "Tolvane")
_DEEDS = ("closed a ferry berth", "raised the harbour levy", "sold its trawlers", "halted a tram line", "hired pilots")
_THINGS = ("lashings", "dredger", "breakwater", "turbines", "lifeboats", "moorings", "pontoon", "customs", "silos")


def story(number: int, **changes: object) -> Article:
    """The article of a number; the same number is the same article."""
    place, deed = _PLACES[number % 8], _DEEDS[number % 5]
    thing, other = _THINGS[number % 9], _THINGS[(number // 9) % 9]
    text = (
        f"{place} {deed} in ruling Q{number}\n\n"
        f"The council of {place} {deed} on Tuesday under ruling Q{number}x, after inspector Mar{number}el Tovik "
        f"found faults in {number + 1000} of the {thing}.\n\n"
        f"“We had no choice,” said Tovik, who has looked after the {other} for {number % 40 + 3} years. "
        f"Repairs will cost {number * 7 + 10000} crowns, clerk Ilse Brand{number}t said."
    )
    fields: dict[str, object] = {
        "id": f"s{number}",
        "text": text,
        "title": f"{place} {deed} in ruling Q{number}",
        "outlet": ("Coast Daily", "Norvane Post")[number % 2],
        "published": dt.date(2025, 1, 1) + dt.timedelta(days=number % 300),
        "url": f"https://example.org/s{number}",
    }
    return Article(**{**fields, **changes})  # type: ignore[arg-type]


def stories(count: int) -> list[Article]:
    """The first `count` articles."""
    return [story(number) for number in range(count)]
