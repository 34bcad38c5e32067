"""Notes everything that goes wrong in a browser context, so that a test that looks at one thing still sees the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, Route

#: A violation is an event of the document; some (a blocked style attribute) are printed by no other means.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", event =>
  console.error("content security policy:", event.effectiveDirective, event.blockedURI, event.sourceFile))
"""


@dataclass
class Watch:
    """What one context has done wrong so far.

    Args:
        origin: the one address space it may ask, with the slash at its end.
        errors: console errors, policy violations and uncaught exceptions.
        failures: requests without an answer, and answers of 400 and above.
        third_party: addresses asked for outside ``origin``; none of them was let through.
    """

    origin: str
    errors: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    third_party: list[str] = field(default_factory=list)

    def findings(self) -> list[str]:
        """All of it, one line each."""
        return [
            *(f"console: {text}" for text in self.errors),
            *(f"request failed: {text}" for text in self.failures),
            *(f"outside the site: {address}" for address in self.third_party),
        ]

    def forgive(self, address: str) -> None:
        """Drop what a deliberately missing page leaves behind: its own 404 answer and the console's line on it."""
        self.failures = [text for text in self.failures if text != f"404 {address}"]
        self.errors = [text for text in self.errors if address not in text]

    def attach(self, context: BrowserContext) -> None:
        """Watch every page of a context from now on."""
        context.add_init_script(REPORT_VIOLATIONS)
        context.route("**/*", self._route)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def _route(self, route: Route) -> None:
        address = route.request.url
        if address.startswith((self.origin, "data:", "blob:")):
            route.continue_()
        else:
            self.third_party.append(address)
            route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _failed(self, request: Request) -> None:
        # A page that is left, or a download that leaves the page, aborts what is under way: no fault.
        if request.failure != "net::ERR_ABORTED":
            self.failures.append(f"{request.failure} {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.failures.append(f"{response.status} {response.url}")


def sideways_scroll(page: Page) -> int:
    """By how many CSS pixels the page is wider than its window."""
    width: int = page.locator("html").evaluate("root => document.scrollingElement.scrollWidth - window.innerWidth")
    return width
