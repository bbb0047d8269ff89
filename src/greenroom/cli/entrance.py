"""Stands before the application and looks at one-time links only.

A browser that comes from a file is, to the rules of cookies, on its way from another site: the cookie that the link
sets would be held back on the very next page (``SameSite=Strict``). So such a visit is first answered with a page of
this site that leads on to the link; from there the way is Greenroom's own.
"""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from .opening import OPENED, remove_for

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LINK = re.compile(r"/enter/[A-Za-z0-9_-]{1,100}")


def entrance(application: Application, home: Path) -> Application:
    """Return ``application`` with the door before it; a link that is used takes its page in ``home`` away."""

    async def enter(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and LINK.fullmatch(scope["path"]):
            if scope["query_string"] == OPENED.encode():
                await _lead_on(scope["path"], send)
                return
            remove_for(home, scope["path"])
        await application(scope, receive, send)

    return enter


async def _lead_on(path: str, send: Send) -> None:
    """Answer with a page that leads to ``path``, which holds nothing but letters, digits and ``/_-``."""
    body = f'<!doctype html><meta charset="utf-8"><title>Greenroom</title><a href="{path}">Open Greenroom</a>\n'
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(body)),
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
        "Refresh": f"0; url={path}",
    }
    pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": 200, "headers": pairs})
    await send({"type": "http.response.body", "body": body.encode()})
