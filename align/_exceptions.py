"""Every error that align raises on purpose.

AlignError                   what happened, where, and what to do; exit code 1
├── InputError               a file or text that cannot be read as what it should be
│   └── CorrectionsError     corrections that cannot be read, or that are of other files
├── LanguageError            a language that is unknown, or cannot be told
├── ModelError               a model that is missing, broken or of the wrong kind
└── FormatError              an output or input format that is unknown or violated
"""

from __future__ import annotations


class AlignError(Exception):
    """Base of all errors raised on purpose; its text is fit to be shown to a user."""

    exit_code = 1


class InputError(AlignError):
    """A file or text that cannot be read as what it should be."""


class CorrectionsError(InputError):
    """Corrections that cannot be read, or that were made with other files than those at hand."""


class LanguageError(AlignError):
    """A language that is unknown, or that could not be told from the text."""


class ModelError(AlignError):
    """A model that is missing, broken or of the wrong kind."""


class FormatError(AlignError):
    """A file format that is unknown or violated."""
