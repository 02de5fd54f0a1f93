/**
 * What people decide about scored worksheets: rulings on answers, releases, appeals with their corrections, and new
 * wordings that a second person approves. All of it is in one append-only journal.
 */
@NullMarked
package org.openots.hazop.review;

import org.jspecify.annotations.NullMarked;
