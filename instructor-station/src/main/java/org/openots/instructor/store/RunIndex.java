package org.openots.instructor.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The list of runs; a projection of the journals that can be thrown away and rebuilt. */
public final class RunIndex {
    private final Database database;

    /**
     * Opens the index.
     *
     * @param database the station's database
     */
    public RunIndex(Database database) {
        this.database = database;
    }

    /** What the column {@code measured} says. */
    private static final int SIMULATED = 0;

    private static final int AT_RIG = 1;
    private static final int AT_VIRTUAL_RIG = 2;

    /**
     * A run in the list.
     *
     * @param id run id
     * @param owner account of the student
     * @param plant plant id
     * @param task task id
     * @param started epoch milliseconds
     * @param measured whether it is of a rig and not simulated
     * @param virtual whether that rig was a virtual one
     * @param closed true once it takes no more operations
     * @param score points, 0..100; null while open
     * @param modelTime model time at closing, s; null while open
     * @param stateHash state digest at closing; null while open
     * @param branchOf the run a branch left, whose score is then nobody's result; null for a run of its own
     * @param exam the exam it is part of; null in training
     */
    public record Row(
            String id,
            String owner,
            String plant,
            String task,
            long started,
            boolean measured,
            boolean virtual,
            boolean closed,
            @Nullable Double score,
            @Nullable Double modelTime,
            @Nullable String stateHash,
            @Nullable String branchOf,
            @Nullable String exam) {
        /**
         * Whether it may count as somebody's result.
         *
         * @return false for a branch
         */
        public boolean record() {
            return branchOf == null;
        }
    }

    /**
     * Inserts or replaces a run.
     *
     * @param row the run; its start is kept if it is known already
     */
    public void put(Row row) {
        database.writer().write(unit -> put(unit.handle(), row));
        database.runsChanged();
    }

    private static int put(Handle handle, Row row) {
        return handle.createUpdate(
                        "insert into run (id, owner, plant, task, started, measured, state, score, model_time, state_hash, branch_of, exam)"
                                + " values (:id, :owner, :plant, :task, :started, :measured, :state, :score, :time, :hash, :branch, :exam)"
                                + " on conflict (id) do update set state = excluded.state, score = excluded.score,"
                                + " model_time = excluded.model_time, state_hash = excluded.state_hash")
                .bind("id", row.id())
                .bind("owner", row.owner())
                .bind("plant", row.plant())
                .bind("task", row.task())
                .bind("started", row.started())
                .bind("measured", row.virtual() ? AT_VIRTUAL_RIG : row.measured() ? AT_RIG : SIMULATED)
                .bind("state", row.closed() ? "closed" : "open")
                .bind("score", row.score())
                .bind("time", row.modelTime())
                .bind("hash", row.stateHash())
                .bind("branch", row.branchOf())
                .bind("exam", row.exam())
                .execute();
    }

    /**
     * Finds a run.
     *
     * @param id run id
     * @return the run
     */
    public Optional<Row> find(String id) {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select * from run where id = :id")
                        .bind("id", id)
                        .map((rs, ctx) -> row(rs))
                        .findOne());
    }

    /**
     * The runs of a student.
     *
     * @param owner account
     * @return runs, latest first
     */
    public List<Row> of(String owner) {
        return database.readers()
                .withHandle(handle -> handle.createQuery(
                                "select * from run where owner = :owner order by started desc, id desc")
                        .bind("owner", owner)
                        .map((rs, ctx) -> row(rs))
                        .list());
    }

    /**
     * All runs.
     *
     * @return runs, latest first
     */
    public List<Row> all() {
        return database.readers()
                .withHandle(handle -> handle.createQuery("select * from run order by started desc, id desc")
                        .map((rs, ctx) -> row(rs))
                        .list());
    }

    private static Row row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Row(
                rs.getString("id"),
                rs.getString("owner"),
                rs.getString("plant"),
                rs.getString("task"),
                rs.getLong("started"),
                rs.getInt("measured") != SIMULATED,
                rs.getInt("measured") == AT_VIRTUAL_RIG,
                "closed".equals(rs.getString("state")),
                number(rs, "score"),
                number(rs, "model_time"),
                rs.getString("state_hash"),
                rs.getString("branch_of"),
                rs.getString("exam"));
    }

    private static @Nullable Double number(java.sql.ResultSet rs, String column) throws java.sql.SQLException {
        double value = rs.getDouble(column);
        return rs.wasNull() ? null : value;
    }
}
