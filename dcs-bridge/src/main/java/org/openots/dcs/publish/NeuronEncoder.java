package org.openots.dcs.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.openots.common.signal.Quality;

/**
 * EMQX Neuron: a message a scan, tags that could not be read with an error code. It knows good and bad only. Codes of its
 * manual: 3000 read failure, 3002 not connected, 3008 value expired.
 */
final class NeuronEncoder implements Encoder {
    private static final int READ_FAILURE = 3000;
    private static final int NOT_CONNECTED = 3002;
    private static final int EXPIRED = 3008;
    private static final String GROUP = "scan";

    private final GatewayProfile profile;
    private final boolean byTag;

    /**
     * @param profile names
     * @param byTag whether tags are a list (tags-format) or fields (values-format)
     */
    NeuronEncoder(GatewayProfile profile, boolean byTag) {
        this.profile = profile;
        this.byTag = byTag;
    }

    @Override
    public List<Message> encode(Scan scan) {
        String topic = "/neuron/" + profile.site() + "/" + profile.rig() + "/" + GROUP;
        return List.of(new Message(topic, JsonBody.bytes(json -> write(json, scan)), false));
    }

    private void write(JsonGenerator json, Scan scan) throws IOException {
        json.writeStartObject();
        json.writeNumberField("timestamp", scan.time());
        json.writeStringField("node", profile.rig());
        json.writeStringField("group", GROUP);
        if (byTag) {
            tags(json, scan);
        } else {
            values(json, scan);
        }
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, Scan scan) throws IOException {
        json.writeObjectFieldStart("values");
        for (Reading reading : scan.readings()) {
            if (readable(reading)) {
                json.writeFieldName(reading.tag());
                JsonBody.number(json, reading.value());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("errors");
        for (Reading reading : scan.readings()) {
            if (!readable(reading)) {
                json.writeNumberField(reading.tag(), error(reading.quality()));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("metas");
        json.writeEndObject();
    }

    private static void tags(JsonGenerator json, Scan scan) throws IOException {
        json.writeArrayFieldStart("tags");
        for (Reading reading : scan.readings()) {
            json.writeStartObject();
            json.writeStringField("name", reading.tag());
            if (readable(reading)) {
                json.writeFieldName("value");
                JsonBody.number(json, reading.value());
            } else {
                json.writeNumberField("error", error(reading.quality()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static boolean readable(Reading reading) {
        return reading.quality().level() != Quality.Level.BAD;
    }

    private static int error(Quality quality) {
        return switch (quality.cause()) {
            case NOT_CONNECTED, COMM_FAILURE -> NOT_CONNECTED;
            case STALE, LAST_USABLE -> EXPIRED;
            default -> READ_FAILURE;
        };
    }
}
