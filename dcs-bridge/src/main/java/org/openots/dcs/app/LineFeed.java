package org.openots.dcs.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
    private final BufferedReader in;
    private final AtomicLong scans = new AtomicLong();
    private volatile boolean ended;
    private long line;

    LineFeed(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Scan> next() throws IOException {
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            try {
                Frame frame = FrameCodec.decode(framed(text.strip()));
                scans.incrementAndGet();
                return Optional.of(new Scan(frame.time(), frame.entries()));
            } catch (BadPayload e) {
                OtsException wrong = new OtsException(FrameError.BAD_SCAN, line, String.valueOf(e.getMessage()));
                System.err.println(wrong.errorCode().code() + " " + wrong.messageIn(Locale.CHINA));
                System.err.println(wrong.errorCode().code() + " " + wrong.messageIn(Locale.ENGLISH));
            }
        }
        ended = true;
        return Optional.empty();
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
        // Standard input stays open: closing it would wait for the thread that reads it.
        ended = true;
    }
}
