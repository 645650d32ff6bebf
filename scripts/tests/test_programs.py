"""Every program on every cell does what its name says, and what its page shows."""

import pytest

from scripts.runner import judgement, matrix, outputs, programs
from scripts.runner.cells import Cell
from scripts.runner.programs import Program
from scripts.runner.session import Programs

RUNS = [(program, cell) for program in programs.read_all() for cell in program.cells]


@pytest.mark.parametrize("run", RUNS, ids=[f"{program.name}-{cell}" for program, cell in RUNS])
def test_program(run: tuple[Program, Cell], programs: Programs) -> None:
    program, cell = run
    result = programs.run(program, cell)
    if result is None:
        pytest.skip(f"not run: no {cell.database} server")
    problems = judgement.judge(program, cell, result)
    if not programs.record:
        problems += outputs.compare(program, cell, result)
        problems += matrix.compare(programs.matrix, program, cell, programs.entry(program, cell, result))
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
