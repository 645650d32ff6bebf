"""Build the whole production site into site/ ($SITE_URL: its address)."""

from scripts import builder, generated
from scripts.bootstrap import ToolError
from scripts.checks import site as checks
from scripts.checks.tree import Tree
from scripts.paths import ROOT, SITE


def main(argv: list[str]) -> int:
    """Build strictly, then check every link of what was built."""
    for path in generated.stale():
        raise ToolError(
            f"{path.relative_to(ROOT)}:1: a generated block is out of date; repair: python3 -m scripts generate"
        )
    builder.require_includes(Tree())
    done = builder.produce()
    print(done.stdout, end="")
    if done.returncode:
        raise ToolError("the site was not built: mend what is listed above")
    problems = checks.problems(SITE)
    print("\n".join(problems))
    return int(bool(problems))
