@NullMarked
package org.openots.instructor.web;

import org.jspecify.annotations.NullMarked;
