"""``greenroom serve`` and ``greenroom link``: start the server on loopback, hand out one-time links.

The server runs inside this process: one thing to stop, nothing left behind when it is killed, Django set up once.
"""

import asyncio
import os
import signal
import socket
import sys
import threading
import time
from argparse import Namespace
from importlib import import_module
from pathlib import Path

from greenroom import work
from greenroom.work import Laptop

from . import house, opening
from .browser import open_browser
from .entrance import entrance
from .exits import Exit, Stop
from .first_page import after_first_page
from .running import HOST, Running, answers, claim, running

APPLICATION = "greenroom.site.asgi"  # named as text, as Django's settings are: the site stands a floor above us
WORKER = "greenroom.site.worker"
PATIENCE = 30.0  # seconds until a server that does not answer is given up
GRACE = 3.0  # seconds that requests under way are given at the end
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def serve(options: Namespace) -> int:
    """Start Greenroom, print and open the link, and stay until Ctrl-C."""
    if not 1 <= options.port <= 65535:
        raise Stop(f"{options.port} is no port. Choose one from 1024 to 65535.", Exit.USAGE)
    house.need_content()
    home = house.open_house()
    _refuse_below_full()
    held = claim(home, options.port)
    if held is None:
        return _second(home, running(home), browser=not options.no_browser)
    try:
        _check_free(options.port)
        _watch_page(home)
        link = _new_link(options.port)
        threading.Thread(target=_announce, args=(home, link, options), daemon=True).start()
        asyncio.run(_run(home, options.port))
    finally:
        opening.remove(home)
        os.close(held)
    print("\nGreenroom has stopped.", flush=True)
    # The server's own threads may still be ending. Taking the interpreter down under them ends in an abort now and
    # then, so the process is left at once; everything is written by now.
    sys.stderr.flush()
    os._exit(Exit.DONE)


def link(options: Namespace) -> int:
    """Print a fresh one-time link to the running server."""
    server = running(house.open_house())
    if server is None:
        raise Stop("Greenroom is not running. Start it with `./greenroom serve`.", Exit.NOT_HERE)
    print(_new_link(server.port))
    return Exit.DONE


async def _run(home: Path, port: int) -> None:
    """Serve until a signal asks to end."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server.embed import Server

    worker = Laptop([sys.executable, "-P", "-m", WORKER], os.environ, work.bell.ring)
    work.use(worker)
    application = after_first_page(entrance(import_module(APPLICATION).application, home), worker.start)
    server = Server(
        application,
        address=HOST,
        port=port,
        interface=Interfaces.ASGINL,
        websockets=False,
        log_level=LogLevels.error,  # its one warning says at every start that this way is experimental
    )
    loop = asyncio.get_running_loop()
    for ending in ENDINGS:
        loop.add_signal_handler(ending, server.stop)
    try:
        await server.serve()
    finally:
        worker.close()
    if unfinished := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(unfinished, timeout=GRACE)  # requests that are under way; cancelling them would be noisy


def _refuse_below_full() -> None:
    """Raise ``Stop`` when strangers' code may come and this machine cannot keep it in."""
    from greenroom.practice import hosting

    if refusal := hosting.refusal():
        raise Stop(f"{refusal} For your own code alone, start without GREENROOM_HOSTED.")


def _announce(home: Path, link: str, options: Namespace) -> None:
    """Print the link as soon as the page behind it answers, and open it."""
    if not _answers_within(options.port, PATIENCE):
        print(f"The server has not answered for {PATIENCE:.0f} s. Ctrl-C stops it.", file=sys.stderr, flush=True)
        return
    print(f"Greenroom is at {link}", flush=True)
    print("The link works once, within ten minutes; `./greenroom link` makes another. Ctrl-C stops.", flush=True)
    if not options.no_browser:
        open_browser(home, link)


def _watch_page(home: Path) -> None:
    """Throw away a page that a crash left behind, and from now on each whose link has run out."""
    from greenroom.practice import session

    opening.remove(home)
    lasts = session.LINK_LASTS.total_seconds()
    threading.Thread(target=opening.watch, args=(home, lasts), daemon=True).start()


def _second(home: Path, server: Running | None, *, browser: bool) -> int:
    """A server of this home runs already: hand out a link to it."""
    if server is None or not _answers_within(server.port, PATIENCE):
        raise Stop("Another Greenroom is starting with this home and does not answer yet. Try again in a moment.")
    link = _new_link(server.port)
    print(f"Greenroom is running already (process {server.pid}): {link}", flush=True)
    if browser and (opener := open_browser(home, link)):
        opener.join(PATIENCE)  # the process must not end under it; the running server takes the page away
    return Exit.DONE


def _answers_within(port: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not (there := answers(port)) and time.monotonic() < until:
        time.sleep(0.02)
    return there


def _check_free(port: int) -> None:
    """Raise ``Stop`` when the port cannot be had."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise Stop(f"Port {port} is kept for administrators. Try `./greenroom serve --port 8321`.") from None
        except OSError:
            other = port + 1 if port < 65535 else 8321
            raise Stop(f"Port {port} is taken by another program. Try `./greenroom serve --port {other}`.") from None


def _new_link(port: int) -> str:
    from greenroom.practice import session

    return f"http://{HOST}:{port}/enter/{session.new_link()}"
