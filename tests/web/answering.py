"""Answers that a test's server can close itself."""

from collections.abc import Iterable, Iterator
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class Answer:
    """What the site answers; it is closed once."""

    def __init__(self, made: Iterable[bytes]) -> None:
        self._made, self._open = made, True

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._made)

    def close(self) -> None:
        if self._open and hasattr(self._made, "close"):
            self._made.close()
        self._open = False


def answering(app: WSGIApplication) -> WSGIApplication:
    """Put each answer of an app into its request's environment, as `answer`."""

    def answered(environ: WSGIEnvironment, start: StartResponse) -> Answer:
        environ["answer"] = answer = Answer(app(environ, start))
        return answer

    return answered
