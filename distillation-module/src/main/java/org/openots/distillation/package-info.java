@NullMarked
package org.openots.distillation;

import org.jspecify.annotations.NullMarked;
