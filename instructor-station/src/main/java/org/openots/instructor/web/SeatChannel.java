package org.openots.instructor.web;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.openots.instructor.people.Person;

/**
 * The only way to push to a socket. At most one frame is on its way; while it is, further frames are dropped and the
 * next one that goes is complete again. A client that never reads so costs one frame of memory, not a growing queue.
 */
final class SeatChannel {
    /** Frame number of a seat that has seen nothing it could build on. */
    static final long NOTHING = -1;

    private final Session session;
    private final Person person;
    private final String token;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private volatile long lastFrame = NOTHING;

    SeatChannel(Session session, Person person, String token) {
        this.session = session;
        this.person = person;
        this.token = token;
    }

    /** The sign-in it was opened with. */
    String token() {
        return token;
    }

    Person person() {
        return person;
    }

    /** Number of the last frame that was sent, or {@link #NOTHING}. */
    long lastFrame() {
        return lastFrame;
    }

    /** Frames dropped because the one before was still on its way. */
    long dropped() {
        return dropped.get();
    }

    boolean free() {
        return !busy.get();
    }

    /**
     * Sends a frame unless one is still on its way.
     *
     * @param frame the text
     * @param number its number in the run's frames
     * @return true when it was sent
     */
    boolean offer(String frame, long number) {
        if (!session.isOpen() || !busy.compareAndSet(false, true)) {
            dropped.incrementAndGet();
            return false;
        }
        lastFrame = number;
        session.sendText(frame, Callback.from(() -> busy.set(false), failure -> {
            lastFrame = NOTHING;
            busy.set(false);
        }));
        return true;
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }
}
