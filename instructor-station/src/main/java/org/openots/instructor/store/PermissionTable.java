package org.openots.instructor.store;

import java.util.List;
import org.openots.instructor.people.Role;

/** Rights that the administrator changed. */
public final class PermissionTable {
    private final Database database;

    /**
     * Opens the table.
     *
     * @param database the station's database
     */
    public PermissionTable(Database database) {
        this.database = database;
    }

    /**
     * A right that differs from the policy of the suite, or was set to be as it is.
     *
     * @param page id of the page
     * @param action id of the action
     * @param role whose right
     * @param allowed whether he has it
     */
    public record Changed(String page, String action, Role role, boolean allowed) {}

    /**
     * All changed rights.
     *
     * @return one a page, action and role at most
     */
    public List<Changed> all() {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select * from permission order by page, action, role")
                        .map((rs, ctx) -> new Changed(
                                rs.getString("page"),
                                rs.getString("action"),
                                Role.of(rs.getString("role")),
                                rs.getLong("allowed") != 0))
                        .list());
    }

    /**
     * Changes a right.
     *
     * @param by account of the administrator
     * @param changed the right
     */
    public void set(String by, Changed changed) {
        database.writer().write(unit -> {
            unit.handle()
                    .createUpdate("insert into permission (page, action, role, allowed, set_by, at)"
                            + " values (:page, :action, :role, :allowed, :by, :at)"
                            + " on conflict (page, action, role) do update set allowed = excluded.allowed,"
                            + " set_by = excluded.set_by, at = excluded.at")
                    .bind("page", changed.page())
                    .bind("action", changed.action())
                    .bind("role", changed.role().word())
                    .bind("allowed", changed.allowed() ? 1 : 0)
                    .bind("by", by)
                    .bind("at", unit.now())
                    .execute();
            unit.audit(
                    by,
                    "permission-set",
                    "{\"page\":" + Quoted.json(changed.page()) + ",\"action\":" + Quoted.json(changed.action())
                            + ",\"role\":\"" + changed.role().word() + "\",\"allowed\":" + changed.allowed() + "}");
            return true;
        });
    }
}
