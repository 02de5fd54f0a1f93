/**
 * Training tasks of the HAZOP certificate: questions that are scored without matching texts, the bank they are drawn
 * from, and the attempts of students, journalled like worksheets.
 */
@NullMarked
package org.openots.hazop.task;

import org.jspecify.annotations.NullMarked;
