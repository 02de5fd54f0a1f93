/**
 * Reports of studies and worksheets as data, their exchange as XLSX, and the import of worksheets of other tools.
 */
@NullMarked
package org.openots.hazop.report;

import org.jspecify.annotations.NullMarked;
