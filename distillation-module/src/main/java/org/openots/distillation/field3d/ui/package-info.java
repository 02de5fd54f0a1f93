/** Panels and the head-up display as models with hit-testing, painted on an abstract canvas. No graphics library. */
@NullMarked
package org.openots.distillation.field3d.ui;

import org.jspecify.annotations.NullMarked;
