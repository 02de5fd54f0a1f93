package org.openots.dcs.sparkplug;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openots.common.text.LocalText;
import org.openots.dcs.payload.BadPayload;

/**
 * A message of Sparkplug B in protocol buffers (specification 3.0.0, chapter 6: {@code org.eclipse.tahu.protobuf.Payload}).
 * Field numbers are those of the specification; fields that are of no use here are skipped.
 *
 * @param timestamp when it was sent, UTC in ms
 * @param seq its sequence number, 0 to 255
 * @param metrics its metrics
 */
record SparkplugPayload(OptionalLong timestamp, OptionalLong seq, List<Metric> metrics) {
    /** Asks an edge node to send its births again. */
    static final String REBIRTH = "Node Control/Rebirth";

    private static final int BOOLEAN = 11;
    private static final String QUALITY = "Quality";
    private static final LocalText WRONG =
            new LocalText("不是 Sparkplug B 报文（Protocol Buffers）", "no message of Sparkplug B (protocol buffers)");

    /**
     * Reads a message.
     *
     * @param payload its bytes
     * @return the message
     * @throws BadPayload if the bytes are none
     */
    static SparkplugPayload read(byte[] payload) throws BadPayload {
        CodedInputStream in = CodedInputStream.newInstance(payload);
        try {
            return read(in);
        } catch (IOException e) {
            throw new BadPayload(WRONG, payload, in.getTotalBytesRead());
        }
    }

    private static SparkplugPayload read(CodedInputStream in) throws IOException {
        OptionalLong timestamp = OptionalLong.empty();
        OptionalLong seq = OptionalLong.empty();
        List<Metric> metrics = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> timestamp = OptionalLong.of(in.readUInt64());
                case 2 -> metrics.add(within(in, SparkplugPayload::metric));
                case 3 -> seq = OptionalLong.of(in.readUInt64());
                default -> skip(in, tag);
            }
        }
        return new SparkplugPayload(timestamp, seq, metrics);
    }

    @FunctionalInterface
    private interface Part<T> {
        T read(CodedInputStream in) throws IOException;
    }

    private static <T> T within(CodedInputStream in, Part<T> part) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        T read = part.read(in);
        in.checkLastTagWas(0);
        in.popLimit(outer);
        return read;
    }

    private static void skip(CodedInputStream in, int tag) throws IOException {
        if (!in.skipField(tag)) {
            throw new IOException("end of a group that did not begin");
        }
    }

    private static Metric metric(CodedInputStream in) throws IOException {
        Optional<String> name = Optional.empty();
        OptionalLong alias = OptionalLong.empty();
        OptionalLong timestamp = OptionalLong.empty();
        OptionalLong quality = OptionalLong.empty();
        int datatype = 0;
        boolean historical = false;
        boolean nothing = false;
        Metric.Value value = new Metric.Value.Other();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> name = Optional.of(in.readStringRequireUtf8());
                case 2 -> alias = OptionalLong.of(in.readUInt64());
                case 3 -> timestamp = OptionalLong.of(in.readUInt64());
                case 4 -> datatype = in.readUInt32();
                case 5 -> historical = in.readBool();
                case 7 -> nothing = in.readBool();
                case 9 -> quality = within(in, SparkplugPayload::quality);
                case 10 -> value = new Metric.Value.Bits(in.readUInt32());
                case 11 -> value = new Metric.Value.Bits(in.readUInt64());
                case 12 -> value = new Metric.Value.Real(in.readFloat());
                case 13 -> value = new Metric.Value.Real(in.readDouble());
                case 14 -> value = new Metric.Value.Truth(in.readBool());
                default -> skip(in, tag);
            }
        }
        return new Metric(name, alias, timestamp, datatype, historical, nothing, value, quality);
    }

    /** The property of a set that tells the quality; keys and values are two lists of the same order. */
    private static OptionalLong quality(CodedInputStream in) throws IOException {
        List<String> keys = new ArrayList<>();
        List<OptionalLong> values = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> keys.add(in.readStringRequireUtf8());
                case 2 -> values.add(within(in, SparkplugPayload::property));
                default -> skip(in, tag);
            }
        }
        int place = keys.indexOf(QUALITY);
        return place < 0 || place >= values.size() ? OptionalLong.empty() : values.get(place);
    }

    private static OptionalLong property(CodedInputStream in) throws IOException {
        OptionalLong value = OptionalLong.empty();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 3 -> value = OptionalLong.of(in.readUInt32());
                case 4 -> value = OptionalLong.of(in.readUInt64());
                default -> skip(in, tag);
            }
        }
        return value;
    }

    /**
     * The command that asks for a rebirth.
     *
     * @param timestamp now, UTC in ms
     * @return the bytes of an NCMD
     */
    static byte[] rebirth(long timestamp) {
        byte[] metric = written(out -> {
            out.writeString(1, REBIRTH);
            out.writeUInt64(3, timestamp);
            out.writeUInt32(4, BOOLEAN);
            out.writeBool(14, true);
        });
        return written(out -> {
            out.writeUInt64(1, timestamp);
            out.writeByteArray(2, metric);
        });
    }

    @FunctionalInterface
    private interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] written(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            content.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return bytes.toByteArray();
    }
}
