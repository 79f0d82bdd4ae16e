"""What reports of one event share, and what each has alone."""
