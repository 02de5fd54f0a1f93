/** The link to a broker: how it is kept up, what is said of it, and the one place that knows Paho. */
@NullMarked
package org.openots.dcs.mqtt;

import org.jspecify.annotations.NullMarked;
