"""Whether the addresses that the data and the site's pages name still answer: asked politely, and told in one issue."""
