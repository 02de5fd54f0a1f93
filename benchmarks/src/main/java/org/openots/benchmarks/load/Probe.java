package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What the station says of itself, and what the system says of it. */
final class Probe {
    private static final double MEGA = 1e6;

    private final StationChild station;
    private final Browser admin;
    private double heap;
    private double rss;

    Probe(StationChild station, Browser admin) {
        this.station = station;
        this.admin = admin;
    }

    /**
     * A moment.
     *
     * @param nanos when
     * @param ticks ticks of all runs so far
     * @param late those that began more than 100 ms late
     * @param worstMillis the latest of them, ms
     * @param stationCpu time the station computed so far, s
     * @param ownCpu time this process computed so far, s
     */
    record Moment(long nanos, long ticks, long late, int worstMillis, double stationCpu, double ownCpu) {}

    Moment look() throws IOException, InterruptedException {
        JsonNode health = admin.get("/api/health").need("/api/health");
        heap = Math.max(heap, health.at("/memory/used").asDouble() / MEGA);
        rss = Math.max(rss, station.memory("VmRSS"));
        JsonNode ticks = health.at("/ticks/sinceStart");
        return new Moment(
                System.nanoTime(),
                ticks.path("count").asLong(),
                ticks.path("late").asLong(),
                ticks.path("worstMs").asInt(),
                station.cpuSeconds(),
                StationChild.cpuSeconds(ProcessHandle.current()));
    }

    /** Most heap in use that was seen, MB, garbage included. */
    double heap() {
        return heap;
    }

    /** Most memory of the process that was seen, MB. */
    double rss() {
        return rss;
    }
}
