package org.openots.instructor.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people changed, hash-chained: a row altered or removed later breaks the chain. The chain alone does not stop
 * someone who rewrites all of it; the head printed on paper does.
 */
public final class AuditTrail {
    private static final String GENESIS = "0".repeat(64);

    private final Jdbi readers;

    /**
     * Opens the trail for reading.
     *
     * @param readers read-only connections
     */
    public AuditTrail(Jdbi readers) {
        this.readers = readers;
    }

    record Entry(String actor, String action, String detail) {}

    /**
     * A row of the trail.
     *
     * @param seq 1, 2, 3, ...
     * @param at epoch milliseconds
     * @param actor account, or {@code station}
     * @param action what was done
     * @param detail JSON
     * @param prevHash digest of the row before
     * @param hash digest of this row
     */
    public record Row(long seq, long at, String actor, String action, String detail, String prevHash, String hash) {}

    static void append(Handle handle, long at, Entry entry) {
        Row last = handle.createQuery("select * from audit order by seq desc limit 1")
                .map((rs, ctx) -> row(rs))
                .findOne()
                .orElse(new Row(0, 0, "", "", "", "", GENESIS));
        Row fresh = new Row(last.seq() + 1, at, entry.actor(), entry.action(), entry.detail(), last.hash(), "");
        handle.createUpdate("insert into audit (seq, at, actor, action, detail, prev_hash, hash)"
                        + " values (:seq, :at, :actor, :action, :detail, :prev, :hash)")
                .bind("seq", fresh.seq())
                .bind("at", fresh.at())
                .bind("actor", fresh.actor())
                .bind("action", fresh.action())
                .bind("detail", fresh.detail())
                .bind("prev", fresh.prevHash())
                .bind("hash", digest(fresh))
                .execute();
    }

    /**
     * The whole trail.
     *
     * @return rows, oldest first
     */
    public List<Row> rows() {
        return readers.withHandle(handle -> handle.createQuery("select * from audit order by seq")
                .map((rs, ctx) -> row(rs))
                .list());
    }

    /**
     * Checks the chain.
     *
     * @return the sequence of the first row that does not fit, or 0 when all fit
     */
    public long firstBroken() {
        String previous = GENESIS;
        long expected = 1;
        for (Row row : rows()) {
            if (row.seq() != expected
                    || !row.prevHash().equals(previous)
                    || !row.hash().equals(digest(row))) {
                return expected;
            }
            previous = row.hash();
            expected++;
        }
        return 0;
    }

    private static Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Row(
                rs.getLong("seq"),
                rs.getLong("at"),
                rs.getString("actor"),
                rs.getString("action"),
                rs.getString("detail"),
                rs.getString("prev_hash"),
                rs.getString("hash"));
    }

    private static String digest(Row row) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            List<String> parts = List.of(
                    Long.toString(row.seq()),
                    Long.toString(row.at()),
                    row.actor(),
                    row.action(),
                    row.detail(),
                    row.prevHash());
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // the length keeps two parts from being read as one
                sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                sha.update((byte) ':');
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
