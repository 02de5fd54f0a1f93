/** The JSON Schemas of a plant pack, held against files, pages and readers. */
@NullMarked
package org.openots.simulator.schema;

import org.jspecify.annotations.NullMarked;
