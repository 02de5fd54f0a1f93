package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openots.benchmarks.measure.Measure;
import org.openots.benchmarks.measure.Times;
import org.openots.instructor.app.OpenOts;

/** A room at an exam whose station is killed without warning: nobody loses work, time or points. */
final class ExamLoad {
    private static final double NANO = 1e-9;
    private static final double SIGN_IN_SECONDS = 10;
    private static final double BACK_SECONDS = 15;
    /** What may go by between two pictures of a candidate's time on both sides of an outage, s. */
    private static final double TIME_SECONDS = 2.5;
    /** Part of its share of the time in which a kill falls. */
    private static final double EARLIEST = 0.1;

    private static final double LATEST = 0.5;
    private static final long LOOK_MILLIS = 100;
    private static final double PATIENCE_SECONDS = 120;

    private final LoadSettings settings;
    private final Consumer<String> told;
    private final LoadReport report;
    private final Tally tally = new Tally();
    private final Times signIns = new Times(100_000);
    private final SplittableRandom random;
    private final List<Candidate> candidates = new ArrayList<>();

    ExamLoad(LoadSettings settings, Consumer<String> told) {
        this.settings = settings;
        this.told = told;
        this.report = new LoadReport("exam", settings);
        this.random = new SplittableRandom(settings.seed());
    }

    LoadReport run() throws IOException, InterruptedException {
        double before = Calibration.micros();
        Optional<Path> zip;
        try (Robots robots = new Robots()) {
            zip = exam(robots);
        }
        if (zip.isPresent()) {
            verify(zip.get());
        }
        counts();
        ClassLoad.lost(report, new JournalAudit(settings.data()).compare(tally.acknowledged()));
        report.add(Measure.of("calibration loop before", "µs", before));
        report.add(Measure.of("calibration loop after", "µs", Calibration.micros()));
        return report;
    }

    private Optional<Path> exam(Robots robots) throws IOException, InterruptedException {
        StationChild station = StationChild.start(settings.data(), 0, settings.options());
        try {
            Browser admin = new Browser(station.url(), robots.browsers());
            admin.signIn("admin", station.adminPassword()).need("admin");
            List<String> accounts = School.students(admin, settings.seats());
            ExamOfficeWork office = new ExamOfficeWork(station.url(), admin, robots.browsers());
            told.accept("写策略、审核、机器人试做、封存 / strategy: write, review, dry run, seal");
            String strategy = office.strategy(settings.seconds() / 2);
            office.open(strategy, accounts);
            Candidate.Paper paper = paper(office);
            for (String account : accounts) {
                candidates.add(new Candidate(paper, account, station.url(), robots.browsers(), random.split()));
            }
            robots.start(candidates);
            enter(paper, office);
            station = work(station, paper);
            if (!robots.ended()
                    || candidates.stream().anyMatch(one -> one.receipt().isEmpty())) {
                report.trouble("not all handed in");
                return Optional.empty();
            }
            marks(office.results());
            return Optional.of(office.folder(settings.folder()));
        } finally {
            station.close();
        }
    }

    private Candidate.Paper paper(ExamOfficeWork office) throws IOException, InterruptedException {
        int seats = settings.seats();
        return new Candidate.Paper(
                office.plant(),
                tally,
                signIns,
                new CountDownLatch(1),
                new CountDownLatch(seats),
                new CountDownLatch(seats),
                new CountDownLatch(1),
                new CountDownLatch(1));
    }

    private void enter(Candidate.Paper paper, ExamOfficeWork office) throws IOException, InterruptedException {
        long storm = System.nanoTime();
        paper.gate().countDown();
        paper.seated().await();
        report.add(Measure.most("all seated, after the same moment", "s", since(storm), SIGN_IN_SECONDS));
        long start = System.nanoTime();
        office.begin();
        paper.working().await();
        report.add(Measure.of("all at their first part, after the start", "s", since(start)));
        told.accept("全部开始答题 / all candidates at work");
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) * NANO;
    }

    /** The time of the exam with its kills; the station that is there at the end. */
    private StationChild work(StationChild first, Candidate.Paper paper) throws IOException, InterruptedException {
        StationChild station = first;
        long begun = System.nanoTime();
        double share = settings.seconds() / Math.max(1, settings.kills());
        for (int kill = 0; kill < settings.kills(); kill++) {
            sleepUntil(begun, share * (kill + random.nextDouble(EARLIEST, LATEST)), paper);
            int port = station.port();
            long killed = System.nanoTime();
            station.kill();
            long launched = System.nanoTime();
            station = StationChild.start(settings.data(), port, settings.options());
            told.accept(String.format(
                    Locale.ROOT,
                    "强行结束并重启 %d：%.1f s 后可用 / killed, up again after %.1f s",
                    kill + 1,
                    since(launched),
                    since(launched)));
            String name = "kill " + (kill + 1) + ": ";
            report.add(Measure.of(name + "station serves after", "s", station.startSeconds()));
            report.add(Measure.of(name + "CPU time until it serves", "s", station.cpuSeconds()));
            returned(kill, killed, launched, name);
        }
        sleepUntil(begun, settings.seconds(), paper);
        paper.half().countDown();
        paper.end().countDown();
        return station;
    }

    private void sleepUntil(long begun, double seconds, Candidate.Paper paper) throws InterruptedException {
        while (since(begun) < seconds) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            if (since(begun) > settings.seconds() / 2) {
                paper.half().countDown();
            }
        }
    }

    private void returned(int kill, long killed, long launched, String name) throws InterruptedException {
        long missing = settings.seats();
        while (missing > 0 && since(launched) < PATIENCE_SECONDS) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            missing = candidates.stream()
                    .filter(one -> one.trouble().isEmpty() && one.returns().size() <= kill)
                    .count();
        }
        List<Candidate.Return> back = candidates.stream()
                .filter(one -> one.returns().size() > kill)
                .map(one -> one.returns().get(kill))
                .toList();
        double last = back.stream()
                .mapToDouble(one -> (one.nanos() - launched) * NANO)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        double taken = back.stream()
                .mapToDouble(one -> one.before() - one.after() - Math.max(0, killed - one.heard()) * NANO)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
        report.add(Measure.least(name + "sessions back", "1", (double) back.size(), settings.seats()));
        report.add(Measure.most(name + "last session back after", "s", last, BACK_SECONDS));
        report.add(Measure.most(name + "exam time anybody lost", "s", taken, TIME_SECONDS));
        told.accept(String.format(Locale.ROOT, "最后一人 %.1f s 后继续 / last candidate back after %.1f s", last, last));
    }

    private void marks(JsonNode results) {
        long without = 0;
        for (JsonNode one : results.path("candidates")) {
            without += one.has("mark") ? 0 : 1;
        }
        report.add(Measure.least(
                "candidates with a mark",
                "1",
                (double) results.path("candidates").size() - without,
                settings.seats()));
        report.add(Measure.most(
                "parts whose replay differs",
                "1",
                results.at("/proof/different").asDouble(),
                0));
    }

    /** What {@code openots verify} says of the folder, in a process of its own. */
    private void verify(Path zip) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Dopenots.logs=" + settings.folder(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenOts.class.getName(),
                        "verify",
                        zip.toString(),
                        "--json")
                .redirectError(settings.folder().resolve("verify.err").toFile())
                .start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        report.add(Measure.most("exit code of openots verify", "1", (double) code, 0));
        if (code != 0) {
            report.trouble(line.strip());
        }
    }

    private void counts() {
        candidates.stream()
                .map(Candidate::trouble)
                .filter(text -> !text.isEmpty())
                .forEach(report::trouble);
        report.add(Measure.most("sign-ins refused", "1", (double) settings.seats() - signIns.count(), 0));
        report.add(Measure.least(
                "receipts",
                "1",
                (double) candidates.stream()
                        .map(Candidate::receipt)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.toSet())
                        .size(),
                settings.seats()));
        report.add(Measure.of("operations sent", "1", (double) tally.sentCount()));
        report.add(Measure.of("operations sent again after a kill", "1", (double) tally.againCount()));
        report.add(Measure.of("operations acknowledged", "1", (double) tally.acknowledgedCount()));
        tally.refusals()
                .forEach((code, count) ->
                        report.add(Measure.of("operations refused with " + code, "1", (double) count)));
        report.add(Measure.of("acknowledged after, p50", "ms", tally.answers().millis(0.5)));
        report.add(Measure.of("acknowledged after, p99", "ms", tally.answers().millis(0.99)));
    }
}
