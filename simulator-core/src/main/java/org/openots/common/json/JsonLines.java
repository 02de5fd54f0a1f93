package org.openots.common.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/**
 * Reads files with one JSON object a line (JSON Lines, in UTF-8 with or without byte order mark). A line that is wrong is
 * told by its number and does not stop the others, not even one in another encoding. Lines without text are left out.
 */
public final class JsonLines {
    private JsonLines() {}

    /**
     * A line.
     *
     * @param number counted from 1, lines without text among them
     * @param text its text, empty if it is not in UTF-8
     * @param object its object; nothing if the line is wrong
     * @param mistakes what is wrong with it, each in the file {@code name:number}
     */
    public record Line(int number, String text, Optional<ObjectNode> object, List<Finding> mistakes) {
        /** Keeps an unmodifiable copy. */
        public Line {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * Reads a file.
     *
     * @param path the file; its last name is shown in messages
     * @return its lines
     * @throws OtsException if the file cannot be read
     */
    public static List<Line> read(Path path) {
        try {
            return parse(path.getName(path.getNameCount() - 1).toString(), Files.readAllBytes(path));
        } catch (IOException e) {
            throw FileErrors.unreadable(path.toString(), e);
        }
    }

    /**
     * Reads lines.
     *
     * @param name the file's name shown in messages
     * @param bytes the lines, ended as on any system
     * @return the lines
     */
    public static List<Line> parse(String name, byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            line(name, number, ByteBuffer.wrap(bytes, start, end - start)).ifPresent(lines::add);
            boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            start = end + (pair ? 2 : 1);
            number++;
        }
        return lines;
    }

    private static Optional<Line> line(String name, int number, ByteBuffer bytes) {
        String place = name + ":" + number;
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return Optional.of(wrong(number, "", finding(place, CommonError.JSON_LINE_ENCODING)));
        }
        if (text.startsWith(StrictJson.BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        return text.isBlank() ? Optional.empty() : Optional.of(line(place, number, text));
    }

    private static Line line(String place, int number, String text) {
        Findings findings = Findings.collecting();
        JsonNode node = StrictJson.parse(place, text, findings).raw();
        if (!findings.isEmpty()) {
            return new Line(
                    number,
                    text,
                    Optional.empty(),
                    findings.all().stream().map(JsonLines::inLine).toList());
        }
        return node instanceof ObjectNode object
                ? new Line(number, text, Optional.of(object), List.of())
                : wrong(number, text, finding(place, CommonError.JSON_LINE_OBJECT, JsonWords.kindOf(node)));
    }

    /** Within a line the parser's number of the line, which is always 1, would mislead. */
    private static Finding inLine(Finding mistake) {
        return mistake.code() == CommonError.JSON_SYNTAX
                ? finding(
                        mistake.file(),
                        CommonError.JSON_LINE,
                        mistake.arguments()
                                .subList(1, mistake.arguments().size())
                                .toArray())
                : mistake;
    }

    private static Line wrong(int number, String text, Finding mistake) {
        return new Line(number, text, Optional.empty(), List.of(mistake));
    }

    private static Finding finding(String place, ErrorCode code, Object... arguments) {
        return new Finding(place, "", code, List.of(arguments));
    }
}
