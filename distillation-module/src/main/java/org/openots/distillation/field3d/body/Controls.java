package org.openots.distillation.field3d.body;

/**
 * What the player wants in one step.
 *
 * @param forward -1 backward to 1 forward; on a ladder down and up
 * @param right -1 left to 1 right
 * @param run faster
 * @param crouch lower
 * @param use true only in the step in which the key for taking hold goes down
 * @param turn change of the view to the left, radian
 * @param look change of the view upward, radian
 */
public record Controls(float forward, float right, boolean run, boolean crouch, boolean use, float turn, float look) {
    /** Nothing pressed. */
    public static final Controls NONE = new Controls(0, 0, false, false, false, 0, 0);

    /**
     * The same keys with the turn of a step.
     *
     * @param left change of the view to the left, radian
     * @param upward change of the view upward, radian
     * @param hold whether a hand takes hold beside
     * @return the controls of the step
     */
    public Controls turning(double left, double upward, boolean hold) {
        return new Controls(forward, right, run, crouch, use || hold, (float) left, (float) upward);
    }

    /**
     * Walking in the direction of view.
     *
     * @param turn change of the view to the left, radian
     * @return forward with that turn
     */
    public static Controls walk(float turn) {
        return new Controls(1, 0, false, false, false, turn, 0);
    }
}
