package org.openots.distillation.field3d.scene;

import org.joml.Vector3fc;

/**
 * A lamp that lights at night.
 *
 * @param at m
 * @param colour 0xRRGGBBAA
 * @param reach how far its light goes, m
 */
public record Lamp(Vector3fc at, int colour, float reach) {}
