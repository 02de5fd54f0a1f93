/** The rubrics of the distillation certificate that come with the suite. */
@NullMarked
package org.openots.distillation.rubric;

import org.jspecify.annotations.NullMarked;
