/** Tests in a real browser, as people use the station. */
@NullMarked
package org.openots.instructor.browser;

import org.jspecify.annotations.NullMarked;
