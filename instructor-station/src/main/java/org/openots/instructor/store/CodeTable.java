package org.openots.instructor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codes that sign a person in once, by their digest. */
public final class CodeTable {
    private final Database database;

    /**
     * Opens the table.
     *
     * @param database the station's database
     */
    public CodeTable(Database database) {
        this.database = database;
    }

    /**
     * A code that is not used yet.
     *
     * @param account whom it signs in
     * @param kind {@code qr} or {@code seat}
     * @param by account that gave it out
     * @param expires epoch milliseconds
     */
    public record Live(String account, String kind, String by, long expires) {}

    /**
     * Gives codes out; what the same people had before ends.
     *
     * @param by account that does it
     * @param kind {@code qr} or {@code seat}
     * @param hashes digest of the code by account
     * @param expires epoch milliseconds
     */
    public void give(String by, String kind, Map<String, String> hashes, long expires) {
        database.writer().write(unit -> {
            unit.handle()
                    .createUpdate("delete from sign_in_code where expires <= :now")
                    .bind("now", unit.now())
                    .execute();
            hashes.forEach((account, hash) -> {
                unit.handle()
                        .createUpdate("delete from sign_in_code where account = :account")
                        .bind("account", account)
                        .execute();
                unit.handle()
                        .createUpdate("insert into sign_in_code (code_hash, account, kind, issued_by, created, expires)"
                                + " values (:hash, :account, :kind, :by, :now, :expires)")
                        .bind("hash", hash)
                        .bind("account", account)
                        .bind("kind", kind)
                        .bind("by", by)
                        .bind("now", unit.now())
                        .bind("expires", expires)
                        .execute();
                unit.audit(
                        by,
                        "code-issued",
                        "{\"account\":" + Quoted.json(account) + ",\"kind\":" + Quoted.json(kind) + "}");
            });
            return hashes.size();
        });
    }

    /**
     * Takes a code in; it cannot be used again.
     *
     * @param hash its digest
     * @return whom it signs in, if it is valid
     */
    public Optional<String> redeem(String hash) {
        return database.writer()
                .write(unit -> unit.handle()
                        .createQuery("delete from sign_in_code where code_hash = :hash returning account, expires")
                        .bind("hash", hash)
                        .map((rs, ctx) -> rs.getLong("expires") > unit.now() ? rs.getString("account") : "")
                        .findOne()
                        .filter(account -> !account.isEmpty()));
    }

    /**
     * Whose a code is, without using it.
     *
     * @param hash its digest
     * @return whom it would sign in, if it is valid
     */
    public Optional<String> owner(String hash) {
        return database.readers()
                .withHandle(handle -> handle.createQuery(
                                "select account from sign_in_code where code_hash = :hash and expires > :now")
                        .bind("hash", hash)
                        .bind("now", database.clock().millis())
                        .mapTo(String.class)
                        .findOne());
    }

    /**
     * Ends codes before they are used.
     *
     * @param by account that does it
     * @param accounts whose
     * @return how many there were
     */
    public int revoke(String by, List<String> accounts) {
        return database.writer().write(unit -> {
            int ended = 0;
            for (String account : accounts) {
                int rows = unit.handle()
                        .createUpdate("delete from sign_in_code where account = :account")
                        .bind("account", account)
                        .execute();
                if (rows > 0) {
                    unit.audit(by, "code-revoked", "{\"account\":" + Quoted.json(account) + "}");
                }
                ended += rows;
            }
            return ended;
        });
    }

    /**
     * Codes that can be used.
     *
     * @param now epoch milliseconds
     * @return one a person at most
     */
    public List<Live> live(long now) {
        return database.readers()
                .withHandle(handle -> handle.createQuery(
                                "select account, kind, issued_by, expires from sign_in_code where expires > :now")
                        .bind("now", now)
                        .map((rs, ctx) -> new Live(
                                rs.getString("account"),
                                rs.getString("kind"),
                                rs.getString("issued_by"),
                                rs.getLong("expires")))
                        .list());
    }
}
