package org.openots.dcs.publish;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openots.common.signal.Quality;

/**
 * A box gateway with a JSON of its own: local time without a zone, values by tag without a quality, null when there is
 * none. Tags that did not change are left out until all are sent again.
 */
final class BoxEncoder implements Encoder {
    /** Time between two full messages: boxes send everything once a minute. */
    private static final long FULL_MS = 60_000;

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final GatewayProfile profile;
    private final Set<String> switches;
    private final Map<String, Double> sent = new HashMap<>();
    private long lastFull = Long.MIN_VALUE / 2;

    BoxEncoder(GatewayProfile profile, Set<String> switches) {
        this.profile = profile;
        this.switches = switches;
    }

    @Override
    public List<Message> begin(Scan scan) {
        sent.clear();
        return List.of();
    }

    @Override
    public List<Message> encode(Scan scan) {
        if (scan.time() - lastFull >= FULL_MS || scan.time() < lastFull) {
            sent.clear();
            lastFull = scan.time();
        }
        List<Reading> changed = new ArrayList<>();
        for (Reading reading : scan.readings()) {
            double value = reading.quality().level() == Quality.Level.BAD ? Double.NaN : reading.value();
            Double before = sent.put(reading.tag(), value);
            if (before == null || !before.equals(value)) {
                changed.add(reading);
            }
        }
        return List.of(
                new Message("box/" + profile.site() + "/" + profile.rig() + "/data", payload(scan, changed), false));
    }

    private byte[] payload(Scan scan, List<Reading> changed) {
        return JsonBody.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("devId", profile.rig());
            json.writeStringField(
                    "time", LOCAL.format(Instant.ofEpochMilli(scan.time()).atZone(profile.zone())));
            json.writeObjectFieldStart("data");
            for (Reading reading : changed) {
                json.writeFieldName(reading.tag());
                double value = sent.getOrDefault(reading.tag(), Double.NaN);
                if (switches.contains(reading.tag()) && !Double.isNaN(value)) {
                    json.writeBoolean(value >= 0.5);
                } else {
                    JsonBody.number(json, value);
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
