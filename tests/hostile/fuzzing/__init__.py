"""Hostile pull requests by the thousand: a small sound checkout is spoilt at random, and a command must bear it.

``case`` is one spoilt checkout, ``mutators`` are the ways to spoil it (one a module), ``sandbox`` runs the command in a
process of its own with capped CPU time and memory, ``oracles`` judge what it did (one a module), ``campaign`` puts them
together. The same seed and number always give the same input.
"""
