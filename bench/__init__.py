"""Every speed that Greenroom claims, measured. ``./greenroom bench`` runs them all."""
