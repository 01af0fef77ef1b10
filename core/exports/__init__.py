"""What was read, as files: tables of frames and the JSON of a page."""
