package org.openots.distillation.field3d.app;

/**
 * Who plays.
 *
 * @param seat number of the seat, may be empty
 * @param name of the operator
 * @param jumps whether one may jump to places of the list
 */
record Player(String seat, String name, boolean jumps) {
    /** Somebody who only looks. */
    static final Player VISITOR = new Player("", "", true);
}
