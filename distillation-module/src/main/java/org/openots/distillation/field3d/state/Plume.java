package org.openots.distillation.field3d.state;

import org.joml.Vector3fc;

/**
 * Something in the air.
 *
 * @param kind what
 * @param from where it begins, m
 * @param direction of the jet or the drift, length 1
 * @param size 0 nothing, 1 as large as the kind gets
 */
public record Plume(Kind kind, Vector3fc from, Vector3fc direction, float size) {
    /** What is in the air. */
    public enum Kind {
        /** Drops of a liquid. */
        SPRAY,
        /** White vapour of steam or of a cold, boiling liquid. */
        STEAM,
        /** Shimmer of a gas. */
        GAS,
        /** Flames. */
        FIRE,
        /** Smoke. */
        SMOKE,
        /** Bubbles behind a sight glass. */
        BUBBLES
    }
}
