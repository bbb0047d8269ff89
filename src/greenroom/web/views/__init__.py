"""One file per resource; function views that make one call into ``practice`` each."""
