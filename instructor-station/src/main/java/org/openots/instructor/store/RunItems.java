package org.openots.instructor.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openots.common.text.LocalText;

/** What each item of closed runs gave; a projection of the journals that can be thrown away and rebuilt. */
public final class RunItems {
    private final Database database;

    /**
     * Opens the table.
     *
     * @param database the station's database
     */
    public RunItems(Database database) {
        this.database = database;
    }

    /**
     * An item of a score sheet.
     *
     * @param kind {@code step} or {@code quality}
     * @param id unique in its kind
     * @param text what was to be done or kept
     * @param points full marks
     * @param earned marks
     */
    public record Item(String kind, String id, LocalText text, double points, double earned) {}

    /**
     * Writes the items of a run, in the place of those that were there.
     *
     * @param run a run of the list
     * @param items in the order of its rubric
     */
    public void put(String run, List<Item> items) {
        database.writer().write(unit -> {
            unit.handle().execute("delete from run_item where run = ?", run);
            for (int i = 0; i < items.size(); i++) {
                Item item = items.get(i);
                unit.handle()
                        .createUpdate("insert into run_item (run, position, kind, item, zh, en, points, earned)"
                                + " values (:run, :position, :kind, :item, :zh, :en, :points, :earned)")
                        .bind("run", run)
                        .bind("position", i)
                        .bind("kind", item.kind())
                        .bind("item", item.id())
                        .bind("zh", item.text().zh())
                        .bind("en", item.text().en())
                        .bind("points", item.points())
                        .bind("earned", item.earned())
                        .execute();
            }
            return unit.handle().execute("update run set itemised = 1 where id = ?", run);
        });
        database.runsChanged();
    }

    /**
     * Closed runs whose items were never written: an older version of the station closed them.
     *
     * @return run ids
     */
    public List<String> missing() {
        return database.readers()
                .withHandle(handle -> handle.createQuery(
                                "select id from run where state = 'closed' and itemised = 0 order by id")
                        .mapTo(String.class)
                        .list());
    }

    /**
     * The items of runs.
     *
     * @param runs run ids
     * @return items in the order of their rubric, for each run that has any
     */
    public Map<String, List<Item>> of(Collection<String> runs) {
        Map<String, List<Item>> all = new HashMap<>();
        if (runs.isEmpty()) {
            return all;
        }
        database.readers()
                .useHandle(handle -> handle.createQuery(
                                "select * from run_item where run in (<runs>) order by run, position")
                        .bindList("runs", List.copyOf(runs))
                        .map((rs, ctx) -> Map.entry(
                                rs.getString("run"),
                                new Item(
                                        rs.getString("kind"),
                                        rs.getString("item"),
                                        new LocalText(rs.getString("zh"), rs.getString("en")),
                                        rs.getDouble("points"),
                                        rs.getDouble("earned"))))
                        .forEach(entry -> all.computeIfAbsent(entry.getKey(), run -> new ArrayList<>())
                                .add(entry.getValue())));
        return all;
    }
}
