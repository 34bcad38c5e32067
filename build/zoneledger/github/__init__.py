"""What the repository's host is asked and told by the workflows: its REST interface, and the event that started a run."""
