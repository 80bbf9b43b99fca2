"""One folder a page: page.py shows, view_model.py knows."""
