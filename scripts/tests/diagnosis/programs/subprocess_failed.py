"""Raises subprocess.CalledProcessError: a command that fails."""

import subprocess
import sys

subprocess.run([sys.executable, "-c", "raise SystemExit(3)"], check=True)
