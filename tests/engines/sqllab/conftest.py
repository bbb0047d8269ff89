import pytest

from greenroom.engines.sqllab.server import Server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One server for all tests of a process, in a home of its own."""
    server = Server(tmp_path_factory.mktemp("home"), idle=0)
    yield server
    server.close()
