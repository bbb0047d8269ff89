"""Floor 1: what the words of the house mean. Standard library only; frozen dataclasses and functions."""
