"""Aligners side by side on the development sets; see ``README.md``."""
