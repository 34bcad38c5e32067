"""The findings of a run in the forms people and machines read, one format a module."""
