package org.openots.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openots.common.error.CommonError;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * Reads JSON so that nothing wrong passes silently: duplicate fields, trailing text, halves of characters and numbers
 * beyond the range of a double are mistakes here, unknown fields are found by {@link JsonCursor#finish}.
 */
public final class StrictJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** Some editors put it before a text in UTF-8. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final Findings findings;

    private StrictJson(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Reads JSON text.
     *
     * @param file the name shown in messages
     * @param json the text
     * @param findings where mistakes go
     * @return a cursor on the root; on nothing when the text is not JSON and mistakes are collected
     */
    public static JsonCursor parse(String file, String json, Findings findings) {
        return parse(file, json.getBytes(StandardCharsets.UTF_8), findings);
    }

    /**
     * Reads JSON bytes in UTF-8.
     *
     * @param file the name shown in messages
     * @param json the bytes
     * @param findings where mistakes go
     * @return a cursor on the root; on nothing when the bytes are not JSON and mistakes are collected
     */
    public static JsonCursor parse(String file, byte[] json, Findings findings) {
        return new JsonCursor(file, "", new StrictJson(file, findings).root(json), findings);
    }

    /**
     * Reads a file.
     *
     * @param path the file; its last name is shown in messages
     * @param findings where mistakes go
     * @return a cursor on the root
     * @throws OtsException if the file cannot be read
     */
    public static JsonCursor read(Path path, Findings findings) {
        try {
            return parse(path.getName(path.getNameCount() - 1).toString(), Files.readAllBytes(path), findings);
        } catch (IOException e) {
            throw FileErrors.unreadable(path.toString(), e);
        }
    }

    /**
     * Reads a resource of the class path.
     *
     * @param owner the class next to which, or with an absolute name from whose loader, it is found
     * @param resource name as for {@link Class#getResourceAsStream}
     * @param findings where mistakes go
     * @return a cursor on the root
     * @throws OtsException if there is no such resource
     */
    public static JsonCursor resource(Class<?> owner, String resource, Findings findings) {
        return parse(resource.substring(resource.lastIndexOf('/') + 1), bytes(owner, resource), findings);
    }

    /**
     * The bytes of a resource of the class path.
     *
     * @param owner the class next to which, or with an absolute name from whose loader, it is found
     * @param resource name as for {@link Class#getResourceAsStream}
     * @return its bytes
     * @throws OtsException if there is no such resource
     */
    public static byte[] bytes(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new OtsException(CommonError.FILE_UNREADABLE, resource, "no such resource");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw FileErrors.unreadable(resource, e);
        }
    }

    /**
     * In place of a file that is not there: nothing is read from it and nothing is reported about it.
     *
     * @param file the name shown in messages
     * @return a cursor on nothing
     */
    public static JsonCursor nothing(String file) {
        return new JsonCursor(file, "", MissingNode.getInstance(), Findings.collecting());
    }

    /**
     * Everything at a place, without marking it as read.
     *
     * @param cursor the place
     * @return a copy of the value
     */
    public static JsonNode copyOf(JsonCursor cursor) {
        return cursor.peek().deepCopy();
    }

    private JsonNode root(byte[] json) {
        CharBuffer text = CharBuffer.allocate(json.length);
        CoderResult decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json), text, true);
        text.flip();
        if (decoded.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.toString().lastIndexOf('\n');
            report("", CommonError.JSON_ENCODING, line, column);
            return MissingNode.getInstance();
        }
        return root(text.toString().replaceFirst("^" + BYTE_ORDER_MARK, ""));
    }

    private JsonNode root(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                report("", CommonError.JSON_SYNTAX, 1, 1, JsonSyntax.EMPTY);
                return MissingNode.getInstance();
            }
            JsonNode root = node(parser);
            if (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                report("", CommonError.JSON_SYNTAX, at.getLineNr(), at.getColumnNr(), JsonSyntax.TRAILING);
            }
            return root;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            report("", CommonError.JSON_SYNTAX, line, column, JsonSyntax.kindOf(e));
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw FileErrors.unreadable(file, e);
        }
    }

    private JsonNode node(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(whole(parser, parser.getText()));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(JsonParser parser) throws IOException {
        ObjectNode node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = whole(parser, parser.currentName());
            if (node.has(field)) {
                report(parser.getParsingContext().pathAsPointer().toString(), CommonError.JSON_DUPLICATE_FIELD, field);
            }
            parser.nextToken();
            node.set(field, node(parser));
        }
        return node;
    }

    private JsonNode array(JsonParser parser) throws IOException {
        ArrayNode node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(node(parser));
        }
        return node;
    }

    /** Reports a surrogate without its partner, which no encoding can write. */
    private String whole(JsonParser parser, String text) {
        text.codePoints()
                .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .findFirst()
                .ifPresent(half -> report(
                        parser.getParsingContext().pathAsPointer().toString(),
                        CommonError.JSON_HALF_CHARACTER,
                        String.format(Locale.ROOT, "\\u%04x", half)));
        return text;
    }

    private JsonNode number(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return NODES.numberNode(parser.getLongValue());
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            LocalText rule = new LocalText("必须是有限的数", "must be a finite number");
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            report(pointer, CommonError.JSON_NUMBER_RANGE, parser.getText(), rule);
        }
        return NODES.numberNode(value);
    }

    private void report(String pointer, CommonError code, Object... arguments) {
        findings.report(new Finding(file, pointer, code, List.of(arguments)));
    }
}
