package org.openots.distillation.field3d.gl;

import org.joml.Vector3fc;

/**
 * Something that sounds for as long as it is named in each call of {@link Sounds#hear}.
 *
 * @param id one sound of the plant, for example the tag of a pump
 * @param kind what it sounds like
 * @param at m
 * @param loudness 0 silent, 1 full beside it
 * @param pitch 1 as made; a pump at half speed 0.5
 */
public record Sound(String id, Kind kind, Vector3fc at, float loudness, float pitch) {
    /** What it sounds like. */
    public enum Kind {
        /** A running pump. */
        PUMP,
        /** Gas or steam that comes out. */
        HISS,
        /** Flames. */
        FIRE,
        /** The alarm horn. */
        HORN,
        /** One footstep. */
        STEP,
        /** A handwheel that is turned. */
        WHEEL
    }
}
