"""Settings: what a newsroom decides. Configuration with its origins, rules per draft, waivers and baselines."""

from derive.settings.load import Setting, Settings, load
from derive.settings.rules import Rules, rules_for, weighed
from derive.settings.waivers import Waiver, Waivers, add_waiver, load_waivers

__all__ = [
    "Rules",
    "Setting",
    "Settings",
    "Waiver",
    "Waivers",
    "add_waiver",
    "load",
    "load_waivers",
    "rules_for",
    "weighed",
]
