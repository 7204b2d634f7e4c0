"""pandoc and Typst, confined: children without network, that see no file but those handed over, with limits."""
