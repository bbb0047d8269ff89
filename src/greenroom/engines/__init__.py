"""Floor 3: engines. Each package shows one name and knows no other engine."""
