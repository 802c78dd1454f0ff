"""The paper as one HTML file to keep and print, with its style and logo inside; every text is escaped.

It is handed out as a file only: it stands under no policy of the site's.
"""

from base64 import b64encode
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from ziarchive import wording
from ziarchive.model import State
from ziarchive.papers import words
from ziarchive.papers.look import BAND, HEAD, INK, LINE, LOOKS, SOFT
from ziarchive.papers.paper import Paper, counted

_LOGO_POINTS = 62


def made(paper: Paper, done: Callable[[], None]) -> bytes:
    """Return the page in UTF-8; `done` is called after each row of the list."""
    logo = paper.letterhead.logo
    page = (
        _environment()
        .get_template("paper.html")
        .render(
            paper=paper,
            head=paper.letterhead,
            logo=b64encode(logo.png).decode() if logo else "",
            logo_size=logo.within(_LOGO_POINTS, _LOGO_POINTS) if logo else None,
            words=words,
            noted=lambda band: counted(band.noted, done),
        )
    )
    return page.encode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("ziarchive.papers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"STATES": tuple(State), "LOOKS": LOOKS}
    made.globals |= {"INK": INK, "SOFT": SOFT, "LINE": LINE, "HEAD": HEAD, "BAND": BAND}
    made.filters["state"] = lambda state: wording.STATES[state]
    return made
