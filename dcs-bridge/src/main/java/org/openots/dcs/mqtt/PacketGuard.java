package org.openots.dcs.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What comes from a broker, on its way to the library: says when the last byte came, and ends the connection at a header
 * that announces more than the limit, before the library makes room for it.
 */
final class PacketGuard extends FilterInputStream {
    /** A remaining length has 7 bits in a byte and is continued while the eighth is set. */
    private static final int BITS = 7;

    private final int limit;
    private final LongSupplier nanos;
    private final AtomicLong lastInbound;
    private final Consumer<IOException> failed;
    private boolean inLength;
    private int shift;
    private long length;
    private long body;

    PacketGuard(InputStream in, int limit, LongSupplier nanos, AtomicLong lastInbound, Consumer<IOException> failed) {
        super(in);
        this.limit = limit;
        this.nanos = nanos;
        this.lastInbound = lastInbound;
        this.failed = failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        try {
            return guarded(into, offset, count);
        } catch (IOException e) {
            failed.accept(e); // the library may report another exception that came of this one
            throw e;
        }
    }

    private int guarded(byte[] into, int offset, int count) throws IOException {
        int got = in.read(into, offset, count);
        if (got > 0) {
            heard();
        }
        for (int i = 0; i < got; ) {
            if (body > 0) {
                int skipped = (int) Math.min(body, got - i);
                body -= skipped;
                i += skipped;
            } else {
                look(into[offset + i] & 0xFF);
                i++;
            }
        }
        return got;
    }

    private void heard() {
        lastInbound.set(nanos.getAsLong());
    }

    private void look(int one) throws PacketTooLarge {
        if (body > 0) {
            body--;
        } else if (!inLength) {
            inLength = true;
            shift = 0;
            length = 0;
        } else {
            length |= (long) (one & 0x7F) << shift;
            shift += BITS;
            if ((one & 0x80) == 0) {
                inLength = false;
                body = length;
            }
            if (length > limit || shift > 4 * BITS) {
                throw new PacketTooLarge(length);
            }
        }
    }

    /** A packet beyond the limit was announced. */
    static final class PacketTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long bytes;

        PacketTooLarge(long bytes) {
            super("a packet of " + bytes + " bytes");
            this.bytes = bytes;
        }

        long bytes() {
            return bytes;
        }
    }
}
