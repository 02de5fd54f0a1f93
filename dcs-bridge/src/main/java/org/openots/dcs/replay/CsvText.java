package org.openots.dcs.replay;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openots.common.error.OtsException;

/** A text of separated values as cells (RFC 4180, any line ends, any separator). */
final class CsvText {
    private static final char MARK = '\uFEFF';
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Charset GBK = Charset.forName("GBK");

    private CsvText() {}

    /**
     * A line with text.
     *
     * @param number counted from 1
     * @param cells without quotes and white space around
     */
    record Line(int number, List<String> cells) {}

    /** The text of a file. */
    static String decode(String file, byte[] bytes, ReplayMapping.Encoding encoding) {
        String text = switch (encoding) {
            case UTF_8 -> strict(file, bytes, StandardCharsets.UTF_8);
            case GBK -> strict(file, bytes, GBK);
            case AUTO -> isUtf8(bytes) ? strict(file, bytes, StandardCharsets.UTF_8) : strict(file, bytes, GBK);
        };
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String strict(String file, byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            OtsException refusal = new OtsException(ReplayError.ENCODING, file, charset.name());
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** The separator that stands most often, outside of quotes, in a line that has several cells. */
    static char separator(String text, int line) {
        String row = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        String bare = row.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long count = bare.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** The lines that have text. */
    static List<Line> lines(String file, String text, char separator) {
        List<Line> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int number = 1;
        int begun = 1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                int from = at + 1;
                at = quoted(text, from, cell);
                if (at < 0) {
                    throw new OtsException(ReplayError.OPEN_QUOTE, file, number);
                }
                number += (int)
                        text.substring(from, at).chars().filter(n -> n == '\n').count();
            } else if (c == '\n' || c == '\r') {
                boolean pair = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                at += pair ? 2 : 1;
                end(lines, cells, cell, begun);
                cells = new ArrayList<>();
                number++;
                begun = number;
            } else if (c == separator) {
                cells.add(take(cell));
                at++;
            } else {
                cell.append(c);
                at++;
            }
        }
        end(lines, cells, cell, begun);
        return lines;
    }

    /** Reads up to the closing quote; two quotes are one. Gives the place behind it, -1 if there is none. */
    private static int quoted(String text, int from, StringBuilder cell) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean quote = c == '"';
            if (quote && (at + 1 >= text.length() || text.charAt(at + 1) != '"')) {
                return at + 1;
            }
            cell.append(c);
            at += quote ? 2 : 1;
        }
        return -1;
    }

    private static void end(List<Line> lines, List<String> cells, StringBuilder cell, int number) {
        cells.add(take(cell));
        if (cells.stream().anyMatch(text -> !text.isEmpty())) {
            lines.add(new Line(number, cells));
        }
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString().strip();
        cell.setLength(0);
        return text;
    }

    /** Names of columns without those that are empty; a name that stands twice has index -1. */
    static void index(List<String> names, Map<String, Integer> into) {
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                into.merge(names.get(i), i, (a, b) -> -1);
            }
        }
    }
}
