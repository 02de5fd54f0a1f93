package org.openots.simulator.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A table of what faults show. A line {@code [A-F05 open] TIC-705 MAN; FIC-702.OP 60 at 1 min} opens a row: fault (or several
 * that come together, {@code F1+F2}), name, operations of the board before the fault, or at a time after it. The lines below
 * it say what must be seen:
 *
 * <ul>
 *   <li>{@code FIC-702 below 0.5 within 10 s}: for three seconds on end, at the latest then (likewise {@code above})
 *   <li>{@code LIC-703 up 5 at 1 min}: mean of 21 s around that time against the mean before the fault ({@code down},
 *       {@code above}, {@code below}, {@code between a and b})
 *   <li>{@code LIC-702 between 59 and 61 until 30 min}: every second up to then ({@code above}, {@code below})
 *   <li>{@code AI-701 missing at 30 s}: no reading
 *   <li>{@code order FIC-702- LIC-703+}: each makes its first clear movement in that direction after the one before it
 * </ul>
 */
final class SymptomTable {
    private SymptomTable() {}

    /**
     * A row of the table.
     *
     * @param fault id of the fault; several joined by a plus; {@code none}
     * @param name situation
     * @param operations what a hand does
     * @param checks what must be seen
     */
    record Row(String fault, String name, List<Operation> operations, List<Check> checks) {
        /** The faults that come together; none when only operations are shown. */
        List<String> faults() {
            return fault.equals("none") ? List.of() : List.of(fault.split("\\+", -1));
        }

        /** Seconds after the fault that the checks need. */
        int seconds() {
            return checks.stream().mapToInt(Check::seconds).max().orElse(0) + Recording.HALF_WINDOW;
        }

        @Override
        public String toString() {
            return fault + " " + name;
        }
    }

    /**
     * An operation of the board.
     *
     * @param target signal
     * @param verb what
     * @param value of the verb
     * @param seconds after the fault; negative for before it
     */
    record Operation(String target, String verb, double value, int seconds) {
        static Operation parse(String text) {
            String[] w = text.trim().split("\\s+", -1);
            int at = w.length > 3 && w[w.length - 3].equals("at") ? time(w, w.length - 2) : -1;
            int modeAt = Arrays.asList("MAN", "AUTO", "CAS").indexOf(w[1]);
            if (modeAt >= 0) {
                return new Operation(w[0], "mode", modeAt, at);
            }
            if (w[1].equals("bypass")) {
                return new Operation(w[0], "bypass", 1, at);
            }
            if (w[1].equals("start")) {
                return new Operation(w[0], "start", 0, at);
            }
            if (w[1].equals("position")) {
                return new Operation(w[0], "position", Double.parseDouble(w[2]), at);
            }
            double value = Double.parseDouble(w[1]);
            for (String setting : List.of("OP", "SP")) {
                if (w[0].endsWith("." + setting)) {
                    String loop = w[0].substring(0, w[0].length() - 3);
                    return new Operation(loop, setting.toLowerCase(Locale.ROOT), value, at);
                }
            }
            return new Operation(w[0], "select", value, at);
        }
    }

    /** Something that must be seen. */
    sealed interface Check {
        int seconds();

        List<String> signals();

        String text();
    }

    /**
     * A value against limits.
     *
     * @param text as written
     * @param signal which
     * @param relative whether the limits count from the mean before the fault
     * @param low lowest allowed
     * @param high highest allowed
     * @param when at, within, until
     * @param seconds after the fault
     */
    record Value(String text, String signal, boolean relative, double low, double high, String when, int seconds)
            implements Check {
        @Override
        public List<String> signals() {
            return List.of(signal);
        }

        static Value parse(String text) {
            String[] w = text.split("\\s+", -1);
            int next = w[1].equals("between") ? 5 : w[1].equals("missing") ? 2 : 3;
            double a = next > 2 ? Double.parseDouble(w[2]) : Double.NaN;
            double low = switch (w[1]) {
                case "above", "up", "between" -> a;
                case "missing" -> Double.NaN;
                default -> Double.NEGATIVE_INFINITY;
            };
            double high = switch (w[1]) {
                case "below" -> a;
                case "down" -> -a;
                case "between" -> Double.parseDouble(w[4]);
                case "missing" -> Double.NaN;
                default -> Double.POSITIVE_INFINITY;
            };
            boolean relative = w[1].equals("up") || w[1].equals("down");
            return new Value(text, w[0], relative, low, high, w[next], time(w, next + 1));
        }
    }

    /**
     * The order of first clear movements.
     *
     * @param text as written
     * @param signals which, in their order
     * @param up directions
     */
    record Order(String text, List<String> signals, List<Boolean> up) implements Check {
        @Override
        public int seconds() {
            return 0;
        }

        static Order parse(String text) {
            List<String> signals = new ArrayList<>();
            List<Boolean> up = new ArrayList<>();
            for (String move : text.substring("order".length()).trim().split("\\s+", -1)) {
                signals.add(move.substring(0, move.length() - 1));
                up.add(move.endsWith("+"));
            }
            return new Order(text, signals, up);
        }
    }

    /** Reads a table from the test resources; {@code #} starts a remark. */
    static List<Row> read(String resource) {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SymptomTable.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            for (String raw : in.lines().toList()) {
                String line = raw.replaceFirst("#.*", "").trim();
                if (line.startsWith("[")) {
                    rows.add(row(line));
                } else if (!line.isEmpty()) {
                    rows.get(rows.size() - 1).checks().add(check(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row row(String line) {
        int end = line.indexOf(']');
        String[] head = line.substring(1, end).split(" ", 2);
        String operations = line.substring(end + 1).trim();
        List<Operation> list = operations.isEmpty()
                ? List.of()
                : Arrays.stream(operations.split(";", -1)).map(Operation::parse).toList();
        return new Row(head[0], head[1], list, new ArrayList<>());
    }

    private static Check check(String line) {
        return line.startsWith("order ") ? Order.parse(line) : Value.parse(line);
    }

    private static int time(String[] words, int at) {
        int number = Integer.parseInt(words[at]);
        return words[at + 1].equals("min") ? 60 * number : number;
    }
}
