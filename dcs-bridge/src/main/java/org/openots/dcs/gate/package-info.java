/** The only way by which anything is written to the rig: off by default, one person at a time, every step recorded. */
package org.openots.dcs.gate;
