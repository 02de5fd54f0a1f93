package org.openots.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark run found.
 *
 * @param java version of the Java runtime
 * @param processors number of processors it could use
 * @param results all benchmarks, the calibration loop among them
 */
public record BenchReport(String java, int processors, List<Result> results) {
    /** Name of the benchmark that all others are compared with. */
    static final String CALIBRATION = "CalibrationBenchmark.unit";

    /**
     * One benchmark.
     *
     * @param name class and method
     * @param microseconds average time of one call
     * @param error half width of the 99.9 % confidence interval, in microseconds; NaN from a single iteration
     */
    public record Result(String name, double microseconds, double error) {}

    /** Copies the list and asks for the calibration loop in it. */
    public BenchReport {
        results = List.copyOf(results);
        if (results.stream().noneMatch(r -> r.name().equals(CALIBRATION))) {
            throw new IllegalArgumentException("no result of " + CALIBRATION + " among " + results);
        }
    }

    /**
     * Time as a multiple of the calibration loop of the same run.
     *
     * @param result one of the results
     * @return dimensionless ratio
     */
    public double ratio(Result result) {
        return result.microseconds() / calibration().microseconds();
    }

    private Result calibration() {
        return results.stream()
                .filter(r -> r.name().equals(CALIBRATION))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One line of JSON.
     *
     * @return a document of format openots-benchmark
     */
    public String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("format", "openots-benchmark").put("formatVersion", "1.0");
        root.put("java", java).put("processors", processors);
        root.put("calibration", CALIBRATION);
        ArrayNode array = root.putArray("results");
        for (Result result : results) {
            ObjectNode node = array.addObject();
            node.put("name", result.name()).put("timeMicroseconds", result.microseconds());
            if (Double.isFinite(result.error())) {
                node.put("errorMicroseconds", result.error());
            } else {
                node.putNull("errorMicroseconds");
            }
            node.put("ratio", ratio(result));
        }
        return root.toString();
    }

    /**
     * A table for people.
     *
     * @return several lines, each ended
     */
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-32s %12s %12s %10s%n", "benchmark", "us/call", "+- us", "ratio"));
        for (Result result : results) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-32s %12.3f %12.3f %10.3f%n",
                    result.name(),
                    result.microseconds(),
                    result.error(),
                    ratio(result)));
        }
        return text.toString();
    }
}
