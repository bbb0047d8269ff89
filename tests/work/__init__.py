"""The port through which work is handed over."""
