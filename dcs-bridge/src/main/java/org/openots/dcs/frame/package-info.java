/** Numbered frames from the suite's own agent: their form, their order, and how none is lost between journal and journal. */
@NullMarked
package org.openots.dcs.frame;

import org.jspecify.annotations.NullMarked;
