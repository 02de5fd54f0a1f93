package org.openots.distillation.field3d.scene;

import org.joml.Vector3fc;

/**
 * Where something can come out.
 *
 * @param id of the plot plan
 * @param at m
 * @param direction of the jet, length 1
 * @param floor height of the surface on which a pool spreads, m
 */
public record LeakPoint(String id, Vector3fc at, Vector3fc direction, float floor) {}
