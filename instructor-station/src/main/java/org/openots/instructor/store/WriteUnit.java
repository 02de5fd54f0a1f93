package org.openots.instructor.store;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The transaction a change runs in; valid only while it runs. */
public final class WriteUnit {
    private final Handle handle;
    private final Clock clock;

    WriteUnit(Handle handle, Clock clock) {
        this.handle = handle;
        this.clock = clock;
    }

    /**
     * The connection.
     *
     * @return the handle; do not commit or close it
     */
    public Handle handle() {
        return handle;
    }

    /**
     * Now.
     *
     * @return epoch milliseconds
     */
    public long now() {
        return clock.millis();
    }

    /**
     * Adds a row to the audit chain in the same transaction.
     *
     * @param actor account, or {@code station}
     * @param action what was done, for example {@code user-created}
     * @param detail JSON with the particulars, no passwords
     */
    public void audit(String actor, String action, String detail) {
        AuditTrail.append(handle, now(), new AuditTrail.Entry(actor, action, detail));
    }
}
