"""Messages between the judge and the levels of the sandbox: JSON with descriptors, one packet each.

Only trusted code holds an end of these sockets; a candidate's process has none.
"""

import json
import socket
from collections.abc import Sequence
from typing import Any

_LONGEST, _DESCRIPTORS = 60_000, 12


class Gone(Exception):
    """The other end has closed or died."""


class Late(Gone):
    """The other end is there and did not answer in time."""


def send(end: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = ()) -> None:
    """Send one message; raise ``Gone`` when nobody is there."""
    try:
        socket.send_fds(end, [json.dumps(message).encode()], list(descriptors))
    except OSError as error:
        raise Gone(str(error)) from error


def receive(end: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Wait for one message and return it with its descriptors; raise ``Gone`` when the other end is closed."""
    try:
        data, descriptors, _, _ = socket.recv_fds(end, _LONGEST, _DESCRIPTORS)
    except TimeoutError as error:
        raise Late("no answer in time") from error
    except OSError as error:
        raise Gone(str(error)) from error
    if not data:
        raise Gone("the other end has closed")
    return json.loads(data), descriptors
