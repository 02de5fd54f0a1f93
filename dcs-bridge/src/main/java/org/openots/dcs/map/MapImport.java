package org.openots.dcs.map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.Signal;
import org.openots.common.unit.Units;
import org.openots.common.unit.Units.Unit;
import org.openots.simulator.engine.PlantSignals;

/** Makes a tag map of the list of points that the engineering software of a control system exports. */
public final class MapImport {
    private static final int HEADING_LINES = 20;
    /** Decimals of a converted limit: 1 Pa is 0.000001 MPa, and more are noise of the conversion. */
    private static final int DECIMALS = 9;

    private static final String PLACE = "/tags/";

    /** Headings of columns, in small letters without white space and brackets. */
    private static final Map<Column, Set<String>> HEADINGS = Map.of(
            Column.TAG, Set.of("位号", "点名", "变量名", "标签", "tag", "tagname", "name", "point", "pointname"),
            Column.ITEM, Set.of("数据项", "变量地址", "地址", "opc项", "item", "itemid", "address"),
            Column.UNIT, Set.of("单位", "工程单位", "量纲", "unit", "units", "eu", "egu", "engineeringunits"),
            Column.LOW, Set.of("量程下限", "下限", "低限", "low", "lo", "rangelow", "min", "minimum"),
            Column.HIGH, Set.of("量程上限", "上限", "高限", "high", "hi", "rangehigh", "max", "maximum"),
            Column.TOPIC, Set.of("主题", "topic", "mqtttopic"),
            Column.PERIOD, Set.of("周期", "采样周期", "扫描周期", "period", "scan", "scanrate"));

    private final String file;
    private final Request request;
    private final Findings findings;
    private final Map<String, Signal> signals = new HashMap<>();
    private final List<ExportTable.Line> mapped = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private Map<Column, Integer> columns = Map.of();
    private List<String> headings = List.of();

    private MapImport(String file, Request request, Findings findings) {
        this.file = file;
        this.request = request;
        this.findings = findings;
        Set<String> twice = new TreeSet<>();
        for (Signal signal : request.signals().table().signals()) {
            if (signals.put(compact(signal.name()), signal) != null) {
                twice.add(compact(signal.name()));
            }
        }
        signals.keySet().removeAll(twice);
        request.signals().table().signals().forEach(signal -> signals.put(signal.name(), signal));
    }

    /**
     * What an export does not say.
     *
     * @param plant id of the plant
     * @param signals its signals
     * @param topic topic filter of lines without one
     * @param dialect form of the messages
     */
    public record Request(String plant, PlantSignals signals, String topic, Dialect dialect) {}

    /**
     * A line that is no tag of the plant.
     *
     * @param line its number in the file
     * @param name what it calls the point
     */
    public record LeftOut(int line, String name) {}

    /**
     * What was made.
     *
     * @param map the map; not to be used when there is any mistake
     * @param json the same as a file
     * @param leftOut lines that are no tags of the plant
     */
    public record Result(TagMap map, ObjectNode json, List<LeftOut> leftOut) {}

    /** What a column can mean, with the field that its cells become. */
    private enum Column {
        TAG("tag"),
        ITEM("item"),
        UNIT("unit"),
        LOW("range"),
        HIGH("range"),
        TOPIC("topic"),
        PERIOD("period");

        private final String field;

        Column(String field) {
            this.field = field;
        }
    }

    /**
     * Reads an export.
     *
     * @param file the name shown in messages
     * @param bytes the export
     * @param request what it does not say
     * @param findings where mistakes go; their places are line and column
     * @return the map
     * @throws OtsException if the export is no table
     */
    public static Result read(String file, byte[] bytes, Request request, Findings findings) {
        return new MapImport(file, request, findings).read(ExportTable.readings(file, bytes));
    }

    private Result read(List<List<ExportTable.Line>> readings) {
        List<ExportTable.Line> table = choose(readings);
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("format", "openots-tag-map")
                .put("formatVersion", "1.0")
                .put("plant", request.plant());
        ArrayNode tags = root.putArray("tags");
        for (ExportTable.Line line : table) {
            String name = cell(line, Column.TAG);
            Signal signal = signal(name);
            if (signal != null) {
                mapped.add(line);
                tags.add(tag(line, name, signal));
            } else if (!name.isEmpty()) {
                leftOut.add(new LeftOut(line.number(), name));
            }
        }
        Findings found = Findings.collecting();
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        TagMap map = TagMapReader.read(file, json, plant -> request.signals(), found);
        found.all().forEach(finding -> findings.report(inTable(finding)));
        return new Result(map, root, List.copyOf(leftOut));
    }

    /** The reading in which most columns are understood; what follows its line of headings. */
    private List<ExportTable.Line> choose(List<List<ExportTable.Line>> readings) {
        List<ExportTable.Line> best = List.of();
        for (List<ExportTable.Line> reading : readings) {
            for (int i = 0; i < Math.min(HEADING_LINES, reading.size()); i++) {
                Map<Column, Integer> understood = understand(reading.get(i), false);
                if (understood.containsKey(Column.TAG) && understood.size() > columns.size()) {
                    columns = understood;
                    headings = reading.get(i).cells();
                    best = reading.subList(i, reading.size());
                }
            }
        }
        if (best.isEmpty()) {
            throw new OtsException(MapError.NO_HEADINGS, new Finding.Place(file, ""), "位号 / tag");
        }
        understand(best.get(0), true);
        return best.subList(1, best.size());
    }

    private Map<Column, Integer> understand(ExportTable.Line line, boolean report) {
        Map<Column, Integer> understood = new EnumMap<>(Column.class);
        for (int i = 0; i < line.cells().size(); i++) {
            String word = line.cell(i)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[(（\\[【].*?[)）\\]】]", "")
                    .replaceAll("[\\s_-]+", "");
            for (Column column : Column.values()) {
                if (HEADINGS.getOrDefault(column, Set.of()).contains(word)) {
                    Integer earlier = understood.putIfAbsent(column, i);
                    if (earlier != null && report) {
                        report(line, MapError.SAME_HEADING, line.cell(i), line.cell(earlier));
                    }
                }
            }
        }
        return understood;
    }

    private void report(ExportTable.Line line, MapError error, Object... arguments) {
        findings.report(new Finding(file, "/" + line.number(), error, List.of(arguments)));
    }

    private String cell(ExportTable.Line line, Column column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.cell(index);
    }

    private static String compact(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    }

    /** The signal that a point can only be: by its name, or without hyphens and the suffix of the process value. */
    private @Nullable Signal signal(String name) {
        Signal exact = signals.get(name);
        if (exact != null || name.isEmpty()) {
            return exact;
        }
        return signals.get(compact(name.replaceFirst("(?i)[._]PV$", "")));
    }

    private ObjectNode tag(ExportTable.Line line, String name, Signal signal) {
        ObjectNode tag = JsonNodeFactory.instance.objectNode();
        String topic = cell(line, Column.TOPIC);
        tag.put("tag", signal.name())
                .put("topic", topic.isEmpty() ? request.topic() : topic)
                .put("dialect", request.dialect().word());
        String item = cell(line, Column.ITEM);
        if (request.dialect() == Dialect.POINTER) {
            tag.put("pointer", item.isEmpty() ? "/" + name.replace("~", "~0").replace("/", "~1") : item);
        } else {
            tag.put("item", item.isEmpty() ? name : item);
        }
        String written = cell(line, Column.UNIT);
        Optional<Unit> unit = unit(written);
        if (!written.isEmpty()) {
            tag.putObject("unit").put("in", unit.map(Unit::symbol).orElse(written));
        }
        range(line, tag, unit, GatewayUnits.find(signal.unit()).orElseGet(() -> Units.of("1")));
        number(line, Column.PERIOD)
                .ifPresent(
                        seconds -> tag.put("period", BigDecimal.valueOf(seconds).toPlainString() + " s"));
        return tag;
    }

    private void range(ExportTable.Line line, ObjectNode tag, Optional<Unit> in, Unit out) {
        Optional<Double> low = number(line, Column.LOW);
        Optional<Double> high = number(line, Column.HIGH);
        if (low.isEmpty() || high.isEmpty() || low.equals(high)) {
            return; // engineering software writes 0 and 0 for points without a range
        }
        ArrayNode range = tag.putArray("range");
        for (double limit : new double[] {low.get(), high.get()}) {
            double converted = out.fromSi(in.orElse(out).toSi(limit));
            range.add(BigDecimal.valueOf(converted)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .doubleValue());
        }
    }

    private Optional<Double> number(ExportTable.Line line, Column column) {
        String text = cell(line, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        double value = Units.decimal(text);
        if (!Double.isFinite(value)) {
            Integer index = columns.get(column);
            report(line, MapError.NOT_A_NUMBER, index == null ? "" : headings.get(index), text);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** A unit as people write it: signs of their own for degrees, letters in any case, a G for gauge. */
    private static Optional<Unit> unit(String written) {
        String plain = written.replace("℃", "°C")
                .replace("℉", "degF")
                .replace("²", "2")
                .replace("³", "3")
                .replaceFirst("(?i)^(k?pa|mpa|bar|psi|kgf/cm2)[ .]?\\(?g\\)?$", "$1(g)");
        Optional<Unit> exact = plain.isEmpty() ? Optional.empty() : GatewayUnits.find(plain);
        if (exact.isPresent()) {
            return exact;
        }
        List<Unit> same = GatewayUnits.all().stream()
                .filter(unit -> unit.symbol().equalsIgnoreCase(plain))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The place in the table of a mistake in the map that was made of it. */
    private Finding inTable(Finding finding) {
        String pointer = finding.pointer();
        if (!pointer.startsWith(PLACE)) {
            return new Finding(file, "", finding.code(), finding.arguments(), finding.value());
        }
        String[] parts = pointer.substring(PLACE.length()).split("/", -1);
        int line = mapped.get(Integer.parseInt(parts[0])).number();
        StringBuilder place = new StringBuilder("/" + line);
        columns.forEach((column, index) -> {
            if (parts.length > 1 && column.field.equals(parts[1])) {
                place.append('/').append(headings.get(index));
            }
        });
        return new Finding(file, place.toString(), finding.code(), finding.arguments(), finding.value());
    }
}
