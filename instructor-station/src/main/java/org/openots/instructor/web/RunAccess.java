package org.openots.instructor.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;
import org.openots.instructor.people.Person;
import org.openots.instructor.people.Role;
import org.openots.instructor.rig.RigWatch;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.store.RunIndex;

/** Who may see and operate which run; the owner is the one in the journal, never one named in a request. */
final class RunAccess {
    private static final Set<Role> WATCHERS = Set.of(Role.INSTRUCTOR, Role.ASSESSOR, Role.INVIGILATOR, Role.SUPERVISOR);

    private final SessionHost host;
    private final RunIndex index;
    private final Map<String, Object> starting = new ConcurrentHashMap<>();

    RunAccess(SessionHost host, RunIndex index) {
        this.host = host;
        this.index = index;
    }

    Optional<String> owner(String run) {
        return index.find(run).map(RunIndex.Row::owner);
    }

    /** Throws unless the person owns the run or watches by office. */
    void requireVisible(Person person, String run) {
        String owner = owner(run).orElseThrow(() -> new OtsException(StationError.RUN_UNKNOWN, run));
        if (owner.equals(RigWatch.OWNER)) {
            return;
        }
        if (!owner.equals(person.account()) && !WATCHERS.contains(person.role())) {
            throw new OtsException(StationError.NOT_OWNER, run);
        }
    }

    /** Throws unless the person owns the run or is an instructor. */
    void requireOperable(Person person, String run) {
        String owner = owner(run).orElseThrow(() -> new OtsException(StationError.RUN_UNKNOWN, run));
        if (!owner.equals(person.account()) && person.role() != Role.INSTRUCTOR) {
            throw new OtsException(StationError.NOT_OWNER, run);
        }
        if (owner.equals(person.account())) {
            host.presence(run, 0);
        }
    }

    /** What to hold while a run of an account is started: two clicks at once must not start two runs. */
    Object starting(String account) {
        return starting.computeIfAbsent(account, key -> new Object());
    }

    /** The open run of an account; one that cannot be continued does not block its owner. */
    Optional<RunIndex.Row> unfinished(RunIndex rows, String account) {
        return rows.of(account).stream()
                .filter(row -> row.record() && !row.closed() && !host.lost().containsKey(row.id()))
                .findFirst();
    }

    /** The owner of an open run is back. */
    void returned(String run) {
        host.presence(run, 0);
    }

    /** The index row of a run, closed or open. */
    RunIndex.Row row(String run) {
        return index.find(run).orElseThrow(() -> new OtsException(StationError.RUN_UNKNOWN, run));
    }
}
