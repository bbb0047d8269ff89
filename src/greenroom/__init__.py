"""Greenroom: where a developer prepares for a job interview, on their own machine."""

__version__ = "0.1.0"
