"""The interaction matrix says what the recorded outputs say, and where they differ."""

from pathlib import Path

from scripts.tables import interactions


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / "shows-x.py"


def test_one_output_stands_for_both_series(tmp_path: Path) -> None:
    program = write(tmp_path, "shows-x.out", "read: MissingGreenlet\nappend: ok\n")
    found = interactions.outcomes(program)
    assert {way: interactions.cell(told) for way, told in found.items()} == {
        "read": "**fails**",
        "append": "ok",
    }


def test_difference_is_shown_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "shows-x.2.0.out", "read: ok\ndelete: ok\n")
    write(tmp_path, "shows-x.2.1.out", "A warning (deprecated since: 2.1)\nread: TypeError\ndelete: ok\n")
    program = write(tmp_path, "shows-x.mysql.out", "read: ok\ndelete: IntegrityError\n")
    found = interactions.outcomes(program)
    assert interactions.cell(found["read"]) == "ok (2.0), `TypeError` (2.1)"
    assert interactions.cell(found["delete"]) == "ok (SQLite), `IntegrityError` (MariaDB)"


def test_places_that_agree_stand_together(tmp_path: Path) -> None:
    for name in ("shows-x.postgresql.out", "shows-x.mysql.out"):
        write(tmp_path, name, "delete: IntegrityError\n")
    found = interactions.outcomes(write(tmp_path, "shows-x.out", "delete: ok\n"))
    assert interactions.cell(found["delete"]) == "ok (SQLite), `IntegrityError` (PostgreSQL, MariaDB)"


def test_way_that_was_not_tried_is_a_dash() -> None:
    assert interactions.cell({}) == "–"


def test_every_switch_has_a_row() -> None:
    text = interactions.render("models/interactions")
    for name, title in [*interactions.COLLECTIONS.items(), *interactions.COLUMNS.items()]:
        assert text.count(f"| [`{title}`](interactions/shows-{name.replace('_', '-')}.py) |") == 1
    assert "| [`select`](interactions/shows-select.py) | **fails** | **fails** | ok |" in text
    assert "| [`select`](interactions/shows-many-to-one.py) | **fails** | ok |" in text
