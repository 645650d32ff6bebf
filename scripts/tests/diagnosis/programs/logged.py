"""Raises ConnectionResetError: logged with time and level, twice."""

import logging

logging.basicConfig(format="%(asctime)s %(levelname)s [%(name)s] %(message)s", level=logging.INFO)
LOG = logging.getLogger("app.worker")
for attempt in (1, 2):
    try:
        raise ConnectionResetError(104, "Connection reset by peer")
    except OSError:
        LOG.exception("attempt %d failed", attempt)
