"""What the command line prints for people: tables and trees."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ziarchive.gaps import GapReport, SlotStatus, early
from ziarchive.model import Code, Document, Placement, Plan, State
from ziarchive.naming import periods
from ziarchive.query.choices import STATUSES
from ziarchive.reports import Hit, PageHit, SearchReport, SyncReport
from ziarchive.wording import CADENCES, HOWS, STATES, date_label, likeness, number, percent, unplaced_why

COLOURS = {
    State.MET: "green", State.TO_CONFIRM: "yellow", State.FIX: "magenta", State.OVERDUE: "red",
    State.DUE_SOON: "cyan", State.UPCOMING: "white", State.OPEN: "white", State.WAIVED: "bright_black",
}  # fmt: skip
console = Console(highlight=False)


def show_sync(report: SyncReport) -> None:
    for label, paths in (("baru", report.added), ("berubah", report.changed), ("hilang", report.removed)):
        for path in paths[:20]:
            console.print(Text(f"  {label:8} {path}"))
        if len(paths) > 20:
            console.print(Text(f"  {label:8} … dan {len(paths) - 20} lagi"))
    for old, new in report.renamed[:20]:
        console.print(Text(f"  pindah   {old} → {new}"))
    for each in report.rejected:
        console.print(Text(f"  ditolak  {each.path}: {each.why}", style="red"))
    for path in report.unsettled:
        console.print(Text(f"  menunggu {path}: masih berubah, dibaca pada sync berikutnya", style="yellow"))
    if report.held:
        console.print(Text(report.hold_why, style="bold red"))
    console.print(
        f"{len(report.added)} baru, {len(report.changed)} berubah, {len(report.renamed)} pindah, "
        f"{len(report.removed)} hilang, {number(report.unchanged)} tetap, {len(report.rejected)} ditolak, "
        f"{len(report.held)} ditahan; {report.seconds:.1f} detik."
    )


def show_search(report: SearchReport) -> None:
    console.print(Text(f"Dicari: {report.in_words}. {number(report.total)} dokumen.", style="bold"))
    for problem in (*report.problems, *filter(None, [report.unsure])):
        console.print(Text(f"  {problem}", style="yellow"))
    if report.respelled:
        console.print(Text(f"  Mungkin maksud Anda: {report.respelled}", style="yellow"))
    for lift in report.lifts:
        console.print(Text(f"  Tanpa {lift.words}: {number(lift.total)} dokumen ({lift.query})", style="yellow"))
    for one in report.asked:
        console.print(Text(f"  {one.requirement.code} {one.requirement.title}: {number(one.documents)} dokumen"))
    _show_hits(report.hits)
    if report.partial:
        console.print(Text(f"\n{number(len(report.partial))} dokumen memuat sebagian kata:", style="bold"))
        _show_hits(report.partial)


def _show_hits(hits: Iterable[Hit]) -> None:
    for hit in hits:
        codes = "+".join(map(str, hit.document.placement.codes)) or "belum ditempatkan"
        states = ", ".join(STATUSES.get(state, state) for state in hit.states)
        console.print(Text(f"\n{hit.document.path}", style="cyan"))
        console.print(Text(f"  {codes}" + (f" ({states})" if states else "")))
        for page in hit.pages:
            _show_page(page, "nama atau judul" if hit.titled else "isi")
        if hit.trouble:
            console.print(Text(f"  {hit.trouble}", style="red"))


def _show_page(page: PageHit, otherwise: str) -> None:
    label = f" ({page.label})" if page.label else ""
    place = f"halaman {page.snippet.page}{label}" if page.snippet.page else otherwise
    parts = ((part, "bold yellow" if marked else "") for part, marked in page.snippet.parts)
    console.print(Text.assemble(f"  {place}: ", *parts))


def show_gaps(report: GapReport) -> None:
    totals = report.totals
    console.print(Text(f"{report.plan.title}, {report.plan.unit}", style="bold"))
    console.print(
        f"Per {date_label(report.on)}: kelengkapan {percent(totals.completeness)}; "
        f"setahun {percent(totals.year_completeness)} dari {totals.slots} slot bertanggal."
    )
    console.print(", ".join(f"{STATES[state]} {count}" for state, count in totals.counts.items()))
    if said := early(report):
        console.print(said)
    console.print()
    names = {part.code: part.name for part in (*report.areas, *report.components)}
    for area, within in groupby(report.slots, key=lambda status: status.slot.code.area):
        console.print(Text(f"{area} {names[area]}", style="bold"))
        for component, statuses in groupby(within, key=lambda status: status.slot.code.component):
            console.print(_slot_table(f"{component} {names[component]}", statuses))
    for one in report.uncounted:
        console.print(Text(f"{one.requirement.code} {one.document.path}: {one.document.why}", style="yellow"))


def _slot_table(title: str, statuses: Iterable[SlotStatus]) -> Table:
    table = Table(title=Text(title), title_justify="left", show_edge=False, pad_edge=False)
    for name in ("Kode", "Bukti fisik", "Periode", "Jatuh tempo", "Keadaan", "Berkas"):
        table.add_column(name)
    for status in statuses:
        slot, late = status.slot, " (terlambat)" if status.late else ""
        table.add_row(
            str(slot.code),
            Text(status.requirement.title),
            periods.render(slot.period),
            slot.due.isoformat() if slot.due else "–",
            Text(STATES[status.state] + late, style=COLOURS[status.state]),
            Text("\n".join(each.path.rpartition("/")[2] for each in status.documents)),
        )
    return table


def show_documents(documents: Iterable[Document]) -> None:
    table = Table(show_edge=False, pad_edge=False)
    for name in ("Berkas", "Kode", "Cara", "Periode", "Halaman", "Alasan"):
        table.add_column(name)
    for document in documents:
        placement, content = document.placement, document.content
        table.add_row(
            Text(document.path),
            "+".join(map(str, placement.codes)),
            HOWS[placement.how],
            periods.render(placement.period) if placement.period else "–",
            str(content.pages),
            Text(placement.why),
        )
    console.print(table)


def show_inbox(documents: Iterable[Document], plan: Plan) -> None:
    evidence = {item.code: item.title for item in plan.requirements()}
    for document in documents:
        console.print(Text(document.path, style="cyan"))
        console.print(Text(f"  {unplaced_why(document)}"))
        for line in suggested(document.placement, evidence):
            console.print(Text(f"  {line}"))


def suggested(placement: Placement, evidence: Mapping[Code, str]) -> Iterator[str]:
    """Yield a line for each likely place of a file."""
    for each in placement.suggestions:
        yield f"mungkin {each.code} {evidence.get(each.code, '')} (kemiripan {likeness(each.score)}; {each.why})"


def show_plan(plan: Plan) -> None:
    root = Tree(Text(f"{plan.title}, {plan.unit}, {plan.year}", style="bold"))
    for area in plan.areas:
        area_branch = root.add(Text(f"{area.code} {area.name}", style="bold"))
        for component in area.components:
            branch = area_branch.add(Text(f"{component.code} {component.name}"))
            for indicator in component.indicators:
                leaf = branch.add(Text(f"{indicator.code} {indicator.text} ({indicator.target})"))
                for item in indicator.requirements:
                    when = CADENCES[item.schedule.cadence] if item.schedule else "target tidak terbaca"
                    note = f" [{item.note}]" if item.note else ""
                    leaf.add(Text(f"{item.code} {item.title}: {item.kind}, {when}{note}"))
    console.print(root)
