"""Page Support: the contact for everybody; support requests and their answers for who signed in."""
