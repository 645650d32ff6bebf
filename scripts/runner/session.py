"""One test session's runs of the programs: begun together, judged by the tests, written down at the end."""

from scripts import generated, guarded
from scripts.paths import GUARDED, ROOT
from scripts.runner import matrix, outputs
from scripts.runner.cells import Cell
from scripts.runner.execution import Result
from scripts.runner.programs import Program, read_all
from scripts.runner.schedule import Schedule


class Programs:
    """The session's runs, and what they told."""

    def __init__(self, record: bool, everywhere: bool = False) -> None:
        self.record = record
        self.everywhere = everywhere
        self.matrix = matrix.load()
        self.schedule = Schedule(self.is_plain)
        self.results: dict[str, dict[Cell, Result]] = {}
        self.read: dict[str, Program] = {}
        self.guarded: matrix.Matrix = {}
        self.not_run: list[str] = []

    def is_plain(self, program: Program, cell: Cell) -> bool:
        """Whether a run is plain ``python``, in which no fork hides anything: where outputs are recorded, and on one
        cell where every cell is run or the matrix does not hold the result of such a run."""
        if self.record:
            return cell.is_reference
        return cell.is_plain and (self.everywhere or not matrix.verified(self.matrix, program, cell))

    def run(self, program: Program, cell: Cell) -> Result | None:
        """The result of one run, remembered for the end of the session."""
        result = self.schedule.result(program, cell)
        if result is None:
            self.not_run.append(f"{program.name} on {cell}")
        else:
            self.read[program.name] = program
            self.results.setdefault(program.name, {})[cell] = result
        return result

    def run_guarded(self, program: guarded.Guarded, cell: Cell) -> matrix.Entry | None:
        """What one run of a guarded program did, remembered for the end of the session."""
        result = self.schedule.result(program, cell)
        if result is None:
            self.not_run.append(f"{program.name} on {cell}")
            return None
        return self.guarded.setdefault(program.name, {}).setdefault(str(cell), guarded.entry(program, cell, result))

    def entry(self, program: Program, cell: Cell, result: Result) -> matrix.Entry:
        """What the matrix keeps of ``result``."""
        return matrix.entry(program, cell, result, self.schedule.servers.versions.get(cell.database, ""))

    def write(self) -> list[str]:
        """Write outputs, matrix and generated tables; return the files that changed."""
        news = {
            name: {str(cell): self.entry(self.read[name], cell, result) for cell, result in results.items()}
            for name, results in self.results.items()
        }
        matrix.save(matrix.merge(matrix.load(), news, {program.name for program in read_all()}))
        changed = [str(GUARDED.relative_to(ROOT))] * guarded.write(self.guarded)
        for name, results in self.results.items():
            changed += _write_outputs(self.read[name], results)
        return changed + generated.write()


def _write_outputs(program: Program, results: dict[Cell, Result]) -> list[str]:
    """Make the files beside ``program`` exactly those of the plan."""
    files = outputs.plan(program, results)
    old = {path for path in program.path.parent.glob("*.out") if path.name.startswith(f"{program.path.stem}.")}
    ran = {cell.database for cell in results}
    # Without a server, what it would have said cannot be known: its file stays.
    stale = {path for path in old - set(files) if not ({"postgresql", "mysql"} - ran) & set(path.name.split("."))}
    changed = [path for path, text in files.items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        path.unlink()
    for path in changed:
        path.write_text(files[path], encoding="utf-8")
    return [str(path.relative_to(ROOT)) for path in [*stale, *changed]]
