"""Run MkDocs: for the production site, or to serve while writing."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from scripts.bootstrap import ToolError
from scripts.checks import includes
from scripts.checks.tree import Tree
from scripts.finish import finish
from scripts.paths import ROOT, SITE

# The announcements of a later major version are no matter of this site's.
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}


def command(verb: str, *arguments: str) -> list[str]:
    """The command line of MkDocs, in this environment."""
    return [sys.executable, "-m", "mkdocs", verb, *arguments]


def require_includes(tree: Tree) -> None:
    """Refuse to start MkDocs where an include is missing: its own answer is a traceback.

    Raises:
        ToolError: a sentence per include that does not resolve.
    """
    found = [problem for key in tree.all_keys() for problem in includes.problems(tree, key)]
    if found:
        raise ToolError("\n  ".join(["the site cannot be built:", *found]))


def environment() -> dict[str, str]:
    """This process's environment, with builds made as of the last commit."""
    found = {**os.environ, **QUIET}
    found.setdefault("SOURCE_DATE_EPOCH", _last_commit())
    return found


def build(site: Path = SITE, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Build strictly into ``site``; the result holds what MkDocs said."""
    arguments = command("build", "--strict", "--clean", "--site-dir", str(site))
    return subprocess.run(
        arguments, cwd=root, env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def produce(site: Path = SITE) -> subprocess.CompletedProcess[str]:
    """Build the production site: what MkDocs makes, and the steps after it."""
    done = build(site)
    if done.returncode == 0:
        finish(site)
    return done


def become(arguments: list[str]) -> NoReturn:
    """Go on as another program, so that whoever ends this process ends that one."""
    os.chdir(ROOT)
    if os.name == "nt":
        sys.exit(subprocess.call(arguments, env=environment()))
    sys.stdout.flush()
    os.execve(arguments[0], arguments, environment())


def _last_commit() -> str:
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, text=True, capture_output=True)
    return asked.stdout.strip() or "0"
