/** How the initial conditions of the plants are made: by operating the plant from cold until it is steady. */
@NullMarked
package org.openots.distillation.condition;

import org.jspecify.annotations.NullMarked;
