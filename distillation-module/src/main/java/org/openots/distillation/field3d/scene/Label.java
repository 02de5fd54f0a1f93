package org.openots.distillation.field3d.scene;

import org.joml.Matrix4fc;

/**
 * Words in the world: a tag plate, a name on a vessel, a sign.
 *
 * @param text one or several lines, parted by a line feed
 * @param place from the plane of the words to the site: words run along x, stand along y, are read from +z, centred
 * @param height of a line, m
 * @param colour of the words, 0xRRGGBBAA
 */
public record Label(String text, Matrix4fc place, float height, int colour) {}
