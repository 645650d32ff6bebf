"""The names that the programs chose for models, tables and attributes, and others to put in their place."""

import random
import re
from collections.abc import Iterator
from functools import cache

from scripts import keys

MAPPED = re.compile(r"^ +(\w+): \w*Mapped\[(.*)", re.MULTILINE)
FIELD = re.compile(r"^ +(\w+): ([^=\n]+) = (?:Field|Relationship)\(", re.MULTILINE)
CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)
TABLE = re.compile(r'__tablename__ = "(\w+)"')
BASES = {"Base"}
KEPT = {"id"}  # as everywhere
# Another project's models: the class, its plural in code, its singular.
MODELS = (
    *(("Customer", "customers", "customer"), ("Invoice", "invoices", "invoice"), ("Team", "teams", "team")),
    *(("OrderLine", "order_lines", "order_line"), ("Document", "documents", "document"), ("Tag", "tags", "tag")),
    *(("Vehicle", "vehicles", "vehicle"), ("Address", "addresses", "address"), ("Ticket", "tickets", "ticket")),
    *(("Parcel", "parcels", "parcel"), ("Sensor", "sensors", "sensor"), ("Booking", "bookings", "booking")),
    *(("Patient", "patients", "patient"), ("Lesson", "lessons", "lesson"), ("Camera", "cameras", "camera")),
    *(("Station", "stations", "station"), ("Recipe", "recipes", "recipe"), ("Contract", "contracts", "contract")),
    *(("Payment", "payments", "payment"), ("Warehouse", "warehouses", "warehouse"), ("Crew", "crews", "crew")),
    *(("Reading", "readings", "reading"), ("Shipment", "shipments", "shipment"), ("Quote", "quotes", "quote")),
)
# Columns whose meaning is kept: what counts goes on counting.
MEANT = {
    "visits": ("amount", "counter", "stock", "rank"),
    "points": ("total", "score", "balance", "weight"),
    "updated_at": ("changed", "last_change", "touched_on", "modified_at"),
    "changed": ("updated_at", "last_change", "touched_on", "modified_at"),
}
COLUMNS = tuple(
    "label email nickname slug status subject headline caption code summary note region colour size brand phase grade "
    "locale currency origin serial width depth floor lane batch shelf".split()
)


@cache
def texts() -> tuple[str, ...]:
    """The source of every program."""
    return tuple(path.read_text(encoding="utf-8") for path in keys.programs())


@cache
def _found(pattern: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(sorted({match[1] for text in texts() for match in pattern.finditer(text)}))


@cache
def classes() -> tuple[str, ...]:
    """Every class of the programs, the longest name last, so that ``UserOut`` can follow ``User``."""
    return tuple(sorted(set(_found(CLASS)) - BASES, key=lambda name: (len(name), name)))


@cache
def tables() -> tuple[str, ...]:
    """Every table of the programs; SQLModel names one like its class."""
    return tuple(sorted({*_found(TABLE), *(name.lower() for name in classes())}))


@cache
def attributes() -> dict[str, str]:
    """Every mapped attribute and what it is: column, one (a related object) or many."""
    found: dict[str, str] = {}
    for text in texts():
        for match in [*MAPPED.finditer(text), *FIELD.finditer(text)]:
            found[match[1]] = _kind(match[2])
    return {name: kind for name, kind in found.items() if name not in KEPT}


def _kind(annotation: str) -> str:
    if re.match(r"(?:list|List|set)\b", annotation):
        return "many"
    return "one" if any(re.search(rf"\b{name}\b", annotation) for name in classes()) else "column"


@cache
def words() -> tuple[str, ...]:
    """All that the programs chose, labels of columns such as ``post_title`` included."""
    columns = [*(name for name, kind in attributes().items() if kind == "column"), *KEPT]
    labels = [f"{table}_{column}" for table in tables() for column in columns]
    plain = {*classes(), *tables(), *attributes(), *(f"{name.lower()}s" for name in classes())}
    return (*labels, *sorted(plain - set(labels)))


def drawn(chosen: random.Random) -> dict[str, str]:
    """Another name for each word."""
    models = iter(chosen.sample(MODELS, len(MODELS)))
    names = _of_classes(models)
    names |= _of_attributes(chosen, names)
    return names | _of_labels(names)


def _of_classes(models: Iterator[tuple[str, str, str]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for name in classes():
        stem = next((each for each in classes() if each != name and name.startswith(each) and each in names), "")
        if stem:  # UserOut is that other model's Out
            names[name] = names[stem] + name[len(stem) :]
            continue
        new, many, one = next(models, (f"{name}Kind", f"{name.lower()}_kinds", f"{name.lower()}_kind"))
        names |= {name: new, name.lower(): one, f"{name.lower()}s": many}
        names |= {table: f"{one}_table" for table in _found(TABLE) if table.startswith(f"{name.lower()}_")}
    return names


def _of_attributes(chosen: random.Random, known: dict[str, str]) -> dict[str, str]:
    names: dict[str, str] = {}
    pool = iter(chosen.sample(COLUMNS, len(COLUMNS)))
    others = iter(chosen.sample(MODELS, len(MODELS)))
    for name, kind in sorted(attributes().items(), key=lambda each: each[0].endswith("_id")):
        if name in known:
            continue
        if name.endswith("_id"):
            stem = name.removesuffix("_id")
            names[name] = f"{names.get(stem, known.get(stem, stem))}_id"
        elif name in MEANT:
            names[name] = chosen.choice(MEANT[name])
        elif kind == "column":
            names[name] = next(pool, f"{name}_text")
        else:
            _, many, one = next(others)
            names[name] = f"{'all' if kind == 'many' else 'its'}_{many if kind == 'many' else one}"
    return names


def _of_labels(names: dict[str, str]) -> dict[str, str]:
    columns = [*(name for name, kind in attributes().items() if kind == "column"), *KEPT]
    return {
        f"{table}_{column}": f"{names.get(table, table)}_{names.get(column, column)}"
        for table in tables()
        for column in columns
    }
