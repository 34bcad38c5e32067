"""Synthetic plans for tests and benchmarks: as many as wanted, in the manner of the curated ones, of places that do not exist."""
