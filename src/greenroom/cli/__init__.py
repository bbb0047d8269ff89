"""Floor 5: the command ``greenroom``, a thin shell over practice.

Nothing outside the standard library is imported before a command is known, so that ``--help`` answers at once; each
command imports what it needs inside its own function.
"""
