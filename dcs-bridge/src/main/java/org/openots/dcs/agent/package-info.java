/** Both ends of the native profile: the sender beside a rig and the receiver of the bridge; and what others' data is worth. */
@NullMarked
package org.openots.dcs.agent;

import org.jspecify.annotations.NullMarked;
