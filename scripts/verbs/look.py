"""Read every page in the browser, by axe and by keyboard, as test reads the first of a kind; arguments go to pytest."""

from scripts.verbs import test

HALVES = [["-m", "sweep", f"--part={number}/2"] for number in (1, 2)]


def main(argv: list[str]) -> int:
    """Run the tests that `test` leaves out, in two processes, each with a Chromium."""
    own, other = ([*half, *argv] for half in HALVES)
    with test.one_site():
        return test.run_in_parts(own, {"The other half": other})
