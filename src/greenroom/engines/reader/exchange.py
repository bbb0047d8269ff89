"""One exchange over HTTP, which ends when its time is over whatever the other side does.

httpx limits each read and not the whole, so a server that drips would hold us for ever. The exchange therefore runs
in a thread of its own under one deadline, and the caller walks off at that deadline even if the thread is stuck in
looking up a name.
"""

import asyncio
import json
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from threading import Thread
from typing import TYPE_CHECKING, Any

from .reading import Trouble

if TYPE_CHECKING:
    import httpx

LARGEST = 64 * 1024  # bytes of a reply; four remarks need about three thousand


class NoReply(Exception):
    """There is no usable reply. ``status`` is the HTTP status when that was the reason, else 0."""

    def __init__(self, trouble: Trouble, status: int = 0) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.status = status


def post(url: str, body: dict[str, Any], seconds: float) -> bytes:
    """Send ``body`` as JSON and return the reply's bytes. Raises ``NoReply`` for everything that goes wrong."""
    if seconds <= 0:
        raise NoReply(Trouble.TIME)
    reply: Future[bytes] = Future()
    Thread(target=_run, args=(reply, url, body, seconds), name="model", daemon=True).start()
    try:
        return reply.result(timeout=seconds)
    except Late:
        raise NoReply(Trouble.TIME) from None


def _run(reply: "Future[bytes]", url: str, body: dict[str, Any], seconds: float) -> None:
    try:
        reply.set_result(asyncio.run(_timed(url, body, seconds)))
    except BaseException as error:  # whatever it is, it belongs to the caller's thread
        reply.set_exception(error)


async def _timed(url: str, body: dict[str, Any], seconds: float) -> bytes:
    try:
        async with asyncio.timeout(seconds):
            return await _post(url, body)
    except TimeoutError:
        raise NoReply(Trouble.TIME) from None


async def _post(url: str, body: dict[str, Any]) -> bytes:
    import httpx  # here, so that starting Greenroom does not pay for it

    data = json.dumps(body, ensure_ascii=True).encode("ascii")
    # No proxy and no netrc of the environment: the answer goes to the address that was agreed to and nowhere else.
    client = httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=None)  # noqa: S113 - timed above
    headers = {"Content-Type": "application/json", "Accept-Encoding": "identity", "User-Agent": "greenroom"}
    try:
        async with client, client.stream("POST", url, content=data, headers=headers) as reply:
            return await _read(reply)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError):
        raise NoReply(Trouble.UNREACHABLE) from None


async def _read(reply: "httpx.Response") -> bytes:
    if 300 <= reply.status_code < 400:
        raise NoReply(Trouble.REDIRECTED, reply.status_code)
    if reply.status_code != 200:
        raise NoReply(Trouble.REFUSED, reply.status_code)
    if reply.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise NoReply(Trouble.UNREADABLE)  # a few packed bytes could unpack to gigabytes
    read = bytearray()
    async for piece in reply.aiter_raw():
        read += piece
        if len(read) > LARGEST:
            raise NoReply(Trouble.TOO_LARGE)
    return bytes(read)
