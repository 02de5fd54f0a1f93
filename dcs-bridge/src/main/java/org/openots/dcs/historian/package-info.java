/**
 * Keeps every sample of every tag on disk and finds those of one tag again fast. New rows go to a log in the order in
 * which they come; a full log is turned into a segment that is sorted by tag and carries roll-ups of a minute.
 */
package org.openots.dcs.historian;
