"""UK spelling folded to US spelling, so that house style is never a difference."""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = (  # each with letters that a word must have for it: most words have none of them
    # Behind a consonant only: "organise", but not "raise" or "noise".
    ("is", re.compile(r"(?<=[a-z][b-df-hj-np-tv-z])is(?=(?:e|es|ed|ing|ation|ations|ational|er|ers|able)$)"), "iz"),
    ("ys", re.compile(r"(?<=[ao]l)ys(?=(?:e|es|ed|ing|er|ers)$)"), "yz"),
    ("our", re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ers?|ing|abl[ey]|ites?|ful|fully|hoods?|ly|al|less|y)?$)"), "or"),
    # A second syllable before "ll": "travelled", "cancelling", but "filled" is not "filed".
    ("ll", re.compile(r"(?<=[aeiou])([a-z]*[aeiou])ll(?=(?:ed|ing|ings|er|ers)$)"), r"\1l"),
    (
        "re",
        re.compile(r"^((?:kilo|centi|milli)?met|cent|theat|fib|lit|spect|lust|calib|meag|somb|sab)re(?=[sd]?$)"),
        r"\1er",
    ),
    ("ence", re.compile(r"^(def|off|lic|pret)ence(?=(?:s|d)?$)"), r"\1ense"),
    ("ogue", re.compile(r"^(anal|catal|dial|epil|monol|prol|travel)ogue(?=s?$)"), r"\1og"),
    ("ae", re.compile(r"(?<=[a-z])ae(?=m|sth|di|tric|olog)"), "e"),
    ("ss", re.compile(r"^(bias|focus)s(?=(?:ed|ing)$)"), r"\1"),
    ("tt", re.compile(r"^(benefit|target|budget|combat)t(?=(?:ed|ing)$)"), r"\1"),
    ("fulfil", re.compile(r"(?<=[a-z])fulfil(?=(?:s|ment)?$)|^fulfil(?=(?:s|ment)?$)"), "fulfill"),
    ("l", re.compile(r"^(enrol|instal|instil|enthral|appal|skil|wil)(?=(?:s|ment|ments|ful|fully)?$)"), r"\1l"),
)  # fmt: skip
_WORDS = {
    "acknowledgement": "acknowledgment", "adviser": "advisor", "advisers": "advisors", "aeroplane": "airplane",
    "aeroplanes": "airplanes", "afterwards": "afterward", "ageing": "aging", "aluminium": "aluminum",
    "amongst": "among", "amidst": "amid",
    "artefact": "artifact", "artefacts": "artifacts", "axe": "ax", "backwards": "backward", "behove": "behoove",
    "burnt": "burned", "carcase": "carcass", "cheque": "check", "cheques": "checks", "chequered": "checkered",
    "connexion": "connection", "cosy": "cozy", "defence": "defense", "diarrhoea": "diarrhea",
    "disc": "disk", "doughnut": "donut", "dreamt": "dreamed", "draught": "draft", "draughts": "drafts",
    "dyke": "dike", "encyclopaedia": "encyclopedia", "enquire": "inquire", "enquired": "inquired",
    "enquiries": "inquiries", "enquiry": "inquiry", "faeces": "feces", "foetal": "fetal", "foetus": "fetus",
    "forwards": "forward", "gaol": "jail", "grey": "gray", "greys": "grays", "gynaecologist": "gynecologist",
    "haemorrhage": "hemorrhage", "haemophilia": "hemophilia", "homoeopathy": "homeopathy", "jewellery": "jewelry",
    "judgement": "judgment", "judgements": "judgments", "kerb": "curb", "kerbs": "curbs", "learnt": "learned",
    "leapt": "leaped", "leukaemia": "leukemia", "liquorice": "licorice", "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers", "manoeuvred": "maneuvered", "manoeuvring": "maneuvering", "mould": "mold",
    "mouldy": "moldy", "moult": "molt", "moustache": "mustache", "mum": "mom", "mums": "moms", "oestrogen": "estrogen",
    "onwards": "onward", "organisational": "organizational", "orthopaedic": "orthopedic", "outwards": "outward",
    "paediatric": "pediatric", "paediatrician": "pediatrician", "paedophile": "pedophile", "paedophiles": "pedophiles",
    "plough": "plow", "ploughed": "plowed", "practise": "practice", "practised": "practiced", "practises": "practices",
    "practising": "practicing", "programme": "program", "programmes": "programs", "pyjamas": "pajamas",
    "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism", "sceptics": "skeptics",
    "smelt": "smelled", "smoulder": "smolder", "smouldering": "smoldering", "spelt": "spelled", "spoilt": "spoiled",
    "storey": "story", "storeys": "stories", "sulphur": "sulfur", "sulphate": "sulfate",
    "towards": "toward", "travelogue": "travelog", "tyre": "tire", "tyres": "tires", "upwards": "upward",
    "counsellor": "counselor", "counsellors": "counselors", "marvellous": "marvelous", "mediaeval": "medieval",
    "whilst": "while", "whisky": "whiskey", "woollen": "woolen", "yoghurt": "yogurt",
}  # fmt: skip
# Words in -ise and -our that no spelling writes otherwise.
_KEPT = tuple(
    "promis compromis premis demis surmis exercis incis excis concis precis circumcis surpris compris enterpris appris"
    " repris advertis expertis franchis merchandis aris sunris advis devis revis supervis televis improvis otherwis"
    " likewis despis chastis paradis treatis contour detour hour tour pour flour four sour scour your our devour"
    " velour paramour troubadour glamour oases bases phases analyses crises".split()
)

_LONGEST = 30  # letters; what is longer is no word, and would cost the rules its length squared


@lru_cache(maxsize=1 << 15)
def american(word: str) -> str:
    """The US form of a lower-case word; both spellings of a word get the same form, right or not."""
    if word in _WORDS:
        return _WORDS[word]
    if len(word) > _LONGEST or word.startswith(_KEPT):
        return word
    for sign, pattern, replacement in _RULES:
        if sign in word:
            word = pattern.sub(replacement, word)
    return word
