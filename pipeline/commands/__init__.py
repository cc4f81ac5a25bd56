"""What each command of ``ikp`` understands and prints; the work itself is done by the jobs."""
