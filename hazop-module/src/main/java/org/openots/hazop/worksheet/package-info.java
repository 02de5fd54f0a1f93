/**
 * The student's worksheet: rows of causes, consequences, safeguards, risks and recommendations for the deviations of a
 * study, edited by operations that are durable in an append-only journal before they are acknowledged.
 */
@NullMarked
package org.openots.hazop.worksheet;

import org.jspecify.annotations.NullMarked;
