/** The condition language over signals, used by rubrics, scripts, fault triggers. */
@NullMarked
package org.openots.common.expression;

import org.jspecify.annotations.NullMarked;
