/** A rig for schools without one: a plant of the suite behind instruments and a gateway as they are in the field. */
package org.openots.dcs.rig;
