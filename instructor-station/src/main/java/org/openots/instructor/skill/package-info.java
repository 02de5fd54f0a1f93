/** Skills of the certificates: which task shows which, who has them, and what to train next. */
@NullMarked
package org.openots.instructor.skill;

import org.jspecify.annotations.NullMarked;
