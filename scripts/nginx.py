"""Find an nginx, or install one in CI, or say how."""

import os
import shutil
import subprocess

from scripts.bootstrap import ToolError

UPDATE = "apt-get update -qq"
INSTALL = "apt-get install -y -qq --no-install-recommends nginx-light"


def find() -> str | None:
    """The program that is there; Debian keeps it where only root's PATH leads."""
    return shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"]))


def find_or_install() -> str:
    """The program; in CI it is installed if there is none. Elsewhere its package might start a server nobody wants.

    Raises:
        ToolError: there is none and none could be installed.
    """
    if found := find():
        return found
    for command in _installers() if os.environ.get("CI") else []:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode == 0 and (found := find()):
            return found
    raise ToolError(
        "nginx is not installed: apt-get install nginx-light, and libnginx-mod-http-brotli-static where there is one"
    )


def _installers() -> list[list[str]]:
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        right = []
    elif shutil.which("sudo"):
        right = ["sudo", "-n"]
    else:
        return []
    brotli = f"{INSTALL} libnginx-mod-http-brotli-static"
    return [[*right, "sh", "-c", f"{UPDATE} && ({brotli} || {INSTALL})"]]
