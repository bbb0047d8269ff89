"""Floor 5: the pages. Each view translates in, makes one call into ``practice``, and translates out."""
