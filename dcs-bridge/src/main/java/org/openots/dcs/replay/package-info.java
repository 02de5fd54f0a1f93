/** Recordings of rigs, from files or the historian, played again as if they were live. */
package org.openots.dcs.replay;
