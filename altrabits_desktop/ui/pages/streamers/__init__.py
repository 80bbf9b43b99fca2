"""Page Streamers: everything that is heard, live, as cards for a few and as rows for many."""
