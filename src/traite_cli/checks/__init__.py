"""One file a check, and what runs them."""
