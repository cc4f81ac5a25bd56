"""The picture of the scores of one edition: what it shows, and how it is drawn."""
