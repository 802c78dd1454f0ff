"""Shows on a terminal how far the reading is, how fast it goes, how long it takes yet, and what each worker is at."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text

from ziarchive.ports import Working
from ziarchive.wording import number, pace

Reading = Callable[[], Iterable[Working]]
"""Tells what each worker reads at this moment."""
_PER_SECOND = 4


class Bar(Progress):
    """A bar and below it a line for each worker, while in a `with` block; where there is no terminal, nothing."""

    def __init__(self, label: str, console: Console | None = None) -> None:
        console = console or Console(stderr=True)
        self._reading: Reading = tuple
        super().__init__(
            TextColumn(label, table_column=Column(no_wrap=True)),
            BarColumn(None, table_column=Column(min_width=4, max_width=40, ratio=1)),
            MofNCompleteColumn(table_column=Column(no_wrap=True)),
            _Pace(Column(no_wrap=True)),
            console=console,
            refresh_per_second=_PER_SECOND,
            transient=True,
            expand=True,
            disable=not console.is_terminal,
        )
        self._task = self.add_task(label, start=False, total=None)

    def count(self, done: int, total: int) -> None:
        """Show how much is done; the pace is reckoned from the first time that the total is known."""
        if not self._tasks[self._task].started:
            self.start_task(self._task)
        self.update(self._task, completed=done, total=total)

    def watch(self, reading: Reading) -> None:
        """Show from now on what is being read; it is asked from another thread."""
        self._reading = reading

    def get_renderables(self) -> Iterable[RenderableType]:
        """Yield the bar, then the workers, who has been at it longest first."""
        yield from super().get_renderables()
        for each in sorted(self._reading(), key=lambda working: -working.seconds):
            yield _line(each)


class _Pace(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(pace(int(task.completed), int(task.total or 0), task.elapsed or 0).strip())


def _line(working: Working) -> Text:
    """Return the seconds, the name and the folder: a long folder is what may be cut off."""
    path = PurePosixPath(working.on)
    folder = "" if path.parent == PurePosixPath() else f"  ({path.parent})"
    text = f"  {number(int(working.seconds)):>5} detik  {path.name}"
    return Text.assemble(text, (folder, "dim"), no_wrap=True, overflow="ellipsis")
