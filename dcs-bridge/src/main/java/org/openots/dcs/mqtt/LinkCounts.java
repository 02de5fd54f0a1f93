package org.openots.dcs.mqtt;

/**
 * What happened on a link since it was opened.
 *
 * @param connections times it was connected
 * @param attempts times it tried
 * @param received messages handed on
 * @param oversized messages dropped for their size
 * @param published messages handed to the library
 * @param inflight messages handed to the library that are not on their way, or not confirmed by the broker, yet
 * @param discarding threads that still put an old connection away
 */
public record LinkCounts(
        long connections, long attempts, long received, long oversized, long published, int inflight, int discarding) {}
