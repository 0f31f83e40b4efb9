"""What tests in a real browser share: reading a page only when it is there."""

from playwright.sync_api import Page


def hoe_breed(page: Page) -> int:
    """Measure how wide the page is, in CSS pixels, once its styles are there; wider than the window scrolls sideways."""
    page.wait_for_load_state()
    breed: int = page.evaluate("document.documentElement.scrollWidth")
    return breed


def inhoud(page: Page) -> str:
    """Read the whole page once it has come in, so that what is not in it is not in it."""
    page.wait_for_load_state()
    return page.content()
