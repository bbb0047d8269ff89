"""Floor 5: the REST API. Each operation translates in, makes one call into ``practice``, and translates out."""
