/** Values of tags with their quality and times, as the bridge hands them on. */
@NullMarked
package org.openots.dcs.value;

import org.jspecify.annotations.NullMarked;
