"""What must be true of every run, one a module: each yields a sentence for every way in which it is not."""
