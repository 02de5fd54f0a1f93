/** How good the digital twin is: studies with virtual rigs in the same process, whose truth is known. */
package org.openots.dcs.twin.study;
