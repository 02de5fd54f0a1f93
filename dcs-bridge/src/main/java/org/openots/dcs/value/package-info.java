/** Values of tags with their quality and times, as the bridge hands them on. */
package org.openots.dcs.value;
