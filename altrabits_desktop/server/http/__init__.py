"""HTTP of the server: guards, routes, problems, and the document that describes them."""
