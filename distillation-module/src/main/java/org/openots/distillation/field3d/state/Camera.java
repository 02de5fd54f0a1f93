package org.openots.distillation.field3d.state;

import org.joml.Vector3fc;

/**
 * The eye.
 *
 * @param eye m
 * @param yaw where it looks, counter-clockwise from above, 0 to the north (-z), radian
 * @param pitch up from the horizontal, radian
 * @param fieldOfView vertical, radian
 */
public record Camera(Vector3fc eye, float yaw, float pitch, float fieldOfView) {}
