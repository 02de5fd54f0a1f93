package org.openots.dcs.replay;

import java.util.List;
import java.util.Optional;
import org.openots.dcs.map.MappedTag;

/**
 * How a file of somebody else becomes a recording.
 *
 * @param csv how it is written
 * @param time where its times stand
 * @param rows where name and value stand when each row is one reading; empty when each column is a tag
 * @param columns which of it is which tag
 */
public record ReplayMapping(Csv csv, TimeColumn time, Optional<ReadingRows> rows, List<Column> columns) {
    /** Keeps an unmodifiable copy. */
    public ReplayMapping {
        columns = List.copyOf(columns);
    }

    /**
     * How a file is written.
     *
     * @param encoding of its text
     * @param separator between cells, empty to find it out
     * @param decimalComma whether numbers have a decimal comma
     * @param headerLine line of the names of its columns, counted from 1; 0 for none
     * @param dataLine first line of data
     * @param missing cells that say nothing
     * @param bad cells that say that the value is bad
     */
    public record Csv(
            Encoding encoding,
            Optional<Character> separator,
            boolean decimalComma,
            int headerLine,
            int dataLine,
            List<String> missing,
            List<String> bad) {
        /** Keeps unmodifiable copies. */
        public Csv {
            missing = List.copyOf(missing);
            bad = List.copyOf(bad);
        }
    }

    /** Encodings of text. */
    public enum Encoding {
        /** UTF-8 if it is that, GBK otherwise. */
        AUTO,
        /** UTF-8. */
        UTF_8,
        /** GBK, as Chinese Windows writes. */
        GBK
    }

    /**
     * Where times stand.
     *
     * @param columns names of the columns, joined by a space; empty when rows only have a number
     * @param clock reads them
     */
    public record TimeColumn(List<String> columns, RowClock clock) {
        /** Keeps an unmodifiable copy. */
        public TimeColumn {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Columns of a file whose rows are single readings.
     *
     * @param tag column with the name
     * @param value column with the value
     * @param quality column with the quality
     */
    public record ReadingRows(String tag, String value, Optional<String> quality) {}

    /**
     * A tag of a file.
     *
     * @param column its column, or its name in a file whose rows are single readings
     * @param tag its name
     * @param conversion of its numbers
     * @param quality column with its quality
     */
    public record Column(String column, String tag, MappedTag.Conversion conversion, Optional<String> quality) {}
}
