"""One file a resource; ``app.ROUTERS`` lists them."""
