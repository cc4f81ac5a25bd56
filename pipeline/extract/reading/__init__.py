"""Reading a scene from top to bottom, each line with what it takes over from the text before."""
