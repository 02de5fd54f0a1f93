package org.openots.distillation.field3d.state;

import org.joml.Vector3fc;

/**
 * Liquid on a floor.
 *
 * @param centre m
 * @param radius m
 */
public record Pool(Vector3fc centre, float radius) {}
