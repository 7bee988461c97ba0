"""A newsroom of our own invention: wires, drafts made from them, and what the gate should say to each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

WIRE = {
    "id": "meridian/cranes",
    "title": "Storm fells twelve cranes at Port Halden",
    "outlet": "Meridian Wire",
    "published": "2025-03-04T08:00:00Z",
    "text": (
        "PORT HALDEN, Norvane (Meridian) - The port of Halden lost 12 cranes in the storm on Monday night, the harbour "
        "master said, and ferries to Southmark will not sail before Friday.\n\n"
        "“We will rebuild every one of them before the winter,” harbour master Marta Lindqvist told reporters on the "
        "quay. Nobody was hurt.\n\n"
        "The Norvane Ministry of Transport put the damage at up to 40 million crowns, about a third of it insured.\n\n"
        "Two freighters that were waiting outside the breakwater have been sent to Ostra Bay, the ministry said.\n\n"
        "Dock workers’ leader Piet Arling said that the union had warned of rusted bolts in the cranes’ rails in "
        "November, and that an inspection promised for January never took place."
    ),
}
OTHER = {
    "id": "meridian/ferry",
    "title": "Southmark votes to keep its night ferry",
    "outlet": "Meridian Wire",
    "published": "2025-03-03T08:00:00Z",
    "text": (
        "The council of Southmark voted 31 to 18 to keep the night ferry to Kelder Point for another two years.\n\n"
        "Mayor Ilse Brandt called the subsidy of 3.2 million crowns money well spent."
    ),
}
FAITHFUL = (
    "Storm fells cranes at Halden\n\n"
    "Twelve cranes fell when Monday night's storm hit the port of Halden, according to the harbour master. Ferries to "
    "Southmark stay in port until Friday, Meridian reported.\n\n"
    "“We will rebuild every one of them before the winter,” Marta Lindqvist, the harbour master, told reporters on the "
    "quay. No one was hurt.\n\n"
    "The damage may reach 40 million crowns, the Norvane Ministry of Transport said, and about a third of it is "
    "insured.\n\n"
    "Two freighters waiting outside the breakwater were sent to Ostra Bay.\n"
)
CHANGED = FAITHFUL.replace("Twelve cranes", "Twenty-one cranes")
UNCREDITED = FAITHFUL.replace(", Meridian reported", "")
OWN_STORY = (
    "Choir of Marrick sings for its roof\n\n"
    "The choir of Marrick gave its hundredth concert in the chapel on Sunday to pay for a new roof.\n\n"
    "Conductor Oda Felsen thanked the audience, which had brought its own chairs.\n"
)


def page(title: str, text: str, *, date: str = "2025-03-04", outlet: str = "Halden Courier") -> str:
    """A draft as a content management system's page."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{date}T09:00:00Z"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article>"
        "<footer>Imprint</footer></body></html>"
    )


def put(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write files and give their paths, in order."""
    paths = []
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
        paths.append(folder / name)
    return paths


def wires(folder: Path, *records: Mapping[str, str]) -> Path:
    """A file of wires, one record a line; the two of this newsroom when none is given."""
    path = folder / "wires.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in records or (WIRE, OTHER)), "utf-8")
    return path
