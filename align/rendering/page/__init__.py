"""The parts of the HTML page, drawn: what the templates write out."""
