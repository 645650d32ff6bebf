"""The one entry: ``python3 -m scripts VERB [ARGUMENTS]``.

This file and ``bootstrap.py`` run on a bare Python; this one must even parse on an old one.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "python3 -m scripts needs Python 3.11 or newer, and this is %d.%d (%s). Install a newer one and "
        "call it by name, for example: python3.12 -m scripts serve" % (sys.version_info[:2] + (sys.executable,))
    )

from importlib import import_module

from scripts.bootstrap import ToolError, enter_environment
from scripts.paths import verbs


def main(argv):
    """Run the verb that ``argv`` names; without one, list the verbs."""
    known = verbs()
    if not argv or argv[0] not in known:
        print("usage: python3 -m scripts VERB [ARGUMENTS]\n")
        print("\n".join("  %-10s %s" % verb for verb in known.items()))
        return 0 if argv in ([], ["-h"], ["--help"]) else 2
    try:
        enter_environment(argv)
        return import_module("scripts.verbs." + argv[0]).main(argv[1:])
    except ToolError as error:
        sys.stderr.write("python3 -m scripts: %s\n" % error)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
