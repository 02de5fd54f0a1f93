package org.openots.distillation.field3d.scene;

import org.joml.Vector3fc;
import org.openots.common.text.LocalText;

/**
 * A place to stand and look: where one starts, where the list of places leads, what a picture is taken of.
 *
 * @param id name
 * @param name for people
 * @param eye m
 * @param target looked at, m
 * @param listed in the list of places one may jump to
 */
public record View(String id, LocalText name, Vector3fc eye, Vector3fc target, boolean listed) {}
