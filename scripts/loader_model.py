"""``docs/assets/loaders/model.js``: what the chooser's estimates are made of, generated from the results."""

import json
from statistics import median

from scripts.bench import model, results
from scripts.paths import BENCH, DOCS

TARGET = DOCS / "assets" / "loaders" / "model.js"
HEADER = "// Written by `python3 -m scripts generate` from the benchmark's results; do not edit.\n"


def text() -> str:
    """The file's content: database -> milliseconds per feature, and the median error on other points."""
    found = results.load(BENCH)
    databases = {}
    for database in ("postgresql", "sqlite"):
        fitted = model.fit(found, database)
        apart = [sample for sample in model.samples(found, database) if not model.is_fitted(sample.point)]
        off = median(abs(fitted.error(sample)) for sample in apart)
        databases[database] = {"per": fitted.per, "median": round(off, 3)}
    return f"{HEADER}export default {json.dumps(databases, indent=1)};\n"
