package org.openots.instructor.people.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;

/** Reads text files of lines and commas, as Chinese and other spreadsheet programs write them. */
final class CsvBook {
    /** GBK and what came after it. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    private static final char BOM = '\uFEFF';
    private static final char[] SEPARATORS = {',', '\t', ';', '，'};

    private final String text;
    private final char separator;
    private final List<Sheet.Line> lines = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int total;
    private int number = 1;
    private int at;

    private CsvBook(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    static Book read(String name, byte[] bytes) {
        Decoded decoded = decode(name, bytes);
        String text = decoded.text();
        String start = text.stripLeading();
        if (start.startsWith("<") || text.indexOf('\0') >= 0) {
            throw new OtsException(RosterError.FILE_KIND, name);
        }
        CsvBook book = new CsvBook(text);
        book.parse(name);
        return new Book("csv", decoded.encoding(), false, List.of(new Sheet("", book.lines, List.of(), book.total)));
    }

    private record Decoded(String text, String encoding) {}

    private static Decoded decode(String name, byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new Decoded(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), "UTF-16");
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new Decoded(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), "UTF-16");
        }
        boolean marked = bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        int from = marked ? 3 : 0;
        // a mark of UTF-8 before Chinese bytes is seen in practice: some programs only add it
        return strict(bytes, from, StandardCharsets.UTF_8)
                .map(text -> new Decoded(text, "UTF-8"))
                .or(() -> strict(bytes, from, CHINESE).map(text -> new Decoded(unmarked(text), "GBK")))
                .orElseThrow(() -> new OtsException(RosterError.FILE_CHARACTERS, name));
    }

    private static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The separator that the first line has most often. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = SEPARATORS[0];
        long most = 0;
        for (char one : SEPARATORS) {
            long count = first.chars().filter(c -> c == one).count();
            if (count > most) {
                best = one;
                most = count;
            }
        }
        return best;
    }

    private void parse(String name) {
        int line = 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                line += quoted(name, line);
            } else {
                plain();
            }
            if (at >= text.length() || text.charAt(at) != separator) {
                if (at < text.length()) {
                    at += text.startsWith("\r\n", at) ? 2 : 1;
                }
                end();
                line++;
                number = line;
            } else {
                at++;
                if (at == text.length()) {
                    add("");
                    end();
                }
            }
        }
    }

    private void plain() {
        int from = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        add(text.substring(from, at));
    }

    private boolean ends(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    /** A text in quotation marks may have separators and ends of lines in it; gives back how many of the latter. */
    private int quoted(String name, int line) {
        StringBuilder out = new StringBuilder();
        int ends = 0;
        at++;
        while (true) {
            if (at >= text.length()) {
                throw new OtsException(RosterError.FILE_QUOTE, name, line);
            }
            char c = text.charAt(at++);
            if (c == '"') {
                if (at < text.length() && text.charAt(at) == '"') {
                    at++;
                } else {
                    break;
                }
            }
            ends += c == '\n' ? 1 : 0;
            if (out.length() <= Cell.LONGEST) {
                out.append(c);
            }
        }
        int rest = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        add(out + text.substring(rest, at));
        return ends;
    }

    private void add(String value) {
        if (cells.size() < Sheet.MOST_CELLS) {
            // how Excel is made to keep zeros in front: ="0012"
            boolean kept = value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"");
            String shown = kept ? value.substring(2, value.length() - 1) : value;
            boolean formula = shown.startsWith("=") && shown.length() > 1;
            cells.add(new Cell(shown, formula ? Cell.Kind.FORMULA : Cell.Kind.TEXT));
        }
    }

    private void end() {
        boolean something = cells.stream().anyMatch(cell -> !cell.text().isBlank());
        if (something) {
            total++;
            if (lines.size() < Sheet.MOST_LINES) {
                lines.add(new Sheet.Line(number, cells));
            }
        }
        cells = new ArrayList<>();
    }
}
