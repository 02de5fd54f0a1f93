package org.openots.dcs.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Quality;
import org.openots.common.signal.Quality.Cause;
import org.openots.common.unit.Units;
import org.openots.dcs.publish.PublishedTag;

/** Reads files of separated values that others wrote. */
public final class CsvRecording {
    private static final int OPC_QUALITY_SHIFT = 6;
    private static final int OPC_GOOD = 3;

    private final String file;
    private final ReplayMapping mapping;
    private final Map<String, Integer> header = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Recording.Builder recording;
    private int width;

    private CsvRecording(String file, ReplayMapping mapping) {
        this.file = file;
        this.mapping = mapping;
        this.recording = new Recording.Builder(mapping.columns().stream()
                .map(column -> PublishedTag.number(
                        column.tag(), column.conversion().out().symbol()))
                .toList());
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param mapping how it is written
     * @return its readings, by time
     * @throws OtsException if it cannot be read or is not what the mapping says
     */
    public static Recording read(Path path, ReplayMapping mapping) {
        try {
            return parse(String.valueOf(path.getFileName()), Files.readAllBytes(path), mapping);
        } catch (IOException e) {
            throw FileErrors.unreadable(path.toString(), e);
        }
    }

    /**
     * Reads bytes.
     *
     * @param file name shown in messages
     * @param bytes the bytes
     * @param mapping how they are written
     * @return its readings, by time
     * @throws OtsException if they are not what the mapping says
     */
    public static Recording parse(String file, byte[] bytes, ReplayMapping mapping) {
        ReplayMapping.Csv csv = mapping.csv();
        String text = CsvText.decode(file, bytes, csv.encoding());
        char separator = csv.separator()
                .orElseGet(() -> CsvText.separator(text, Math.max(csv.headerLine(), csv.dataLine() - 1)));
        CsvRecording reader = new CsvRecording(file, mapping);
        reader.take(CsvText.lines(file, text, separator));
        if (reader.recording.isEmpty()) {
            throw new OtsException(ReplayError.NO_ROWS, file);
        }
        return reader.recording.build();
    }

    private void take(List<CsvText.Line> lines) {
        ReplayMapping.Csv csv = mapping.csv();
        for (CsvText.Line line : lines) {
            width = Math.max(width, line.cells().size());
            if (line.number() == csv.headerLine()) {
                names.addAll(line.cells());
                CsvText.index(names, header);
            }
        }
        List<CsvText.Line> data =
                lines.stream().filter(line -> line.number() >= csv.dataLine()).toList();
        if (mapping.rows().isPresent()) {
            readings(data, mapping.rows().get());
        } else {
            table(data);
        }
    }

    /** Each column is a tag. */
    private void table(List<CsvText.Line> lines) {
        List<ReplayMapping.Column> columns = mapping.columns();
        int[] values = columns.stream().mapToInt(c -> place(c.column())).toArray();
        int[] qualities = columns.stream()
                .mapToInt(c -> c.quality().map(this::place).orElse(-1))
                .toArray();
        int[] times = mapping.time().columns().stream().mapToInt(this::place).toArray();
        for (int row = 0; row < lines.size(); row++) {
            CsvText.Line line = lines.get(row);
            long time = time(line, times, row);
            for (int i = 0; i < values.length; i++) {
                String quality = qualities[i] < 0 ? "" : cell(line, qualities[i]);
                add(line.number(), time, i, cell(line, values[i]), quality);
            }
        }
    }

    /** Each row is a reading. */
    private void readings(List<CsvText.Line> lines, ReplayMapping.ReadingRows rows) {
        Map<String, Integer> tags = new HashMap<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            tags.put(mapping.columns().get(i).column(), i);
        }
        int tag = place(rows.tag());
        int value = place(rows.value());
        int quality = rows.quality().map(this::place).orElse(-1);
        int[] times = mapping.time().columns().stream().mapToInt(this::place).toArray();
        for (int row = 0; row < lines.size(); row++) {
            CsvText.Line line = lines.get(row);
            Integer index = tags.get(cell(line, tag));
            if (index != null) {
                String word = quality < 0 ? "" : cell(line, quality);
                add(line.number(), time(line, times, row), index, cell(line, value), word);
            }
        }
    }

    private void add(int line, long time, int index, String cell, String quality) {
        ReplayMapping.Csv csv = mapping.csv();
        if (cell.isEmpty() || csv.missing().contains(cell)) {
            return;
        }
        ReplayMapping.Column column = mapping.columns().get(index);
        if (csv.bad().stream().anyMatch(cell::equalsIgnoreCase)) {
            recording.add(time, index, Double.NaN, Quality.bad(Cause.UNKNOWN));
            return;
        }
        double raw = number(line, column.column(), cell);
        recording.add(time, index, column.conversion().convert(raw), quality(line, column, quality));
    }

    private double number(int line, String column, String cell) {
        boolean comma = mapping.csv().decimalComma();
        double value = Units.decimal(comma ? cell.replace(',', '.') : cell);
        if (Double.isFinite(value) && !(comma && cell.contains("."))) {
            return value;
        }
        boolean looksLikeComma = !comma && Double.isFinite(Units.decimal(cell.replace(',', '.')));
        throw new OtsException(
                looksLikeComma ? ReplayError.DECIMAL_COMMA : ReplayError.NO_NUMBER, file, line, column, cell);
    }

    /** A word, or the byte of OPC DA. */
    private Quality quality(int line, ReplayMapping.Column column, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "good", "true", "ok", "好" -> Quality.GOOD;
            case "uncertain", "可疑" -> Quality.uncertain(Cause.UNKNOWN);
            case "bad", "false", "坏" -> Quality.bad(Cause.UNKNOWN);
            default -> {
                double code = Units.decimal(word);
                if (!(code >= 0 && code <= 255)) {
                    throw new OtsException(
                            ReplayError.NO_NUMBER, file, line, column.quality().orElse(column.column()), word);
                }
                int level = (int) code >> OPC_QUALITY_SHIFT;
                yield level == OPC_GOOD
                        ? Quality.GOOD
                        : level == 1 ? Quality.uncertain(Cause.UNKNOWN) : Quality.bad(Cause.UNKNOWN);
            }
        };
    }

    private long time(CsvText.Line line, int[] columns, int row) {
        RowClock clock = mapping.time().clock();
        if (columns.length == 0) {
            return clock.row(row);
        }
        StringBuilder cell = new StringBuilder();
        for (int column : columns) {
            cell.append(cell.isEmpty() ? "" : " ").append(cell(line, column));
        }
        try {
            OptionalLong time = clock.read(cell.toString());
            return time.orElseThrow(() -> new OtsException(
                    ReplayError.NO_TIME,
                    file,
                    line.number(),
                    String.join(" ", mapping.time().columns()),
                    cell.toString(),
                    clock.form().text()));
        } catch (RowClock.NoZone e) {
            OtsException refusal = new OtsException(ReplayError.NO_ZONE, file, line.number(), cell.toString());
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static String cell(CsvText.Line line, int column) {
        return column < line.cells().size() ? line.cells().get(column) : "";
    }

    /** Index of a column by its name or {@code #n}. */
    private int place(String name) {
        Integer index = header.get(name);
        if (index == null && name.matches("#[1-9][0-9]{0,4}")) {
            index = Integer.parseInt(name.substring(1)) - 1;
        }
        if (index == null || index >= width) {
            String all = names.isEmpty() ? "#1 … #" + width : String.join(", ", names);
            throw new OtsException(ReplayError.NO_COLUMN, file, name, all);
        }
        if (index < 0) {
            throw new OtsException(ReplayError.TWO_COLUMNS, file, name);
        }
        return index;
    }
}
