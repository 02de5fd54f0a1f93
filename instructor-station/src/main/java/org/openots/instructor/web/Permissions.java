package org.openots.instructor.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.OtsException;
import org.openots.instructor.people.PeopleError;
import org.openots.instructor.people.PermissionPolicy;
import org.openots.instructor.people.Role;
import org.openots.instructor.store.Database;
import org.openots.instructor.store.PermissionTable;

/**
 * Who may use a route now: the roles of the route table are the most that is possible, the policy of the suite leaves some of them
 * out, and the administrator takes away or gives back within its limits. Safe for use by several threads.
 */
final class Permissions {
    private final PermissionPolicy policy = PermissionPolicy.shipped();
    private final PermissionTable table;
    private volatile List<PermissionTable.Changed> changes;

    Permissions(Database database) {
        this.table = new PermissionTable(database);
        this.changes = table.all();
    }

    PermissionPolicy policy() {
        return policy;
    }

    /** The roles that may use a route now. */
    Set<Role> of(String method, String path, Set<Role> most) {
        Optional<PermissionPolicy.Page> page = policy.page(path);
        if (page.isEmpty()) {
            return most;
        }
        String action = PermissionPolicy.action(method);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        most.stream().filter(role -> allowed(page.get().id(), action, role)).forEach(roles::add);
        return roles;
    }

    /** Whether a role has a right, if there are routes for it. */
    boolean allowed(String page, String action, Role role) {
        if (policy.fixed(page, action, role)) {
            return true;
        }
        return changes.stream()
                .filter(one -> one.page().equals(page) && one.action().equals(action) && one.role() == role)
                .map(PermissionTable.Changed::allowed)
                .findFirst()
                .orElse(!policy.off(page, action, role));
    }

    /** Changes a right within the limits of the policy. */
    synchronized void set(String by, PermissionTable.Changed change) {
        policy.requireKnown(change.page(), change.action());
        if (change.allowed()
                && policy.never(change.page(), change.action(), change.role()).isPresent()) {
            throw new OtsException(
                    PeopleError.RIGHT_NEVER,
                    change.page(),
                    change.action(),
                    change.role().text());
        }
        if (!change.allowed() && policy.fixed(change.page(), change.action(), change.role())) {
            throw new OtsException(
                    PeopleError.RIGHT_FIXED,
                    change.page(),
                    change.action(),
                    change.role().text());
        }
        table.set(by, change);
        changes = table.all();
    }
}
