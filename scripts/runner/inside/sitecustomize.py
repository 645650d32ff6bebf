"""Found by a plain ``python file.py`` through PYTHONPATH: installs the report, and leaves no other trace."""

import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
if "SNIPPET_REPORT" in os.environ:
    import report

    report.install(os.environ.pop("SNIPPET_REPORT"))
    os.environ.pop("PYTHONPATH", None)
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here]
