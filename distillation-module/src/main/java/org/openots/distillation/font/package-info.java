/** The one font of the suite that holds Chinese characters, for pictures and printed reports. */
@NullMarked
package org.openots.distillation.font;

import org.jspecify.annotations.NullMarked;
