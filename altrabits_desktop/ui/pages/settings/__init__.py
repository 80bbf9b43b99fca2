"""Page Settings: theme, language, network cards."""
