"""The roof for people: options in, calls to the rooms below, answers on the screen; nothing else may import it."""
