"""What records say, in words for people and as plain values for programs: the same for every room that tells them."""
