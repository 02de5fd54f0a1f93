/** Numerical studies of the process model: reference columns, balance audits, random operators. */
@NullMarked
package org.openots.simulator.study;

import org.jspecify.annotations.NullMarked;
