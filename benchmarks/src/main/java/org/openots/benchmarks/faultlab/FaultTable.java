package org.openots.benchmarks.faultlab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Runs as a table, a line for each fault and broker, and as JSON. */
final class FaultTable {
    private static final String NATIVE_HEAD =
            "| case | no | broker | runs | produced | lost | not yet there | kept twice | sent again | untaken | noticed, s | connected, s |"
                    + " live, s | complete, s |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    private static final String FOREIGN_HEAD =
            "| case | no | broker | runs | published | missing | gaps | not noticed | old shown as live | stale after the"
                    + " timeout, s | oldest live, s | noticed, s | live, s |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";

    private FaultTable() {}

    static String text(List<FaultBatch.Run> runs) {
        StringBuilder text = new StringBuilder();
        Map<String, List<FaultRun.Result>> own = new LinkedHashMap<>();
        Map<String, List<ForeignRun.Result>> foreign = new LinkedHashMap<>();
        for (FaultBatch.Run run : runs) {
            FaultRun.Settings settings = run.plan().settings();
            String key = String.format(
                    Locale.ROOT,
                    "| %s | %s | %s |",
                    settings.fault(),
                    settings.fault().number(),
                    settings.broker().word());
            if (run.own() != null) {
                own.computeIfAbsent(key, k -> new ArrayList<>()).add(run.own());
            } else if (run.foreign() != null) {
                foreign.computeIfAbsent(key, k -> new ArrayList<>()).add(run.foreign());
            }
        }
        if (!own.isEmpty()) {
            text.append(NATIVE_HEAD);
            own.forEach((key, results) -> text.append(key).append(ownLine(results)));
        }
        if (!foreign.isEmpty()) {
            text.append(own.isEmpty() ? "" : "\n").append(FOREIGN_HEAD);
            foreign.forEach((key, results) -> text.append(key).append(foreignLine(results)));
        }
        runs.stream()
                .filter(run -> run.failure() != null)
                .forEach(run -> text.append(run.plan())
                        .append(": ")
                        .append(run.failure())
                        .append('\n'));
        return text.toString();
    }

    private static String ownLine(List<FaultRun.Result> results) {
        return " " + results.size() + " | "
                + sum(results, FaultRun.Result::produced) + " | "
                + sum(results, FaultRun.Result::lost) + " | "
                + sum(results, FaultRun.Result::pending) + " | "
                + sum(results, FaultRun.Result::twice) + " | "
                + sum(results, FaultRun.Result::repeated) + " | "
                + sum(results, FaultRun.Result::untaken) + " | "
                + times(results, FaultRun.Result::detected) + " | "
                + times(results, FaultRun.Result::reconnected) + " | "
                + times(results, FaultRun.Result::live) + " | "
                + times(results, FaultRun.Result::recovered) + " |\n";
    }

    private static String foreignLine(List<ForeignRun.Result> results) {
        return " " + results.size() + " | "
                + sum(results, ForeignRun.Result::published) + " | "
                + sum(results, ForeignRun.Result::missing) + " | "
                + sum(results, ForeignRun.Result::gaps) + " | "
                + sum(results, ForeignRun.Result::unflagged) + " | "
                + sum(results, ForeignRun.Result::staleLive) + " | "
                + times(results, ForeignRun.Result::latestFlag) + " | "
                + times(results, ForeignRun.Result::oldestLive) + " | "
                + times(results, ForeignRun.Result::detected) + " | "
                + times(results, ForeignRun.Result::live) + " |\n";
    }

    private static <T> long sum(List<T> results, ToLongFunction<T> of) {
        return results.stream().mapToLong(of).sum();
    }

    /** Median and greatest, and how many there were when it was not measured in all. */
    private static <T> String times(List<T> results, ToDoubleFunction<T> of) {
        double[] known = results.stream()
                .mapToDouble(of)
                .filter(one -> !Double.isNaN(one))
                .toArray();
        if (known.length == 0) {
            return "–";
        }
        Arrays.sort(known);
        String text = String.format(Locale.ROOT, "%.1f / %.1f", known[(known.length - 1) / 2], known[known.length - 1]);
        return known.length == results.size() ? text : text + " (" + known.length + ")";
    }

    static ArrayNode json(List<FaultBatch.Run> runs) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (FaultBatch.Run run : runs) {
            FaultRun.Settings settings = run.plan().settings();
            ObjectNode row = rows.addObject()
                    .put("profile", run.plan().profile().word())
                    .put("case", settings.fault().name())
                    .put("number", settings.fault().number())
                    .put("broker", settings.broker().word())
                    .put("run", run.plan().number())
                    .put("clean", run.clean());
            FaultRun.Result own = run.own();
            ForeignRun.Result foreign = run.foreign();
            if (own != null) {
                row.put("produced", own.produced())
                        .put("lost", own.lost())
                        .put("pending", own.pending())
                        .put("twice", own.twice())
                        .put("repeated", own.repeated())
                        .put("untaken", own.untaken())
                        .put("disorder", own.disorder());
                put(row, "noticedSeconds", own.detected());
                put(row, "connectedSeconds", own.reconnected());
                put(row, "liveSeconds", own.live());
                put(row, "completeSeconds", own.recovered());
            } else if (foreign != null) {
                row.put("published", foreign.published())
                        .put("missing", foreign.missing())
                        .put("gaps", foreign.gaps())
                        .put("notNoticed", foreign.unflagged())
                        .put("oldShownAsLive", foreign.staleLive());
                put(row, "staleAfterTimeoutSeconds", foreign.latestFlag());
                put(row, "oldestLiveSeconds", foreign.oldestLive());
                put(row, "noticedSeconds", foreign.detected());
                put(row, "liveSeconds", foreign.live());
            } else {
                row.put("failure", String.valueOf(run.failure()));
            }
        }
        return rows;
    }

    /** A time that was not measured is left out. */
    private static void put(ObjectNode row, String name, double seconds) {
        if (!Double.isNaN(seconds)) {
            row.put(name, seconds);
        }
    }
}
