"""The review application: pages made on the server, that work by keys alone and without scripts."""
