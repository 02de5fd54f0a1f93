/** The connection to the station: snapshots in, operations out, again after a break. */
@NullMarked
package org.openots.distillation.field3d.net;

import org.jspecify.annotations.NullMarked;
