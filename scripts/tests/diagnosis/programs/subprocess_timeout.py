"""Raises subprocess.TimeoutExpired: a command that takes too long."""

import subprocess
import sys

subprocess.run([sys.executable, "-c", "import time; time.sleep(5)"], timeout=0.1, check=True)
