"""A copy of everything that is kept about the person, to read and to keep. Legal base: AVG art. 12(3) and 15."""
