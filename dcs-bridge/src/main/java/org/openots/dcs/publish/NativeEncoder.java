package org.openots.dcs.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The suite's own profile: table of tags, state and one numbered frame a scan, times in UTC. */
final class NativeEncoder implements Encoder {
    private static final int VERSION = 1;
    /** Longest frame, bytes. */
    private static final int LONGEST = 64 * 1024;

    private final GatewayProfile profile;
    private final List<PublishedTag> tags;
    private final String folder;
    private long sequence;

    NativeEncoder(GatewayProfile profile, List<PublishedTag> tags) {
        this.profile = profile;
        this.tags = tags;
        this.folder = "openots/v1/" + profile.site() + "/" + profile.rig() + "/";
    }

    @Override
    public Optional<Message> will(long time) {
        return Optional.of(state(false, time));
    }

    @Override
    public List<Message> begin(Scan scan) {
        byte[] table = JsonBody.bytes(json -> meta(json, scan.time()));
        return List.of(new Message(folder + "meta", table, true), state(true, scan.time()));
    }

    @Override
    public List<Message> end(long time) {
        return List.of(state(false, time));
    }

    private Message state(boolean online, long time) {
        byte[] payload = JsonBody.bytes(json -> {
            json.writeStartObject();
            json.writeBooleanField("online", online);
            json.writeStringField("boot", profile.boot());
            json.writeNumberField("t", time);
            json.writeStringField("clock", "ntp");
            json.writeEndObject();
        });
        return new Message(folder + "state", payload, true);
    }

    @Override
    public List<Message> encode(Scan scan) {
        List<Message> frames = new ArrayList<>();
        frames(scan.time(), scan.readings(), frames);
        return frames;
    }

    /** One frame, or several of the same time when one would be too long. */
    private void frames(long time, List<Reading> readings, List<Message> frames) {
        long number = sequence;
        byte[] frame = JsonBody.bytes(json -> frame(json, number, time, readings));
        if (frame.length > LONGEST && readings.size() > 1) {
            int half = readings.size() / 2;
            frames(time, readings.subList(0, half), frames);
            frames(time, readings.subList(half, readings.size()), frames);
        } else {
            sequence++;
            frames.add(new Message(folder + "data", frame, false));
        }
    }

    private void frame(JsonGenerator json, long number, long time, List<Reading> readings) throws IOException {
        json.writeStartObject();
        json.writeNumberField("v", VERSION);
        json.writeStringField("boot", profile.boot());
        json.writeNumberField("seq", number);
        json.writeNumberField("t", time);
        json.writeArrayFieldStart("d");
        for (Reading reading : readings) {
            int quality = OpcQuality.of(reading.quality());
            long offset = reading.time() - time;
            json.writeStartArray();
            json.writeString(reading.tag());
            JsonBody.number(json, reading.value());
            if (quality != OpcQuality.GOOD || offset != 0) {
                json.writeNumber(quality);
            }
            if (offset != 0) {
                json.writeNumber(offset);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void meta(JsonGenerator json, long time) throws IOException {
        json.writeStartObject();
        json.writeNumberField("v", VERSION);
        json.writeStringField("boot", profile.boot());
        json.writeNumberField("t", time);
        json.writeStringField("schema", hash());
        json.writeArrayFieldStart("tags");
        for (PublishedTag tag : tags) {
            tag(json, tag);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tag(JsonGenerator json, PublishedTag tag) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", tag.name());
        json.writeObjectFieldStart("desc");
        json.writeStringField("zh", tag.text().zh());
        json.writeStringField("en", tag.text().en());
        json.writeEndObject();
        json.writeStringField("unit", UnitCode.of(tag.unit()));
        if (Double.isFinite(tag.range().low()) && Double.isFinite(tag.range().high())) {
            json.writeArrayFieldStart("range");
            JsonBody.number(json, tag.range().low());
            JsonBody.number(json, tag.range().high());
            json.writeEndArray();
        }
        json.writeObjectFieldStart("alarms");
        for (Map.Entry<String, Double> alarm : new TreeMap<>(tag.alarms()).entrySet()) {
            json.writeFieldName(alarm.getKey());
            JsonBody.number(json, alarm.getValue());
        }
        json.writeEndObject();
        json.writeStringField("type", type(tag));
        json.writeNumberField("deadband", 0);
        json.writeFieldName("period");
        JsonBody.number(json, profile.periodMs() / 1000.0);
        json.writeEndObject();
    }

    private static String type(PublishedTag tag) {
        return tag.isSwitch() ? "switch" : "number";
    }

    /** Changes when a tag comes, goes, or becomes something else. */
    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (PublishedTag tag : tags) {
                String line = tag.name() + "\t" + UnitCode.of(tag.unit()) + "\t" + type(tag) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
