"""A small honest server that speaks the protocol of OpenAI-compatible model servers, and logs what it was sent.

It refuses what a real one refuses (another path, another method, no messages), then gives the replies it was told to
give, one a request, the last one again and again.
"""

import contextlib
import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Step = Callable[["Handler"], None]


def says(content: object, *, extra: dict[str, Any] | None = None) -> Step:
    """A chat completion whose message is ``content``: a text as it is, anything else as JSON."""
    return sends(completion(content, extra=extra))


def completion(content: object, *, extra: dict[str, Any] | None = None) -> bytes:
    """The body of a chat completion."""
    text = content if isinstance(content, str) else json.dumps(content)
    body = {"object": "chat.completion", "choices": [{"index": 0, "message": {"role": "assistant", "content": text}}]}
    return json.dumps({**body, **(extra or {})}).encode()


def sends(body: bytes, status: int = 200, **headers: str) -> Step:
    """Any body with any status; header names with ``_`` for ``-``."""

    def step(handler: "Handler") -> None:
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return step


def late(seconds: float, step: Step) -> Step:
    """Say nothing for a while, then what an honest server says: only a limit in time keeps it from being heard."""

    def wait(handler: "Handler") -> None:
        if not handler.server.closing.wait(seconds):
            step(handler)

    return wait


def drips(piece: bytes, pause: float, *, times: int = 10**9, then: bytes = b"", in_head: bool = False) -> Step:
    """A body (or a head) that hardly moves: ``piece`` again and again with a pause in between, ``then`` at last."""

    def step(handler: "Handler") -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"" if in_head else b"Content-Type: application/json\r\n\r\n"))
        for _ in range(times):
            if handler.server.closing.wait(pause):
                return
            handler.wfile.write(piece)
            handler.wfile.flush()
        handler.wfile.write((b"\r\n" if in_head else b"") + then)

    return step


def breaks(handler: "Handler") -> None:
    """Promise a body and hang up in the middle of it."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{")


class Handler(BaseHTTPRequestHandler):
    server: "ModelServer"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.log.append({"path": self.path, "headers": dict(self.headers), "body": json.loads(body)})
        fault = self._fault(json.loads(body))
        step = sends(json.dumps({"error": fault}).encode(), 400) if fault else self.server.next_step()
        with contextlib.suppress(OSError):  # the other side hung up, as it should
            step(self)
        self.close_connection = True

    def _fault(self, body: dict[str, Any]) -> str:
        if self.path != "/v1/chat/completions" or self.headers["Content-Type"] != "application/json":
            return "no such door"
        if not body.get("model") or not body.get("messages") or body.get("stream"):
            return "model and messages are needed, and no stream"
        form = body.get("response_format", {}).get("type")
        if form == "json_schema" and not self.server.knows_schemas:
            return "response_format json_schema is not supported"
        return "" if form in {"json_schema", "json_object"} else "unknown response_format"

    def log_message(self, *_: object) -> None:
        """The log is a list."""


class ModelServer(ThreadingHTTPServer):
    """Listens on loopback while it is entered. ``log`` holds each request: path, headers and body."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *steps: Step, knows_schemas: bool = True) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.steps, self.knows_schemas = list(steps), knows_schemas
        self.log: list[dict[str, Any]] = []
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def received(self) -> str:
        """Everything that was ever sent here, as one text."""
        return json.dumps(self.log, ensure_ascii=False)

    def next_step(self) -> Step:
        return self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]

    def __enter__(self) -> "ModelServer":
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()
