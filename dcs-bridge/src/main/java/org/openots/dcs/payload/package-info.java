/** Messages of gateways, each in the dialect its maker chose, read into items. */
package org.openots.dcs.payload;
