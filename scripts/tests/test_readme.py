"""README.md names each folder of the tools, and nothing that is not there."""

import re

from scripts.paths import ROOT

ROW = re.compile(r"^\| ((?:`[^`]+`(?:, )?)+) \|", re.MULTILINE)


def test_table_names_the_folders_that_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {name for row in ROW.findall(text) for name in re.findall(r"`([^`]+)`", row)}
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
    folders = {path for path in (ROOT / "scripts").iterdir() if path.is_dir() and not path.name.startswith("__")}
    assert {f"{path.relative_to(ROOT)}/" for path in folders} <= named
