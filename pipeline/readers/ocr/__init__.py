"""Recognition of text in pictures, by whichever engine is there."""
