"""Documents that leave the house: what goes in, cut to its audience, set by templates, written in five formats."""
