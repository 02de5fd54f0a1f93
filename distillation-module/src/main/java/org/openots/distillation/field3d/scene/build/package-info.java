/** From a resolved site to a scene: each package-private builder adds one kind of thing to a {@code Stage}. */
@NullMarked
package org.openots.distillation.field3d.scene.build;

import org.jspecify.annotations.NullMarked;
