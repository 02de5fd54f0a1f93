/** Brokers this suite brings along or starts: the embedded one, and files for mosquitto. */
@NullMarked
package org.openots.dcs.broker;

import org.jspecify.annotations.NullMarked;
