"""Every program does what its name says, and what its page shows: here, or, with ``--all-cells``, on every cell."""

import pytest

from scripts.runner import judgement, matrix, outputs, programs
from scripts.runner.cells import Cell
from scripts.runner.programs import Program
from scripts.runner.session import Programs


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each program on its cells: those that record outputs, and those for which the matrix holds no result of it."""
    option = metafunc.config.getoption
    everywhere, known = option("--all-cells") or option("--record"), matrix.load()
    runs = [
        (program, cell)
        for program in programs.read_all()
        for cell in program.cells
        if everywhere or cell.is_reference or not matrix.verified(known, program, cell)
    ]
    metafunc.parametrize("run", runs, ids=[f"{program.name}-{cell}" for program, cell in runs])


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
