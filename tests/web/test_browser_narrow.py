"""A list is narrowed in its place, in a real browser."""

from playwright.sync_api import Browser, Route, expect

from tests.web.test_browser import archive, base, home, visiting

__all__ = ["archive", "base", "home"]
"""Fixtures, used by name."""


def test_a_list_is_narrowed_in_its_place(base: str, browser: Browser) -> None:
    """The list, its address and its title are the narrowed ones, the page stays, and the way back leads back."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/dokumen")
        before = page.locator(".count").inner_text()
        page.evaluate("window.mark = 'here'")
        page.get_by_label("Jenis").select_option("SK")
        page.get_by_role("button", name="Saring").press("Enter")
        page.wait_for_url("**jenis=SK**")
        expect(page.locator(".count")).not_to_have_text(before)
        expect(page.get_by_role("button", name="Saring")).to_be_focused()
        assert page.evaluate("window.mark") == "here"
        places = page.locator("[name=lanjut]:not(#isi *)").evaluate_all("all => all.map(one => one.value)")
        assert places and all("jenis=SK" in place for place in places)
        narrowed = page.locator(".count").inner_text()
        page.reload()
        assert page.locator(".count").inner_text() == narrowed
        page.go_back()
        expect(page.locator(".count")).to_have_text(before)
        assert visit.troubles == []


def test_what_copies_a_name_is_there_again(base: str, browser: Browser) -> None:
    """Each expected file name of the narrowed list has its button, and each text of the list is of that list."""
    with visiting(browser, base, 1280) as visit:
        page = visit.open("/")
        page.locator("[name=status]").select_option("overdue")
        page.get_by_role("button", name="Saring").click()
        page.wait_for_url("**status=overdue**")
        expect(page.locator(".slot .copier").first).to_be_visible()
        assert page.locator(".slot .copier").count() == page.locator(".slot [data-copy]").count() > 0


def test_a_list_that_does_not_come_is_asked_for_as_a_page(base: str, browser: Browser) -> None:
    """When the list cannot be fetched, the browser goes to its page, which says what is wrong."""

    def only_pages(route: Route) -> None:
        if route.request.resource_type == "fetch":
            route.abort()
        else:
            route.continue_()

    with visiting(browser, base, 1280) as visit:
        page = visit.open("/dokumen")
        page.evaluate("window.mark = 'here'")
        page.route("**/dokumen?*", only_pages)
        page.get_by_label("Jenis").select_option("SK")
        page.get_by_role("button", name="Saring").click()
        page.wait_for_url("**jenis=SK**")
        page.wait_for_function("window.mark === undefined")
        expect(page.locator(".count")).to_be_visible()
