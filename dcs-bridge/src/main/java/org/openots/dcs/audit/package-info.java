/** A record of what people did to the rig that nobody can change without being found out. */
package org.openots.dcs.audit;
