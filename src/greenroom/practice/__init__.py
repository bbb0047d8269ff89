"""Floor 4: what a candidate can do. One file per noun; transactions start only here."""
