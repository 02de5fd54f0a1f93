bridge
only-for-tests
