"""What the records say, kept in SQLite: tables and views, full text, and what was read once already."""
