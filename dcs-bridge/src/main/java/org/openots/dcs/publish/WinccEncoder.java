package org.openots.dcs.publish;

import java.time.Instant;
import java.util.List;

/** WinCC: a message a tag, with the time in ISO 8601 and a byte of quality. */
final class WinccEncoder implements Encoder {
    private final GatewayProfile profile;

    WinccEncoder(GatewayProfile profile) {
        this.profile = profile;
    }

    @Override
    public List<Message> encode(Scan scan) {
        String folder = "wincc/" + profile.site() + "/" + profile.rig() + "/";
        return scan.readings().stream()
                .map(reading -> new Message(folder + reading.tag(), payload(reading), false))
                .toList();
    }

    private static byte[] payload(Reading reading) {
        return JsonBody.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("time", Instant.ofEpochMilli(reading.time()).toString());
            json.writeStringField("name", reading.tag());
            json.writeFieldName("value");
            JsonBody.number(json, reading.value());
            json.writeNumberField("qualityCode", OpcQuality.of(reading.quality()));
            json.writeEndObject();
        });
    }
}
