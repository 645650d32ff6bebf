"""The Content-Security-Policy of each page, with the hashes of the inline scripts and styles that it holds.

A page carries its policy itself, for hosts where nobody can set a header; nginx sends it as a header too, from the
file that this step writes. It comes after all steps that change pages.
"""

import base64
import hashlib
import re
from pathlib import Path

NGINX = ".nginx-policies.conf"
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
# A script with a source is 'self'; one of another type, such as application/json, is data and never runs.
NOT_INLINE = re.compile(r"""\ssrc=|\stype=["']?(?!module|text/javascript)""")
HEAD = re.compile(r"<meta\s+charset=[^>]*>|<head>")
FRAMES = "; frame-ancestors 'none'"  # only a header can say it
# Files that are no pages: a drawing may style itself, and nothing runs.
FILES = "default-src 'none'; style-src 'unsafe-inline'" + FRAMES
REST = (
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def run(site: Path) -> None:
    """Write the policy into every page, and the policies of all pages into the file that nginx includes."""
    lines = [f'    default "{FILES}";']
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if not HEAD.search(text):  # a part that pages include
            continue
        policy = of(text)
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        page.write_text(HEAD.sub(lambda head, tag=tag: head[0] + tag, text, count=1), encoding="utf-8")
        lines.append(f'    "/{page.relative_to(site).as_posix()}" "{policy}{FRAMES}";')
    written = "\n".join(["# Written by `python3 -m scripts build`.", "map $site_page $site_policy {", *lines, "}", ""])
    (site / NGINX).write_text(written, encoding="utf-8")


def of(text: str) -> str:
    """The policy of a page: what is its own may load, and inline only what it holds now may run."""
    scripts = [body for attributes, body in SCRIPT.findall(text) if not NOT_INLINE.search(attributes)]
    own = {"script-src": scripts, "style-src": STYLE.findall(text)}
    parts = [" ".join([name, "'self'", *dict.fromkeys(map(_hash, bodies))]) for name, bodies in own.items()]
    return "; ".join(["default-src 'none'", *parts, REST])


def read(site: Path) -> dict[str, str]:
    """The policies that nginx sends: path on the site -> policy."""
    lines = (site / NGINX).read_text(encoding="utf-8").splitlines()
    return dict(re.findall(r'^    "?([^" ]+)"? "(.*)";$', "\n".join(lines), re.MULTILINE))


def _hash(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"
