/** Reports of HAZOP studies and worksheets as documents to print: PDF and DOCX. */
@NullMarked
package org.openots.instructor.report;

import org.jspecify.annotations.NullMarked;
