package org.openots.distillation.field3d.ui;

/**
 * Where something happens when it is clicked, or chosen with the keyboard.
 *
 * @param id name that stays the same from picture to picture
 * @param box where
 * @param act what happens
 */
public record Hit(String id, Box box, Act act) {}
