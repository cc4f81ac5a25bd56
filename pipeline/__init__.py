"""Indonesia's election-vulnerability releases, read into one national dataset."""
