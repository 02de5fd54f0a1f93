/** The program: window, input, main loop, presets, command line. */
@NullMarked
package org.openots.distillation.field3d.app;

import org.jspecify.annotations.NullMarked;
