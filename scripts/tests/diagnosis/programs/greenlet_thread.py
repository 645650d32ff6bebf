"""Raises greenlet.error: cannot switch to a different thread."""

import threading
import time

from greenlet import getcurrent, greenlet

THERE: list[greenlet] = []
thread = threading.Thread(target=lambda: (THERE.append(getcurrent()), time.sleep(0.5)))
thread.start()
while not THERE:
    time.sleep(0.01)
THERE[0].switch()
