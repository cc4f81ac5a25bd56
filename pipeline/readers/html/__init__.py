"""Web pages: the visible blocks, which of them are the article, and what the page says of itself."""
