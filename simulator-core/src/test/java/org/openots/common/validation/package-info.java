@NullMarked
package org.openots.common.validation;

import org.jspecify.annotations.NullMarked;
