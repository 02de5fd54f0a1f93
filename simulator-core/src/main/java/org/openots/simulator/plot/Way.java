package org.openots.simulator.plot;

/** A direction along the axes of the site. */
public enum Way {
    /** To the east. */
    EAST(1, 0, 0),
    /** To the west. */
    WEST(-1, 0, 0),
    /** To the north. */
    NORTH(0, 1, 0),
    /** To the south. */
    SOUTH(0, -1, 0),
    /** Upwards. */
    UP(0, 0, 1),
    /** Downwards. */
    DOWN(0, 0, -1);

    private final double east;
    private final double north;
    private final double up;

    Way(double east, double north, double up) {
        this.east = east;
        this.north = north;
        this.up = up;
    }

    /**
     * A step of 1 m.
     *
     * @return of length 1
     */
    public Point step() {
        return new Point(east, north, up);
    }

    /**
     * The other way round.
     *
     * @return the opposite direction
     */
    public Way back() {
        return switch (this) {
            case EAST -> WEST;
            case WEST -> EAST;
            case NORTH -> SOUTH;
            case SOUTH -> NORTH;
            case UP -> DOWN;
            default -> UP;
        };
    }
}
