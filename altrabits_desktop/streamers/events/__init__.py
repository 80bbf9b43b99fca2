"""Events of UPnP renderers: asked for, taken at one callback while they are, and ended."""
