package org.openots.dcs.publish;

import static org.openots.dcs.publish.SparkplugFields.METRIC_ALIAS;
import static org.openots.dcs.publish.SparkplugFields.METRIC_BOOLEAN;
import static org.openots.dcs.publish.SparkplugFields.METRIC_DATATYPE;
import static org.openots.dcs.publish.SparkplugFields.METRIC_NAME;
import static org.openots.dcs.publish.SparkplugFields.METRIC_PROPERTIES;
import static org.openots.dcs.publish.SparkplugFields.METRIC_TIMESTAMP;
import static org.openots.dcs.publish.SparkplugFields.PAYLOAD_METRICS;
import static org.openots.dcs.publish.SparkplugFields.PAYLOAD_SEQ;
import static org.openots.dcs.publish.SparkplugFields.PAYLOAD_TIMESTAMP;
import static org.openots.dcs.publish.SparkplugFields.TYPE_BOOLEAN;
import static org.openots.dcs.publish.SparkplugFields.TYPE_DOUBLE;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;

/**
 * An edge node of Sparkplug B 3.0 with one device. Births name every metric with alias, type, unit, range and quality; data
 * has aliases only, and the property {@code Quality} (192, 0, 500) while a value is not good and once when it is good again.
 */
final class SparkplugEncoder implements Encoder {
    private static final String DEVICE = "dcs";
    private static final String REBIRTH = "Node Control/Rebirth";
    private static final String QUALITY = "Quality";
    private static final int SEQUENCE_SIZE = 256;
    private static final int GOOD = 192;
    private static final int STALE = 500;

    private final GatewayProfile profile;
    private final List<PublishedTag> tags;
    private final Map<String, Integer> aliases = new HashMap<>();
    private final Map<String, PublishedTag> byName = new HashMap<>();
    private final Set<String> notGood = new HashSet<>();
    private long deathNumber = -1;
    private int sequence;

    SparkplugEncoder(GatewayProfile profile, List<PublishedTag> tags) {
        this.profile = profile;
        this.tags = tags;
        for (int i = 0; i < tags.size(); i++) {
            aliases.put(tags.get(i).name(), i + 1);
            byName.put(tags.get(i).name(), tags.get(i));
        }
    }

    private String topic(String type) {
        String device = type.startsWith("D") ? "/" + DEVICE : "";
        return "spBv1.0/" + profile.site() + "/" + type + "/" + profile.rig() + device;
    }

    @Override
    public Optional<Message> will(long time) {
        deathNumber = (deathNumber + 1) % SEQUENCE_SIZE;
        return Optional.of(death(time));
    }

    /** The death of a node has no sequence number: it may come at any time. */
    private Message death(long time) {
        byte[] number = SparkplugMetric.whole("bdSeq", time, Math.max(0, deathNumber));
        byte[] payload = SparkplugMetric.message(out -> {
            out.writeUInt64(PAYLOAD_TIMESTAMP, time);
            out.writeByteArray(PAYLOAD_METRICS, number);
        });
        return new Message(topic("NDEATH"), payload, false);
    }

    @Override
    public List<Message> begin(Scan scan) {
        sequence = 0;
        notGood.clear();
        List<byte[]> node = List.of(
                SparkplugMetric.whole("bdSeq", scan.time(), Math.max(0, deathNumber)),
                SparkplugMetric.command(REBIRTH, scan.time()));
        Map<String, Reading> present = new HashMap<>();
        scan.readings().forEach(reading -> present.put(reading.tag(), reading));
        List<byte[]> metrics = new ArrayList<>();
        for (PublishedTag tag : tags) {
            Reading reading = present.getOrDefault(
                    tag.name(), new Reading(tag.name(), Double.NaN, Quality.bad(Cause.NOT_CONNECTED), scan.time()));
            metrics.add(birth(tag, reading));
        }
        return List.of(payload("NBIRTH", scan.time(), node), payload("DBIRTH", scan.time(), metrics));
    }

    @Override
    public List<Message> encode(Scan scan) {
        List<byte[]> metrics = new ArrayList<>();
        for (Reading reading : scan.readings()) {
            Integer alias = aliases.get(reading.tag());
            PublishedTag tag = byName.get(reading.tag());
            if (alias != null && tag != null) {
                metrics.add(data(alias, tag, reading));
            }
        }
        return List.of(payload("DDATA", scan.time(), metrics));
    }

    @Override
    public List<Message> end(long time) {
        return List.of(payload("DDEATH", time, List.of()), death(time));
    }

    @Override
    public List<String> subscriptions() {
        return List.of(topic("NCMD"));
    }

    @Override
    public boolean asksForBirth(Message message) {
        return message.topic().equals(topic("NCMD")) && namesRebirth(message.payload());
    }

    private Message payload(String type, long time, List<byte[]> metrics) {
        int number = sequence;
        sequence = (sequence + 1) % SEQUENCE_SIZE;
        byte[] bytes = SparkplugMetric.message(out -> {
            out.writeUInt64(PAYLOAD_TIMESTAMP, time);
            for (byte[] metric : metrics) {
                out.writeByteArray(PAYLOAD_METRICS, metric);
            }
            out.writeUInt64(PAYLOAD_SEQ, number);
        });
        return new Message(topic(type), bytes, false);
    }

    private byte[] birth(PublishedTag tag, Reading reading) {
        noteQuality(reading);
        SparkplugMetric.Properties properties = new SparkplugMetric.Properties();
        properties.whole(QUALITY, code(reading.quality()));
        if (!tag.unit().isEmpty()) {
            properties.text("engUnit", tag.unit());
        }
        if (Double.isFinite(tag.range().low()) && Double.isFinite(tag.range().high())) {
            properties.number("engLow", tag.range().low());
            properties.number("engHigh", tag.range().high());
        }
        return SparkplugMetric.message(out -> {
            out.writeString(METRIC_NAME, tag.name());
            out.writeUInt64(METRIC_ALIAS, aliases.getOrDefault(tag.name(), 0));
            out.writeUInt64(METRIC_TIMESTAMP, reading.time());
            out.writeUInt32(METRIC_DATATYPE, tag.isSwitch() ? TYPE_BOOLEAN : TYPE_DOUBLE);
            out.writeByteArray(METRIC_PROPERTIES, properties.bytes());
            SparkplugMetric.value(out, reading, tag.isSwitch());
        });
    }

    private byte[] data(int alias, PublishedTag tag, Reading reading) {
        boolean told = noteQuality(reading);
        return SparkplugMetric.message(out -> {
            out.writeUInt64(METRIC_ALIAS, alias);
            out.writeUInt64(METRIC_TIMESTAMP, reading.time());
            if (told) {
                out.writeByteArray(
                        METRIC_PROPERTIES,
                        new SparkplugMetric.Properties()
                                .whole(QUALITY, code(reading.quality()))
                                .bytes());
            }
            SparkplugMetric.value(out, reading, tag.isSwitch());
        });
    }

    /** Whether the quality has to be told: it is not good, or was not so far. */
    private boolean noteQuality(Reading reading) {
        if (reading.quality().level() == Quality.Level.BAD) {
            notGood.add(reading.tag());
            return true;
        }
        return notGood.remove(reading.tag());
    }

    /** It knows good, bad and stale. */
    private static int code(Quality quality) {
        if (quality.level() != Quality.Level.BAD) {
            return GOOD;
        }
        return quality.cause() == Cause.STALE || quality.cause() == Cause.LAST_USABLE ? STALE : 0;
    }

    private static boolean namesRebirth(byte[] payload) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(payload);
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == PAYLOAD_METRICS) {
                    CodedInputStream metric = CodedInputStream.newInstance(in.readByteArray());
                    if (isRebirth(metric)) {
                        return true;
                    }
                } else {
                    in.skipField(tag);
                }
            }
            return false;
        } catch (IOException e) {
            return false; // bytes that are no payload ask for nothing
        }
    }

    private static boolean isRebirth(CodedInputStream metric) throws IOException {
        String name = "";
        boolean value = false;
        for (int tag = metric.readTag(); tag != 0; tag = metric.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case METRIC_NAME -> name = metric.readString();
                case METRIC_BOOLEAN -> value = metric.readBool();
                default -> metric.skipField(tag);
            }
        }
        return value && name.equals(REBIRTH);
    }
}
