/** The tag map: which item of which message is which tag of the plant, in which unit, and what may be believed of it. */
package org.openots.dcs.map;
