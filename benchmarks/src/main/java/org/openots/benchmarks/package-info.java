@NullMarked
package org.openots.benchmarks;

import org.jspecify.annotations.NullMarked;
