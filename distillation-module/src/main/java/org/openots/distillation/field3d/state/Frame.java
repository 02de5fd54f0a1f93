package org.openots.distillation.field3d.state;

import java.util.List;

/**
 * All that one picture needs beside the scene. The same scene and frame give the same picture.
 *
 * @param seconds time of the picture, s: phase of everything that flickers or turns on
 * @param camera the eye
 * @param motion one number a motion of the scene, in the unit of its kind; of a SPIN the angle, radian
 * @param highlight item that lights up, -1 for none
 * @param guide item that is pointed at by a ring, -1 for none
 * @param plumes in the air
 * @param pools on the floors
 * @param figures other people
 * @param weather light and weather
 */
public record Frame(
        double seconds,
        Camera camera,
        float[] motion,
        int highlight,
        int guide,
        List<Plume> plumes,
        List<Pool> pools,
        List<Figure> figures,
        Weather weather) {
    /** Copies the lists. */
    public Frame {
        plumes = List.copyOf(plumes);
        pools = List.copyOf(pools);
        figures = List.copyOf(figures);
    }
}
