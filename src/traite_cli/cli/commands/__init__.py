"""The commands, one file each: the file's name is the command's, and only the one asked for is imported."""
