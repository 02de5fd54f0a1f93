package org.openots.instructor.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.error.Messages;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.session.TickLateness;

/** How a station is, at one moment. */
public final class Health {
    /** Below this share of ticks on time the simulation does not keep up. */
    private static final double ON_TIME = 0.999;
    /** Fewer ticks than this say nothing about a thousandth. */
    private static final long ENOUGH_TICKS = 1000;
    /** Share of the memory from which on it is nearly used up. */
    private static final double MUCH = 0.9;

    private static final double PERCENT = 100;
    private static final int TENTHS = 10;
    private static final long MEGABYTE = 1_000_000;

    private final Upkeep upkeep;
    private final SessionHost host;
    private final Clock clock;

    /**
     * Looks at a station.
     *
     * @param upkeep disks, backups, journals
     * @param host runs
     * @param clock tells how old things are
     */
    public Health(Upkeep upkeep, SessionHost host, Clock clock) {
        this.upkeep = upkeep;
        this.host = host;
        this.clock = clock;
    }

    /**
     * What is wrong.
     *
     * @param problem what kind
     * @param text in both languages: what, how much, what to do
     */
    public record Finding(HealthProblem problem, LocalText text) {}

    /**
     * Runs that are open.
     *
     * @param open how many
     * @param running how many of them move now
     * @param lost how many of an earlier life of the station cannot go on
     */
    public record Runs(int open, int running, int lost) {}

    /**
     * The program's memory.
     *
     * @param used bytes that objects take, those too that nobody needs any more
     * @param most bytes it may take
     */
    public record Memory(long used, long most) {}

    /**
     * The open runs.
     *
     * @return counted now
     */
    public Runs runs() {
        int running = 0;
        int open = 0;
        for (RunView view : host.open()) {
            open++;
            running += view.pace().state() == Pace.State.RUNNING ? 1 : 0;
        }
        return new Runs(open, running, host.lost().size());
    }

    /**
     * The memory.
     *
     * @return as the program sees it now
     */
    public static Memory memory() {
        Runtime runtime = Runtime.getRuntime();
        return new Memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    }

    /**
     * When the last backup was made.
     *
     * @return its age, or nothing when there is none
     */
    public Optional<Duration> lastBackup() {
        return upkeep.backups().list().stream().findFirst().map(last -> Duration.between(last.at(), clock.instant()));
    }

    /**
     * What is wrong now.
     *
     * @return the serious ones first
     */
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        disks(found);
        backups(found);
        upkeep.chains()
                .result()
                .ifPresent(result -> result.damaged()
                        .forEach(one -> add(found, HealthProblem.JOURNAL_DAMAGED, one.journal(), one.reason())));
        int lost = host.lost().size();
        if (lost > 0) {
            add(found, HealthProblem.RUNS_LOST, lost);
        }
        TickLateness.Figures late = upkeep.lateness().figures();
        if (late.ticks() >= ENOUGH_TICKS && late.onTime() < ON_TIME) {
            add(found, HealthProblem.LATE_TICKS, late.millis(), tenth(PERCENT * late.onTime()));
        }
        Memory memory = memory();
        if (memory.used() > MUCH * memory.most()) {
            add(found, HealthProblem.MEMORY, memory.used() / MEGABYTE, memory.most() / MEGABYTE);
        }
        found.sort((one, other) ->
                Boolean.compare(other.problem().serious(), one.problem().serious()));
        return found;
    }

    private void disks(List<Finding> found) {
        UpkeepSettings limits = upkeep.settings();
        for (DiskWatch.Disk disk : upkeep.disk().disks()) {
            double free = tenth(disk.freeGigabytes());
            if (disk.state() == DiskWatch.State.FULL) {
                add(found, HealthProblem.DISK_FULL, disk.folder(), free, limits.refuseGigabytes());
            } else if (disk.state() == DiskWatch.State.LOW) {
                add(found, HealthProblem.DISK_LOW, disk.folder(), free, limits.warnGigabytes());
            }
        }
    }

    private void backups(List<Finding> found) {
        Optional<Duration> age = lastBackup();
        if (age.isEmpty()) {
            add(found, HealthProblem.NO_BACKUP);
        } else if (age.get().toMinutes() > 2L * upkeep.settings().everyMinutes()) {
            add(found, HealthProblem.OLD_BACKUP, age.get().toMinutes());
        }
        upkeep.backups()
                .failure()
                .ifPresent(why -> add(found, HealthProblem.BACKUP_FAILED, (Localizable) why::messageIn));
        upkeep.backups()
                .secondFailure()
                .ifPresent(why -> add(found, HealthProblem.SECOND_FAILED, (Localizable) why::messageIn));
    }

    private static double tenth(double value) {
        return Math.floor(value * TENTHS) / TENTHS;
    }

    private static void add(List<Finding> found, HealthProblem problem, Object... values) {
        List<Object> arguments = List.of(values);
        found.add(new Finding(
                problem,
                new LocalText(
                        Messages.render(problem, arguments, Locale.SIMPLIFIED_CHINESE),
                        Messages.render(problem, arguments, Locale.ENGLISH))));
    }
}
