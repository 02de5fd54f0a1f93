/** Reading JSON files strictly: every mistake is named with file, pointer, value and rule. */
@NullMarked
package org.openots.common.json;

import org.jspecify.annotations.NullMarked;
