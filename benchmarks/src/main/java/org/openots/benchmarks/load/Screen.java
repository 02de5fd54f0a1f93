package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a robot's screen shows of a run: the frames of its socket, put together and counted. */
final class Screen extends JsonFrames {
    /** A picture that stands still for longer than this is seen, ns: two frames are missing. */
    private static final long STILL = 1_500_000_000L;

    private final Map<String, Double> values = new ConcurrentHashMap<>();
    private volatile List<String> alarms = List.of();
    private long frames;
    private long gaps;
    private long longest;
    private long whole;
    private long first;
    private long last;

    /**
     * What came in.
     *
     * @param frames how many frames
     * @param perSecond frames a second
     * @param gaps pictures that stood still for more than 1.5 s
     * @param longestMillis longest time between two frames, ms
     * @param again complete frames after the first: frames before them were dropped
     */
    record Count(long frames, double perSecond, long gaps, double longestMillis, long again) {}

    private void count() {
        long now = System.nanoTime();
        if (frames == 0) {
            first = now;
        } else {
            longest = Math.max(longest, now - last);
            gaps += now - last > STILL ? 1 : 0;
        }
        last = now;
        frames++;
    }

    @Override
    synchronized void take(JsonNode frame) {
        count();
        whole += frame.path("type").asText().equals("full") ? 1 : 0;
        frame.path("v").properties().forEach(one -> {
            if (one.getValue().isNumber()) {
                values.put(one.getKey(), one.getValue().asDouble());
            }
        });
        if (frame.has("alarms")) {
            List<String> open = new ArrayList<>();
            for (JsonNode alarm : frame.path("alarms")) {
                if (List.of("unack", "rtn").contains(alarm.path("state").asText())) {
                    open.add(alarm.path("signal").asText());
                }
            }
            alarms = open;
        }
    }

    synchronized Count taken() {
        double seconds = (last - first) * 1e-9;
        return new Count(
                frames, seconds > 0 ? (frames - 1) / seconds : 0, gaps, longest * 1e-6, Math.max(0, whole - 1));
    }

    /** The value of a signal as shown, or another one. */
    double value(String signal, double absent) {
        return values.getOrDefault(signal, absent);
    }

    /** Alarms somebody should acknowledge. */
    List<String> alarms() {
        return alarms;
    }
}
