package org.openots.simulator.flowsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.FormatPage;
import org.openots.common.json.FormatSchema;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.solver.OdeSystem;
import org.openots.simulator.thermo.PropertyDatabase;

/** One flowsheet with every kind of equipment: started cold, upset, shut down and drained; and every mistake in it named. */
class EveryKindTest {
    private static final String FILE = "/org/openots/simulator/flowsheet/every-kind.json";

    /** Components, inert and energy: a thousand times rounding, a million times below any reading. */
    private static final double GATE = 1e-9;

    private final PropertyDatabase database = new PropertyDatabase();

    private static String text() {
        return new String(StrictJson.bytes(EveryKindTest.class, FILE), StandardCharsets.UTF_8);
    }

    private EveryKindRun run() {
        return new EveryKindRun(
                FlowsheetBuilder.build(StrictJson.parse("every-kind.json", text(), Findings.throwing()), database));
    }

    @Test
    void startUpsetAndShutdownClose() {
        EveryKindRun run = run();
        run.fill();
        assertThat(run.read("feed-tank.h")).as("through the equalising line, m").isGreaterThan(0.05);
        run.start();
        assertThat(run.read("pack-1.w")).as("overhead, kg/kg").isBetween(0.86, 0.945);
        assertThat(run.read("sump.w")).isLessThan(run.read("feed-tank.w"));
        assertThat(run.read("product.end.m"))
                .as("product through its line, kg/s")
                .isPositive();
        assertThat(run.read("sieve-passage-1.flood")).isBetween(0.15, 0.9);
        assertThat(run.read("pack-passage-1.flood")).isBetween(0.1, 0.9);
        assertThat(run.read("E-1.loop.m")).as("circulation, kg/s").isGreaterThan(5);
        assertThat(run.read("AC.Q")).as("W by air").isGreaterThan(run.read("cw.Q"));
        closes(run);

        double before = run.read("sump.P");
        run.loseCooling();
        assertThat(run.read("sump.P")).as("pressure without cooling").isGreaterThan(before + 20e3);
        closes(run);
        run.leakAndLoseSteam();
        assertThat(run.highestGas())
                .as("share of the explosion limit at the pumps")
                .isGreaterThan(0.05);
        assertThat(run.read("feed.m")).as("by the standby pump").isPositive();
        closes(run);

        run.shutDown();
        assertThat(run.read("sump.level")).as("drained").isLessThan(1e-3);
        assertThat(run.read("drum.level")).isLessThan(1e-3);
        assertThat(run.read("condenser.air")).as("full of nitrogen").isGreaterThan(0.9);
        closes(run);
    }

    private static void closes(EveryKindRun run) {
        assertThat(run.model().solverCounts().failures()).isZero();
        assertThat(run.model().sound())
                .as("no state had to be, or is, below its bounds")
                .isTrue();
        for (double miss : run.model().closure()) {
            assertThat(miss).as("ethanol, water, inert, energy").isLessThanOrEqualTo(GATE);
        }
    }

    @Test
    void aSavedRunGoesOnBitForBit() {
        EveryKindRun first = run();
        first.fill();
        first.start();
        StateWriter out = new StateWriter();
        first.model().save(out);
        EveryKindRun second = run();
        StateReader in = new StateReader(out.toByteArray());
        second.model().restore(in);
        in.end();
        for (int i = 0; i < 600; i++) {
            first.model().step(0.1);
            second.model().step(0.1);
        }
        assertThat(second.model().stateVector()).isEqualTo(first.model().stateVector());
    }

    /** Neither the equations nor their Jacobian make garbage; the bean itself may take some bytes. */
    @Test
    void theEquationsAllocateNothing() {
        EveryKindRun run = run();
        run.fill();
        OdeSystem equations = run.model().equations();
        int states = equations.structure().states();
        double[][] y = {run.model().stateVector(), run.model().stateVector()};
        double[] rates = new double[states];
        double[] ledger = new double[equations.ledgerSize()];
        double[] gradient = new double[equations.ledgerSize() * states];
        double[] jacobian = new double[equations.structure().storage()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < 100; i++) {
                equations.evaluate(y[i % 2], rates, ledger);
            }
            equations.differentiate(y[0], jacobian, gradient);
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertThat(least).isLessThan(1000);
    }

    @Test
    void pageAndSchemaTellEveryField() {
        JsonCursor file = StrictJson.parse("every-kind.json", text(), Findings.throwing());
        FlowsheetBuilder.build(file, database);
        FormatPage.of("flowsheet.md").tells(file.knownFields());
        assertThat(FormatSchema.of("flowsheet").fields()).containsAll(file.knownFields());
    }

    /** Every list that the page has a section about is in the example. */
    @Test
    void everyKindIsThere() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "data-formats", "flowsheet.md"));
        Set<String> lists = new TreeSet<>();
        Matcher heading = Pattern.compile("(?m)^## .*$").matcher(page);
        while (heading.find()) {
            Matcher name = Pattern.compile("`(\\w+)\\[]`").matcher(heading.group());
            while (name.find()) {
                lists.add(name.group(1));
            }
        }
        assertThat(lists).hasSizeGreaterThan(25);
        assertThat(lists).allSatisfy(list -> assertThat(text()).contains("\"" + list + "\": ["));
    }

    /** Every number of the file, put far below what it may be, is named at its place in both languages. */
    @Test
    void everyWrongNumberIsNamed() {
        Matcher quantity =
                Pattern.compile("\"(\\w+)\": \"(-?[0-9.e-]+)( [^\"]+)?\"").matcher(text());
        StringBuilder wrong = new StringBuilder();
        Map<String, Integer> numbers = new TreeMap<>();
        while (quantity.find()) {
            String field = quantity.group(1);
            if (!field.equals("formatVersion")) {
                numbers.merge(field, 1, Integer::sum);
                String unit = quantity.group(3) == null ? "" : quantity.group(3);
                quantity.appendReplacement(wrong, "\"" + field + "\": \"-1e9" + unit + "\"");
            }
        }
        quantity.appendTail(wrong);
        List<Finding> findings = findings(wrong.toString());
        assertThat(numbers).hasSizeGreaterThan(90);
        assertThat(numbers)
                .allSatisfy((field, times) -> assertThat(findings)
                        .filteredOn(f -> f.pointer().endsWith("/" + field) && bothNameIt(f, field))
                        .as(field)
                        .extracting(Finding::pointer)
                        .hasSizeGreaterThanOrEqualTo(times));
    }

    private static boolean bothNameIt(Finding finding, String field) {
        return finding.in(Locale.ENGLISH).contains(field)
                && finding.in(Locale.SIMPLIFIED_CHINESE).contains(field)
                && !finding.in(Locale.ENGLISH).equals(finding.in(Locale.SIMPLIFIED_CHINESE));
    }

    private List<Finding> findings(String text) {
        Findings findings = Findings.collecting();
        FlowsheetBuilder.check(StrictJson.parse("every-kind.json", text, findings), database, findings);
        return findings.all();
    }

    /** What numbers and names must be to each other. */
    @Test
    void contradictionsAreNamed() {
        named("\"kind\": \"sieve\"", "\"kind\": \"bubble-cap\"", "/deck/kind", "bubble-cap");
        named("\"shape\": \"horizontal\"", "\"shape\": \"spherical\"", "/shape", "spherical");
        named("\"method\": \"aiche\"", "\"method\": \"guess\"", "/efficiency/method", "guess");
        named("\"trayEfficiencies\": [{\"tray\": 2", "\"trayEfficiencies\": [{\"tray\": 7", "/tray", "7");
        named(
                "\"trayEfficiencies\": [{\"tray\": 2",
                "\"trayEfficiencies\": [{\"tray\": 2, \"efficiency\": \"50 %\"}, {\"tray\": 2",
                "/tray",
                "2");
        named("\"height\": \"1.35 m\"", "\"height\": \"1.6 m\"", "/overflow/height", "1.5 m");
        named("\"openLoss\": \"5\"", "\"openLoss\": \"500\"", "/openLoss", "shutLoss");
        named("\"netArea\": \"0.22 m2\"", "\"netArea\": \"0.19 m2\"", "/activeArea", "netArea");
        named("\"pump\": \"P-R\"", "\"pump\": \"P-Q\"", "/pump", "P-Q");
        named(
                "\"thermosyphon\": {",
                "\"circulationVolume\": \"1 m3\", \"thermosyphon\": {",
                "/circulationVolume",
                "thermosyphon");
        named("\"to\": \"pit\"}},", "\"to\": \"day-tank\"}},", "/to", "day-tank");
        named("\"coil\": \"AC\"", "\"coil\": \"steam\"", "", "steam");
        named(
                "\"from\": \"day-tank\", \"to\": \"feed-tank\"",
                "\"from\": \"feed-tank\", \"to\": \"feed-tank\"",
                "/to",
                "feed-tank");
    }

    private void named(String right, String wrong, String pointer, String said) {
        String text = text();
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        String changed = text.substring(0, at) + wrong + text.substring(at + right.length());
        assertThat(findings(changed)).as(wrong).anySatisfy(finding -> {
            assertThat(finding.pointer()).endsWith(pointer);
            assertThat(finding.in(Locale.ENGLISH)).contains(said);
            assertThat(finding.in(Locale.SIMPLIFIED_CHINESE)).contains(said);
        });
    }
}
