"""What stands before every view."""
