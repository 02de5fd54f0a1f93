package org.openots.dcs.publish;

import java.util.List;
import java.util.Set;
import org.openots.common.signal.Quality;

/** Kepware IoT Gateway with its standard template: a message a scan, each tag with its own quality and time. */
final class KepwareEncoder implements Encoder {
    private final GatewayProfile profile;
    private final Set<String> switches;

    KepwareEncoder(GatewayProfile profile, Set<String> switches) {
        this.profile = profile;
        this.switches = switches;
    }

    @Override
    public List<Message> encode(Scan scan) {
        String channel = profile.site() + "." + profile.rig() + ".";
        byte[] payload = JsonBody.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("timestamp", scan.time());
            json.writeArrayFieldStart("values");
            for (Reading reading : scan.readings()) {
                json.writeStartObject();
                json.writeStringField("id", channel + reading.tag());
                json.writeFieldName("v");
                if (switches.contains(reading.tag()) && !Double.isNaN(reading.value())) {
                    json.writeBoolean(reading.value() >= 0.5);
                } else {
                    JsonBody.number(json, reading.value());
                }
                json.writeBooleanField("q", reading.quality().level() != Quality.Level.BAD);
                json.writeNumberField("t", reading.time());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return List.of(new Message("iotgateway/" + profile.site() + "/" + profile.rig(), payload, false));
    }
}
