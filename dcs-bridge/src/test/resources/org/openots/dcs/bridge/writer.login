writer
only-for-tests
