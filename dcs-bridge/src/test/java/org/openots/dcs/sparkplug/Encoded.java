package org.openots.dcs.sparkplug;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Messages of an edge node, as bytes. */
final class Encoded {
    private final List<byte[]> metrics = new ArrayList<>();
    private long seq = -1;
    private long timestamp = 1_763_800_000_000L;

    @FunctionalInterface
    interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    static Encoded seq(long seq) {
        Encoded message = new Encoded();
        message.seq = seq;
        return message;
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            content.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Encoded metric(Content content) {
        metrics.add(bytes(content));
        return this;
    }

    Encoded bdSeq(long number) {
        return metric(out -> {
            out.writeString(1, "bdSeq");
            out.writeUInt32(4, 4);
            out.writeUInt64(11, number);
        });
    }

    /** A double with its name and alias, as in a birth. */
    Encoded born(String name, long alias, double value) {
        return metric(out -> {
            out.writeString(1, name);
            out.writeUInt64(2, alias);
            out.writeUInt64(3, timestamp);
            out.writeUInt32(4, 10);
            out.writeDouble(13, value);
        });
    }

    /** A double by its alias, as in data. */
    Encoded data(long alias, double value) {
        return metric(out -> {
            out.writeUInt64(2, alias);
            out.writeUInt64(3, timestamp);
            out.writeDouble(13, value);
        });
    }

    byte[] done() {
        return bytes(out -> {
            out.writeUInt64(1, timestamp);
            for (byte[] metric : metrics) {
                out.writeByteArray(2, metric);
            }
            if (seq >= 0) {
                out.writeUInt64(3, seq);
            }
            out.writeString(4, "skipped");
        });
    }
}
