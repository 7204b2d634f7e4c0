"""What somebody may put in a repository to do harm, by family; each entry has a name that says what it is.

``texts`` and ``places``: what a name, a title or a body may hold, and where; every text stands at every place.
``single_files``: files too deep, too long, or quadratic for a careless pattern. ``records``: records that are wrong in as many ways.
``crowds``: many records at once. ``settings``: ``traite.toml``. ``known_faults``: lists for ``--baseline``. ``git_states``: what ``.git`` may be.
What only a disk can hold (pipes, links, names) is in ``test_disk.py``.
"""
