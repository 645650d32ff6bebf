"""Runs the programs of the site on every cell of the matrix, judges what happens, and records it."""
