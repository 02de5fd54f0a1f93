/** Robots that do the tasks of the HAZOP certificate, to prove before an exam that they can be done. */
@NullMarked
package org.openots.hazop.robot;

import org.jspecify.annotations.NullMarked;
