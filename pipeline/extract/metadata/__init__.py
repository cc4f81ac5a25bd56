"""What a document says of itself: who published it, about which region, and when."""
