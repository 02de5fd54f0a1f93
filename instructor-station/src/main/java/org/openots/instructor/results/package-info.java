/** Results of training taken out of a station: as JSON, as statements for a learning record store, as a workbook. */
@NullMarked
package org.openots.instructor.results;

import org.jspecify.annotations.NullMarked;
