"""The page at `/` in a real browser: usable by everyone, nothing from elsewhere, files can be dropped."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.gate.newsroom import CHANGED, WIRE
from tests.service.server import Running

_DROP = """() => {
  const data = new DataTransfer();
  data.items.add(new File(["dropped words"], "draft.txt"));
  const drop = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
  document.querySelector("#draft").dispatchEvent(drop);
}"""


def test_from_the_empty_fields_to_the_view(server: Running, browser: Browser) -> None:
    """No axe violation, nothing on the console, no request elsewhere; the view shows both wordings."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: None if request.url.startswith(server.url) else said.append(request.url))
    page.goto(server.url)
    assert Axe().run(page).response["violations"] == []
    page.evaluate(_DROP)
    page.wait_for_function("document.querySelector('#draft').value === 'dropped words'")
    page.fill("#draft", CHANGED)
    page.fill("#original", WIRE["text"])
    page.click("button")
    page.wait_for_url("**/view")
    assert "12 cranes" in page.content()
    assert said == []
    page.close()
