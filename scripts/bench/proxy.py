"""A proxy on this machine between a driver and PostgreSQL: it counts the bytes, and delays them."""

import queue
import socket
import threading
import time

CHUNK = 65536


class Proxy:
    """Listens on 127.0.0.1 and passes everything on to a Unix socket.

    ``one_way`` is the delay in seconds that each direction adds, so that a round trip takes twice as long. Packets keep
    their distance: like on a wire, a delay costs no bandwidth.
    """

    def __init__(self, target: str) -> None:
        self.one_way = 0.0
        self.bytes = 0
        self._target = target
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Accept no more connections; those that are open end with their ends."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        """One connection, until both of its ends have closed it."""
        with client, socket.socket(socket.AF_UNIX) as server:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            server.connect(self._target)
            threads = []
            for source, target in ((client, server), (server, client)):
                waiting: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
                threads.append(threading.Thread(target=self._receive, args=(source, waiting), daemon=True))
                threads.append(threading.Thread(target=_send, args=(target, waiting), daemon=True))
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    def _receive(self, source: socket.socket, waiting: "queue.SimpleQueue[tuple[float, bytes]]") -> None:
        data = b"."
        while data:
            try:
                data = source.recv(CHUNK)
            except OSError:
                data = b""
            with self._lock:
                self.bytes += len(data)
            waiting.put((time.monotonic() + self.one_way, data))


def _send(target: socket.socket, waiting: "queue.SimpleQueue[tuple[float, bytes]]") -> None:
    """Send each piece when it is due; an empty one ends the connection."""
    while True:
        due, data = waiting.get()
        if (left := due - time.monotonic()) > 0:
            time.sleep(left)
        try:
            if not data:
                target.shutdown(socket.SHUT_WR)
                return
            target.sendall(data)
        except OSError:
            return
