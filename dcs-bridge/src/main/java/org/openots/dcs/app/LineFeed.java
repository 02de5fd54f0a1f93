package org.openots.dcs.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.openots.common.error.OtsException;
import org.openots.dcs.agent.SampleFeed;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameCodec;
import org.openots.dcs.frame.FrameError;
import org.openots.dcs.payload.BadPayload;

/** Scans as lines of JSON, {@code {"t":ms,"d":[...]}}, entries as in a frame; wrong lines are told and left out. */
final class LineFeed implements SampleFeed {
    private final Lines in;
    private final AtomicLong scans = new AtomicLong();
    private volatile boolean ended;
    private long line;

    LineFeed(Lines in) {
        this.in = in;
    }

    @Override
    public Optional<Scan> next() throws IOException, InterruptedException {
        for (String text = in.next(); text != null; text = in.next()) {
            line++;
            try {
                Scan scan = scan(text);
                scans.incrementAndGet();
                return Optional.of(scan);
            } catch (BadPayload e) {
                OtsException wrong = new OtsException(FrameError.BAD_SCAN, line, String.valueOf(e.getMessage()));
                System.err.println(wrong.errorCode().code() + " " + wrong.messageIn(Locale.CHINA));
                System.err.println(wrong.errorCode().code() + " " + wrong.messageIn(Locale.ENGLISH));
            }
        }
        ended = true;
        return Optional.empty();
    }

    static Scan scan(String line) throws BadPayload {
        Frame frame = FrameCodec.decode(framed(line.strip()));
        return new Scan(frame.time(), frame.entries());
    }

    /** A scan is a frame without version, boot and number. */
    private static byte[] framed(String text) {
        String rest = text.startsWith("{") ? text.substring(1) : text;
        return ("{\"v\":1,\"boot\":\"scan\",\"seq\":0," + rest).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether there will be no more. */
    boolean ended() {
        return ended;
    }

    /** Scans read so far. */
    long scans() {
        return scans.get();
    }

    @Override
    public void close() throws IOException {
        in.close();
        ended = true;
    }
}
