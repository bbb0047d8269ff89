"""One line in the terminal for what is refused: whoever sent it gets the answer, and a trace would help nobody."""

import logging


class OneLine(logging.Formatter):
    """Formats a record without the trace of its exception."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the message alone, on one line; the record is left as it is for other handlers."""
        bare = logging.makeLogRecord(record.__dict__ | {"exc_info": None, "exc_text": None, "stack_info": None})
        return " ".join(super().format(bare).split())
