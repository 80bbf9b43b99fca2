"""Measures this computer's network, gently and inside its own subnets; judges nothing."""
