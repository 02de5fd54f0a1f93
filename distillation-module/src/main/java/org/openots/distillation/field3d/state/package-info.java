/**
 * What the station says of the plant, made continuous for the eye, and one picture's worth of it. No graphics.
 */
@NullMarked
package org.openots.distillation.field3d.state;

import org.jspecify.annotations.NullMarked;
