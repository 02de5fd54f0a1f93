/** What a gateway publishes: scans of tags, written in the dialects that the bridge reads. */
package org.openots.dcs.publish;
