"""The page in a real browser: silent, accessible, usable by keyboard, on paper, on a phone and without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from derive.report import Report
from tests.browser.conftest import Open
from tests.render.reports import ALONE, CLEAN, FERRY, SEVERAL, STRANGER, long_pair, report, scan_report

PAGES: dict[str, Report] = {
    "ferry": report(FERRY),
    "several": report(SEVERAL),
    "clean": report(CLEAN),
    "alone": report(ALONE),
    "stranger": report(STRANGER),
    "nothing": report(),
    "scan": scan_report(),
}


@pytest.mark.parametrize("name", PAGES)
def test_loads_without_a_word_or_a_request(show: Open, name: str) -> None:
    show(PAGES[name]).quiet()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(show: Open, name: str) -> None:
    """WCAG 2.2 AA and best practice; light and dark, wide and narrow."""
    page = show(PAGES[name]).page
    for width, scheme in ((1280, "light"), (360, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(show: Open, scheme: str) -> None:
    """As published, filters and details unfolded, a finding chosen; and a pair inside a scan."""
    page = show(PAGES["several"], color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.keyboard.press("n")
    assert Axe().run(page).violations_count == 0
    page.get_by_role("radio", name="As published").check()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page = show(PAGES["scan"], "#pair-1", color_scheme=scheme).page
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_never_scrolls_sideways(show: Open, name: str) -> None:
    page = show(PAGES[name]).page
    for width in (3840, 1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if page.locator(".views:visible").count():
        page.get_by_role("radio", name="As published").check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


class TestKeyboard:
    def test_n_and_p_walk_the_findings_with_focus_and_address(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        walked = []
        for key in ("n", "n", "j", "p", "k", "p"):
            page.keyboard.press(key)
            walked.append(page.evaluate("document.activeElement.id"))
            assert page.evaluate("location.hash") == f"#{walked[-1]}"
        assert walked == [f"finding-{n}" for n in (1, 2, 3, 2, 1, 5)]
        assert page.locator("[data-at]").inner_text() == "Finding 5 of 5"
        assert page.locator("#finding-5").is_visible()

    def test_goes_on_from_the_finding_that_was_clicked(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        page.locator(".ledger a[href='#finding-3']").click()
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.id") == "finding-4"

    def test_leaves_other_keys_and_shortcuts_alone(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        for key in ("Control+p", "Alt+n", "x"):
            *held, pressed = key.split("+")
            page.evaluate(
                "([key, held]) => document.body.dispatchEvent(new KeyboardEvent("
                "'keydown', {key, bubbles: true, ctrlKey: held == 'Control', altKey: held == 'Alt'}))",
                [pressed, "".join(held)],
            )
        assert page.evaluate("location.hash") == ""

    def test_keys_can_be_turned_off(self, show: Open) -> None:
        """WCAG 2.1.4: somebody who dictates must be able to say a word with an n."""
        page = show(PAGES["ferry"]).page
        page.locator(".filters summary").click()
        page.locator("[data-keys]").uncheck()
        page.keyboard.press("n")
        assert page.evaluate("location.hash") == ""

    def test_everything_is_reached_by_tab(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        reached = set()
        for _ in range(80):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate(
                    "(one => one.dataset.step || one.name || one.className || one.tagName)(document.activeElement)"
                )
            )
        assert {"skip", "view", "-1", "1"} <= reached
        assert any("badge" in one for one in reached)

    def test_the_skip_link_leads_to_the_findings(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "findings"


class TestFilters:
    def test_severity_hides_cards_marks_and_lines(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        page.locator(".filters summary").click()
        page.locator("[data-filter=severity][value=error]").uncheck()
        assert page.locator(".card:visible").count() == 3
        assert page.locator(".ledger li:visible").count() == 3
        assert page.locator(".rows mark.off").count() == 4
        assert page.locator("[data-status]").inner_text() == "3 of 5 findings, 7 of 7 rows"
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.id") == "finding-3"

    def test_check_and_style_and_only_rows_with_findings(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        page.locator(".filters summary").click()
        page.locator("[data-filter=check][value=hedge]").uncheck()
        assert page.locator("#finding-3").is_hidden()
        page.locator("[data-only]").check()
        assert page.locator(".row:visible").count() == 4
        page.locator("[data-filter=style][value=new]").uncheck()
        assert page.locator(".row.new").is_hidden()
        assert page.locator("[data-status]").inner_text() == "3 of 5 findings, 3 of 7 rows"

    def test_a_permalink_opens_at_its_finding(self, show: Open) -> None:
        page = show(PAGES["ferry"], "#finding-4").page
        assert page.evaluate("document.activeElement.id") == "finding-4"
        page.wait_for_function(
            "(y => 0 <= y && y < innerHeight)(document.activeElement.getBoundingClientRect().y)", timeout=5000
        )


class TestLinking:
    def test_the_same_number_stands_on_both_sides(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        row = page.locator(".row:has(#finding-1)")
        assert row.locator(".original mark").inner_text() == "214 people1"
        assert row.locator(".rewrite mark").inner_text() == "241 people1"

    def test_focus_on_one_text_lights_and_scrolls_the_other(self, show: Open) -> None:
        page = show(long_pair(60)).page
        page.get_by_role("radio", name="As published").check()
        rewrite = page.locator(".column").nth(1).locator(".linked").nth(40)
        rewrite.focus()
        lit = page.locator(".column").nth(0).locator(".lit")
        assert lit.count() == 1
        assert lit.get_attribute("data-rows") == rewrite.get_attribute("data-rows")
        inside = page.evaluate(
            "([a, b]) => { const x = a.getBoundingClientRect(), y = b.getBoundingClientRect();"
            "return x.top >= y.top && x.bottom <= y.bottom }",
            [lit.element_handle(), page.locator(".column").nth(0).element_handle()],
        )
        assert inside

    def test_hover_does_the_same(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        page.get_by_role("radio", name="As published").check()
        page.locator(".column").nth(0).locator(".linked").nth(1).hover()
        assert page.locator(".column").nth(1).locator(".lit").count() == 2

    def test_copies_a_finding_as_text(self, show: Open) -> None:
        page = show(PAGES["ferry"], permissions=["clipboard-read", "clipboard-write"]).page
        page.locator("#finding-1 [data-copy]").click()
        page.locator("#finding-1 [data-copy]").get_by_text("Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").splitlines() == [
            "1. Number (Error)",
            "Original: 214 people",
            "Rewrite: 241 people",
            "Another figure for the same thing.",
            f"In the sentence: {FERRY.rewrite.sentences[1]} {FERRY.rewrite.sentences[2]}",
        ]

    def test_rewording_is_marked_on_demand(self, show: Open) -> None:
        page = show(PAGES["ferry"]).page
        loose = page.locator(".row.loose .rewrite ins").first
        line = "one => getComputedStyle(one).textDecorationLine"
        assert loose.evaluate(line) == "none"
        assert page.locator(".row.close .rewrite ins").first.evaluate(line) == "underline"
        page.locator("[data-rewording]").check()
        assert loose.evaluate(line) == "underline"


class TestWithoutScript:
    def test_everything_is_there(self, show: Open) -> None:
        opened = show(PAGES["ferry"], java_script_enabled=False)
        page = opened.page
        assert page.locator(".card").count() == page.locator(".card:visible").count() == 5
        assert page.locator("button:visible").count() == 0
        page.locator(".unused summary").click()
        assert page.get_by_text("Her owner, Halden Lines, declined to comment.").first.is_visible()
        opened.quiet()

    def test_links_and_the_switch_work(self, show: Open) -> None:
        page = show(PAGES["ferry"], java_script_enabled=False).page
        page.locator(".ledger a[href='#finding-3']").click()
        assert page.url.endswith("#finding-3")
        page.get_by_role("radio", name="As published").check()
        assert page.locator(".published").is_visible()
        assert page.locator(".rows").is_hidden()
        page.locator(".column").nth(0).locator(".linked").nth(1).click()
        assert page.url.endswith("#r-2")

    def test_a_scan_opens_its_pairs(self, show: Open) -> None:
        page = show(PAGES["scan"], java_script_enabled=False).page
        assert page.locator(".pair:visible").count() == 0
        page.get_by_role("link", name="Ferry strands off Skarnholm").first.click()
        assert page.locator(".pair:visible").count() == 1
        assert page.locator(".index").is_hidden()
        page.locator("#pair-1 .ledger a[href='#pair-1-finding-3']").click()
        assert page.locator("#pair-1").is_visible()
        page.get_by_role("link", name="All articles").click()
        assert page.locator(".index").is_visible()


class TestScan:
    def test_an_edge_leads_to_its_pair(self, show: Open) -> None:
        page = show(PAGES["scan"]).page
        page.locator("svg.graph a[aria-label^='“Nine bruised']").last.click()
        assert page.locator("#pair-2").is_visible()
        assert page.locator("#pair-2 h1").inner_text() == "Nine bruised as ferry strands"

    def test_keys_work_in_the_open_pair_only(self, show: Open) -> None:
        page = show(PAGES["scan"], "#pair-3").page
        page.keyboard.press("n")
        assert page.evaluate("document.activeElement.id") == "pair-3-finding-1"
        assert page.locator("#pair-3").is_visible()

    def test_a_permalink_into_a_pair(self, show: Open) -> None:
        page = show(PAGES["scan"], "#pair-3-finding-2").page
        assert page.locator(".pair:visible").count() == 1
        assert page.evaluate("document.activeElement.id") == "pair-3-finding-2"

    def test_marks_where_an_error_entered(self, show: Open) -> None:
        page = show(PAGES["scan"]).page
        assert page.locator("svg.graph").get_by_text("1 entered here").count() == 1
        assert page.locator("svg.graph").get_by_text("1 inherited").count() == 1


class TestPrint:
    def test_keeps_pairs_together_and_leaves_the_tools_out(self, show: Open) -> None:
        page = show(PAGES["ferry"], color_scheme="dark").page
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".tools").is_hidden()
        assert page.locator("[data-copy]").first.is_hidden()
        assert page.locator(".row").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
        assert page.locator("body").evaluate("one => getComputedStyle(one).color") == "rgb(28, 27, 25)"
        assert page.locator(".unused li").first.is_visible()

    def test_a_long_pair_has_all_its_rows_on_paper(self, show: Open) -> None:
        page = show(long_pair(120)).page
        assert page.pdf(format="A4").startswith(b"%PDF")
        page.emulate_media(media="print")
        assert page.locator(".row").last.evaluate("one => getComputedStyle(one).contentVisibility") == "visible"
