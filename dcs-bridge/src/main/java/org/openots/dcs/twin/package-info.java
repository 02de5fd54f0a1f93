/** The digital twin: a model beside the rig, fitted to it, and what it says of the rig's state and faults. */
package org.openots.dcs.twin;
