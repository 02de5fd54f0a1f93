package org.openots.dcs.publish;

import static org.openots.dcs.publish.SparkplugFields.METRIC_BOOLEAN;
import static org.openots.dcs.publish.SparkplugFields.METRIC_DATATYPE;
import static org.openots.dcs.publish.SparkplugFields.METRIC_DOUBLE;
import static org.openots.dcs.publish.SparkplugFields.METRIC_IS_NULL;
import static org.openots.dcs.publish.SparkplugFields.METRIC_LONG;
import static org.openots.dcs.publish.SparkplugFields.METRIC_NAME;
import static org.openots.dcs.publish.SparkplugFields.METRIC_TIMESTAMP;
import static org.openots.dcs.publish.SparkplugFields.PROPERTIES_KEYS;
import static org.openots.dcs.publish.SparkplugFields.PROPERTIES_VALUES;
import static org.openots.dcs.publish.SparkplugFields.PROPERTY_DOUBLE;
import static org.openots.dcs.publish.SparkplugFields.PROPERTY_INT;
import static org.openots.dcs.publish.SparkplugFields.PROPERTY_STRING;
import static org.openots.dcs.publish.SparkplugFields.PROPERTY_TYPE;
import static org.openots.dcs.publish.SparkplugFields.TYPE_BOOLEAN;
import static org.openots.dcs.publish.SparkplugFields.TYPE_DOUBLE;
import static org.openots.dcs.publish.SparkplugFields.TYPE_INT32;
import static org.openots.dcs.publish.SparkplugFields.TYPE_INT64;
import static org.openots.dcs.publish.SparkplugFields.TYPE_STRING;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the parts of a Sparkplug payload. */
final class SparkplugMetric {
    private SparkplugMetric() {}

    /** Writes fields of a message. */
    @FunctionalInterface
    interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    /** A message as bytes. */
    static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        return bytes.toByteArray();
    }

    /** A metric of the node itself that is a whole number. */
    static byte[] whole(String name, long time, long value) {
        return message(out -> {
            out.writeString(METRIC_NAME, name);
            out.writeUInt64(METRIC_TIMESTAMP, time);
            out.writeUInt32(METRIC_DATATYPE, TYPE_INT64);
            out.writeUInt64(METRIC_LONG, value);
        });
    }

    /** A metric of the node itself that is a command. */
    static byte[] command(String name, long time) {
        return message(out -> {
            out.writeString(METRIC_NAME, name);
            out.writeUInt64(METRIC_TIMESTAMP, time);
            out.writeUInt32(METRIC_DATATYPE, TYPE_BOOLEAN);
            out.writeBool(METRIC_BOOLEAN, false);
        });
    }

    /** The value of a tag. */
    static void value(CodedOutputStream out, Reading reading, boolean isSwitch) throws IOException {
        if (Double.isNaN(reading.value())) {
            out.writeBool(METRIC_IS_NULL, true);
        } else if (isSwitch) {
            out.writeBool(METRIC_BOOLEAN, reading.value() >= 0.5);
        } else {
            out.writeDouble(METRIC_DOUBLE, reading.value());
        }
    }

    /** Properties of a metric: keys first, then the values in their order. */
    static final class Properties {
        private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
        private final ByteArrayOutputStream values = new ByteArrayOutputStream();

        Properties put(String key, int type, Fields value) {
            keys.writeBytes(message(out -> out.writeString(PROPERTIES_KEYS, key)));
            byte[] property = message(out -> {
                out.writeUInt32(PROPERTY_TYPE, type);
                value.write(out);
            });
            values.writeBytes(message(out -> out.writeByteArray(PROPERTIES_VALUES, property)));
            return this;
        }

        Properties whole(String key, int value) {
            return put(key, TYPE_INT32, out -> out.writeUInt32(PROPERTY_INT, value));
        }

        Properties number(String key, double value) {
            return put(key, TYPE_DOUBLE, out -> out.writeDouble(PROPERTY_DOUBLE, value));
        }

        Properties text(String key, String value) {
            return put(key, TYPE_STRING, out -> out.writeString(PROPERTY_STRING, value));
        }

        byte[] bytes() {
            keys.writeBytes(values.toByteArray());
            return keys.toByteArray();
        }
    }
}
