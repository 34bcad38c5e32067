"""The site's frame: hand-written pages, the shell of generated pages, and the headers they are served with."""
