/** Lists of people that schools keep in spreadsheets: read with care, checked cell by cell. */
@NullMarked
package org.openots.instructor.people.roster;

import org.jspecify.annotations.NullMarked;
