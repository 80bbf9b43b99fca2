"""AltraBits Desktop: the companion app for network audio streamers."""
