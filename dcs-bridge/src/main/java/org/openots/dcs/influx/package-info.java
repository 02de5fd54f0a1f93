/** Samples for a database of others, in the line protocol of InfluxDB, which QuestDB and VictoriaMetrics take too. */
@NullMarked
package org.openots.dcs.influx;

import org.jspecify.annotations.NullMarked;
