/** A class or an exam of robot students against a station in a process of its own, over real HTTP and WebSocket. */
@NullMarked
package org.openots.benchmarks.load;

import org.jspecify.annotations.NullMarked;
