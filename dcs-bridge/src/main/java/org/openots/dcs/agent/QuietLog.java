package org.openots.dcs.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** A log that says the same kind of thing at most every ten seconds, and how often it was kept back. */
final class QuietLog {
    private static final long PAUSE = 10_000_000_000L;

    /** Kinds remembered; beyond that all are forgotten, so that a flood of topics takes no memory. */
    private static final int MOST_KINDS = 1000;

    private final Logger log;
    private final LongSupplier nanos;
    private final Map<String, Kind> kinds = new HashMap<>();

    private static final class Kind {
        private long said;
        private long keptBack;
    }

    QuietLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
    }

    /** Says it, or counts that it was kept back; returns whether it was said. */
    synchronized boolean warn(String kind, String what) {
        long now = nanos.getAsLong();
        Kind known = kinds.get(kind);
        if (known != null && now - known.said < PAUSE) {
            known.keptBack++;
            return false;
        }
        if (known == null) {
            if (kinds.size() >= MOST_KINDS) {
                kinds.clear();
            }
            known = new Kind();
            kinds.put(kind, known);
        }
        if (known.keptBack > 0) {
            log.warn("{}: {} (and {} times before)", kind, what, known.keptBack);
        } else {
            log.warn("{}: {}", kind, what);
        }
        known.said = now;
        known.keptBack = 0;
        return true;
    }
}
