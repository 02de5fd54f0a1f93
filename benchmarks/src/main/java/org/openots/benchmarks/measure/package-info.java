/** What the laboratories measure with: durations, numbers with goals, and what the machine itself does to a thread. */
@NullMarked
package org.openots.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
