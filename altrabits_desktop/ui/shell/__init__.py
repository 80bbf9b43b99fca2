"""The window around the pages: side bar, page stack, banners."""
