"""Score sheets: workbooks and delimited text as grids of cells, and the blocks in them."""
