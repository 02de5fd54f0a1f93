package org.openots.distillation.field3d.state;

import org.joml.Vector3fc;

/**
 * Another person in the plant.
 *
 * @param name on the plate above the head
 * @param foot where the person stands, m
 * @param yaw where the person looks, counter-clockwise from above, 0 to the north (-z), radian
 * @param stride phase of the walk, radian; does not change while standing
 */
public record Figure(String name, Vector3fc foot, float yaw, float stride) {}
