"""A difference in the forms people and machines read, one format a module. Every cell is untrusted in all of them."""
