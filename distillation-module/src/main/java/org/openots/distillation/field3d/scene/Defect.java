package org.openots.distillation.field3d.scene;

/**
 * Something wrong at a check point, as the station tells it to who stands near. Parts of a scene follow its signal, which is 1
 * while it is there.
 *
 * @param point id of the check point
 * @param kind its name in the list of defects
 */
public record Defect(String point, String kind) {
    /** Beginning of the signals. */
    public static final String PREFIX = "DEFECT.";

    /**
     * The signal that parts of a scene follow.
     *
     * @return its name
     */
    public String signal() {
        return PREFIX + point + "." + kind;
    }
}
