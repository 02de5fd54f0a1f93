package org.openots.instructor.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that count as somebody's result in training: closed, scored, no branch, no part of an exam, each with what its items
 * gave. Read from the database again only when the list of runs was changed; safe for use by several threads.
 */
public final class CountedRuns {
    /** Runs whose items are asked for at once; SQLite takes no more than 32766 parameters. */
    private static final int CHUNK = 1000;

    private final Database database;
    private final RunIndex index;
    private final RunItems items;
    private volatile State state = new State("", List.of(), Map.of());

    /**
     * Opens the list.
     *
     * @param database the station's database
     */
    public CountedRuns(Database database) {
        this.database = database;
        this.index = new RunIndex(database);
        this.items = new RunItems(database);
    }

    private record State(String revision, List<RunIndex.Row> rows, Map<String, List<RunItems.Item>> marks) {}

    /**
     * What the list was made from; another one means that it was made anew.
     *
     * @return a word without further meaning
     */
    public String revision() {
        return now().revision();
    }

    /**
     * The runs.
     *
     * @return the latest first
     */
    public List<RunIndex.Row> rows() {
        return now().rows();
    }

    /**
     * What the items of a run gave.
     *
     * @param run run id
     * @return in the order of its rubric; none for a run that is not in the list or was judged as a whole
     */
    public List<RunItems.Item> items(String run) {
        return now().marks().getOrDefault(run, List.of());
    }

    private State now() {
        State known = state;
        if (known.revision().equals(stamp())) {
            return known;
        }
        synchronized (this) {
            // what is written from here on raises the revision above this one, so it is read again
            String revision = stamp();
            State read = state.revision().equals(revision) ? state : read(revision);
            state = read;
            return read;
        }
    }

    /** Changes of this program are counted, those of another one show in the numbers of runs. */
    private String stamp() {
        return database.runRevision() + " "
                + database.readers()
                        .withHandle(handle -> handle.createQuery(
                                        "select count(*) || ' ' || total(state = 'closed') || ' ' || total(itemised) from run")
                                .mapTo(String.class)
                                .one());
    }

    private State read(String revision) {
        List<RunIndex.Row> rows =
                index.all().stream().filter(CountedRuns::counts).toList();
        Map<String, List<RunItems.Item>> marks = new HashMap<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<String> some = new ArrayList<>();
            rows.subList(from, Math.min(rows.size(), from + CHUNK)).forEach(row -> some.add(row.id()));
            marks.putAll(items.of(some));
        }
        return new State(revision, rows, marks);
    }

    /**
     * Whether a run is somebody's result in training.
     *
     * @param row the run
     * @return false for one that is open, a branch, or part of an exam
     */
    public static boolean counts(RunIndex.Row row) {
        return row.closed() && row.record() && row.exam() == null && row.score() != null;
    }
}
