package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.openots.benchmarks.BenchError;
import org.openots.benchmarks.measure.Measure;
import org.openots.benchmarks.measure.Pauses;
import org.openots.benchmarks.measure.Times;
import org.openots.common.error.OtsException;

/** A class at practice: everybody with a column of his own, and nothing that was acknowledged may be lost. */
final class ClassLoad {
    private static final long LOOK_SECONDS = 5;
    private static final double NANO = 1e-9;
    private static final double PERCENT = 100;
    private static final double MEGA = 1e6;
    private static final double ON_TIME = 99.9;
    private static final double PACE = 0.999;
    private static final double ACK_MILLIS = 200;
    /** All are in within this time, s: a minute for up to a thousand, a sixth of a second each for a class. */
    private static final double SIGN_IN_SECONDS = 10;

    private static final double P99 = 0.99;
    private static final int TICKS_PER_SECOND = 10;

    private final LoadSettings settings;
    private final Consumer<String> told;
    private final LoadReport report;
    private final Tally tally = new Tally();
    private final Times signIns = new Times(100_000);

    ClassLoad(LoadSettings settings, Consumer<String> told) {
        this.settings = settings;
        this.told = told;
        this.report = new LoadReport("class", settings);
    }

    LoadReport run() throws IOException, InterruptedException {
        double before = Calibration.micros();
        List<Pupil> pupils;
        try (Robots robots = new Robots();
                StationChild station = StationChild.start(settings.data(), 0, settings.options())) {
            Browser admin = new Browser(station.url(), robots.browsers());
            admin.signIn("admin", station.adminPassword()).need("admin");
            told.accept("教师站已启动 / station started: " + station.url());
            pupils = lesson(station, admin, robots);
        }
        audit(pupils);
        report.add(Measure.of("calibration loop before", "µs", before));
        report.add(Measure.of("calibration loop after", "µs", Calibration.micros()));
        return report;
    }

    private List<Pupil> lesson(StationChild station, Browser admin, Robots robots)
            throws IOException, InterruptedException {
        List<String> accounts = School.students(admin, settings.seats());
        told.accept(accounts.size() + " 个账号已导入 / accounts imported");
        String teacher = School.staff(admin, "teacher", "instructor");
        Browser wall = new Browser(station.url(), robots.browsers());
        wall.signIn(teacher, School.PASSWORD).need(teacher);
        wall.socket("/ws/class", new Screen());
        int seats = settings.seats();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Pupil.Lesson lesson = new Pupil.Lesson(
                task(wall),
                wall.get("/api/plants/" + settings.plant()).need("plant"),
                tally,
                signIns,
                gate,
                new CountDownLatch(seats),
                new CountDownLatch(seats),
                end);
        SplittableRandom random = new SplittableRandom(settings.seed());
        List<Pupil> pupils = accounts.stream()
                .map(account -> new Pupil(lesson, account, station.url(), robots.browsers(), random.split()))
                .toList();
        robots.start(pupils);
        Probe probe = new Probe(station, admin);
        long storm = System.nanoTime();
        gate.countDown();
        lesson.inside().await();
        double in = (System.nanoTime() - storm) * NANO;
        lesson.ready().await();
        double ready = (System.nanoTime() - storm) * NANO;
        told.accept(String.format(Locale.ROOT, "全部登录 %.1f s，全部运行 %.1f s / all signed in, all running", in, ready));
        report.add(Measure.most("all signed in, after the same moment", "s", in, SIGN_IN_SECONDS));
        report.add(Measure.of("all columns running, after the same moment", "s", ready));
        watch(probe, end);
        if (!robots.ended()) {
            report.trouble("robots did not end");
        }
        return pupils;
    }

    /** A task of the plant that begins in operation and lasts longest: the robots have a column, not a procedure. */
    private String task(Browser teacher) throws IOException, InterruptedException {
        JsonNode tasks = teacher.get("/api/tasks").need("tasks");
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(task -> task.path("plant").asText().equals(settings.plant()))
                .max(Comparator.comparing(
                                (JsonNode task) -> task.path("timeLimitS").asDouble() >= settings.seconds() + 60)
                        .thenComparing(task -> task.path("ic").asText().equals("normal"))
                        .thenComparing(task -> task.path("timeLimitS").asDouble())
                        .thenComparing(task -> task.path("id").asText()))
                .map(task -> task.path("id").asText())
                .orElseThrow(() -> new OtsException(BenchError.NO_PLANT, settings.plant()));
    }

    private void watch(Probe probe, CountDownLatch end) throws IOException, InterruptedException {
        try (Pauses pauses = new Pauses()) {
            Probe.Moment first = probe.look();
            Probe.Moment now = first;
            double gone = 0;
            while (gone < settings.seconds()) {
                TimeUnit.NANOSECONDS.sleep((long) (Math.min(LOOK_SECONDS, settings.seconds() - gone) / NANO));
                now = probe.look();
                gone = (now.nanos() - first.nanos()) * NANO;
                told.accept(String.format(
                        Locale.ROOT,
                        "%.0f s: %d ticks, %d late, %d acknowledged",
                        gone,
                        now.ticks() - first.ticks(),
                        now.late() - first.late(),
                        tally.acknowledgedCount()));
            }
            end.countDown();
            figures(first, now, probe);
            report.add(Measure.of(
                    "this machine: a thread that only sleeps, late p99.9",
                    "ms",
                    pauses.times().millis(0.999)));
            report.add(Measure.of(
                    "this machine: a thread that only sleeps, late at most",
                    "ms",
                    pauses.times().millis(1)));
        }
    }

    private void figures(Probe.Moment first, Probe.Moment last, Probe probe) {
        double seconds = (last.nanos() - first.nanos()) * NANO;
        double ticks = last.ticks() - first.ticks();
        double late = last.late() - first.late();
        report.add(Measure.of("length of the measurement", "s", seconds));
        report.add(Measure.of("ticks", "1", ticks));
        report.add(
                Measure.least("ticks at most 100 ms late", "%", ticks > 0 ? PERCENT * (1 - late / ticks) : 0, ON_TIME));
        report.add(Measure.of("latest tick since the station started", "ms", (double) last.worstMillis()));
        report.add(Measure.least(
                "ticks done of those due", "1", ticks / (seconds * TICKS_PER_SECOND * settings.seats()), PACE));
        report.add(Measure.of("CPU of the station", "cores", (last.stationCpu() - first.stationCpu()) / seconds));
        report.add(Measure.of("CPU of the robots", "cores", (last.ownCpu() - first.ownCpu()) / seconds));
        report.add(Measure.of("station: resident memory, most", "MB", probe.rss()));
        report.add(Measure.of("station: heap in use, most", "MB", probe.heap()));
    }

    private void audit(List<Pupil> pupils) throws IOException {
        pupils.stream().map(Pupil::trouble).filter(text -> !text.isEmpty()).forEach(report::trouble);
        report.add(Measure.most("sign-ins refused", "1", (double) settings.seats() - signIns.count(), 0));
        report.add(Measure.of("sign-in p50", "s", signIns.millis(0.5) * 1e-3));
        report.add(Measure.of("sign-in at most", "s", signIns.millis(1) * 1e-3));
        operations();
        snapshots(pupils);
        List<String> runs =
                pupils.stream().map(Pupil::runId).filter(id -> !id.isEmpty()).toList();
        JournalAudit audit = new JournalAudit(settings.data());
        lost(report, audit.compare(tally.acknowledged()));
        List<String> sampled = runs.subList(0, Math.min(settings.sampled(), runs.size()));
        List<String> different = audit.different(sampled);
        report.add(Measure.of("runs replayed", "1", (double) sampled.size()));
        report.add(Measure.most("runs whose replay differs", "1", (double) different.size(), 0));
        different.forEach(report::trouble);
        report.add(Measure.of("journals", "MB", audit.bytes() / MEGA));
    }

    static void lost(LoadReport report, JournalAudit.Found found) {
        report.add(Measure.most("acknowledged operations lost", "1", (double) found.lost(), 0));
        report.add(Measure.most("operations kept twice", "1", (double) found.twice(), 0));
        report.add(Measure.most("journals damaged", "1", (double) found.damaged(), 0));
    }

    private void operations() {
        report.add(Measure.of("operations sent", "1", (double) tally.sentCount()));
        report.add(Measure.of("operations acknowledged", "1", (double) tally.acknowledgedCount()));
        report.add(Measure.most("operations without an answer", "1", (double) tally.unansweredCount(), 0));
        for (Map.Entry<String, Long> one : tally.refusals().entrySet()) {
            report.add(Measure.of("operations refused with " + one.getKey(), "1", (double) one.getValue()));
        }
        report.add(Measure.of("acknowledged after, p50", "ms", tally.answers().millis(0.5)));
        report.add(Measure.most("acknowledged after, p99", "ms", tally.answers().millis(P99), ACK_MILLIS));
        report.add(
                Measure.of("acknowledged after, at most", "ms", tally.answers().millis(1)));
    }

    private void snapshots(List<Pupil> pupils) {
        List<Screen.Count> counts = new ArrayList<>();
        pupils.forEach(pupil -> counts.add(pupil.screen().taken()));
        report.add(Measure.of(
                "snapshots a second and client, mean",
                "1/s",
                counts.stream().mapToDouble(Screen.Count::perSecond).average().orElse(0)));
        report.add(Measure.of(
                "snapshots a second and client, least",
                "1/s",
                counts.stream().mapToDouble(Screen.Count::perSecond).min().orElse(0)));
        report.add(Measure.of(
                "gaps of more than 1.5 s between snapshots",
                "1",
                counts.stream().mapToDouble(Screen.Count::gaps).sum()));
        report.add(Measure.of(
                "longest time between two snapshots",
                "ms",
                counts.stream().mapToDouble(Screen.Count::longestMillis).max().orElse(0)));
        report.add(Measure.of(
                "snapshots dropped for a slow client",
                "1",
                counts.stream().mapToDouble(Screen.Count::again).sum()));
        report.add(Measure.of(
                "model time to real time, least of all runs",
                "1",
                pupils.stream().mapToDouble(Pupil::pace).min().orElse(0)));
    }
}
