"""Two versions of a record's file that come from one: merged by fields and by entries of lists, every line as somebody wrote it."""
