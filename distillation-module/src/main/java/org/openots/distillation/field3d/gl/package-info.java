/**
 * Drawing and sound: OpenGL 3.3 core, NanoVG, OpenAL. A picture is a function of scene and frame; nothing is decided here that a
 * trainee is scored for.
 */
@NullMarked
package org.openots.distillation.field3d.gl;

import org.jspecify.annotations.NullMarked;
