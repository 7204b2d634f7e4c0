"""Questions about the records: listing them, showing one with all that refers to it."""
