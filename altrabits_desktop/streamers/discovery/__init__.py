"""Ways of hearing streamers on the local network; each turns datagrams into sightings."""
