/** The latest values of all tags, and who is told of new ones. */
package org.openots.dcs.tag;
