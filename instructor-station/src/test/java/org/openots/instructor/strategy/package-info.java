/** Tests of strategies. */
@org.jspecify.annotations.NullMarked
package org.openots.instructor.strategy;
