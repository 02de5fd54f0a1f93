package org.openots.dcs.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.JsonSyntax;
import org.openots.common.text.LocalText;

/**
 * The tokens of one message of strict JSON: duplicate fields, text after the end, a byte order mark and bytes that are
 * not UTF-8 are mistakes. {@code NaN} and {@code Infinity} are tokens, though not of JSON, because a gateway that writes
 * one for a failed sensor would otherwise take all others of the message with it.
 */
final class Tokens implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private static final LocalText ENCODING =
            new LocalText("不是 UTF-8 编码，可能是 GBK；请在网关中改为 UTF-8", "not UTF-8, maybe GBK; have the gateway write UTF-8");
    private static final LocalText MARK =
            new LocalText("报文以字节顺序标记 BOM 开头", "the message begins with a byte order mark");
    private static final byte MARK_START = (byte) 0xEF;

    private final byte[] payload;
    private final JsonParser parser;

    private Tokens(byte[] payload) throws IOException {
        this.payload = payload;
        this.parser = FACTORY.createParser(payload);
    }

    /** Reads what a whole message means. */
    @FunctionalInterface
    interface Body<T> {
        /**
         * Reads a value of which the first token is the current one, and ends at its last.
         *
         * @param tokens the message
         * @return what it means
         * @throws BadPayload if it is of another form
         */
        T read(Tokens tokens) throws BadPayload;
    }

    /**
     * Reads a message.
     *
     * @param <T> what it becomes
     * @param payload its bytes
     * @param body reads the one value in it
     * @return what the body made of it
     * @throws BadPayload if it is no strict JSON, or the body refuses it
     */
    static <T> T read(byte[] payload, Body<T> body) throws BadPayload {
        checkEncoding(payload);
        try (Tokens tokens = new Tokens(payload)) {
            if (tokens.nextOrEnd() == null) {
                throw new BadPayload(new LocalText("报文是空的", "the message is empty"), payload, 0);
            }
            T read = body.read(tokens);
            if (tokens.nextOrEnd() != null) {
                throw tokens.bad(new LocalText("结尾之后还有多余的内容", "there is more after the end"));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private static void checkEncoding(byte[] payload) throws BadPayload {
        int ascii = 0;
        while (ascii < payload.length && payload[ascii] > 0) {
            ascii++;
        }
        if (ascii == payload.length) {
            return;
        }
        if (ascii == 0 && payload[0] == MARK_START) {
            throw new BadPayload(MARK, payload, 0);
        }
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        boolean wrong = StandardCharsets.UTF_8
                .newDecoder()
                .decode(bytes, CharBuffer.allocate(payload.length), true)
                .isError();
        if (wrong || payload[ascii] == 0) {
            throw new BadPayload(ENCODING, payload, wrong ? bytes.position() : ascii);
        }
    }

    /** The next token; the message must have one. */
    JsonToken next() throws BadPayload {
        JsonToken token = nextOrEnd();
        if (token == null) {
            throw bad(new LocalText("报文中断", "the message ends too early"));
        }
        return token;
    }

    private @Nullable JsonToken nextOrEnd() throws BadPayload {
        return ask(parser::nextToken);
    }

    @FunctionalInterface
    private interface Question<T extends @Nullable Object> {
        T ask() throws IOException;
    }

    /** Asks the parser something; what it cannot read is a bad message. */
    private <T extends @Nullable Object> T ask(Question<T> question) throws BadPayload {
        try {
            return question.ask();
        } catch (JsonProcessingException e) {
            throw syntax(e);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private BadPayload syntax(JsonProcessingException e) {
        long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return new BadPayload(JsonSyntax.kindOf(e), payload, offset);
    }

    /** The current token. */
    JsonToken current() {
        return parser.currentToken();
    }

    /** The name of the current field. */
    String field() throws BadPayload {
        return ask(parser::currentName);
    }

    /** Whether there is another field in the current object; its value is then the current token. */
    boolean nextField() throws BadPayload {
        if (next() == JsonToken.END_OBJECT) {
            return false;
        }
        next();
        return true;
    }

    /** Whether there is another element in the current array; it is then the current token. */
    boolean nextElement() throws BadPayload {
        return next() != JsonToken.END_ARRAY;
    }

    /** Sees that an object begins here. */
    void object(String what) throws BadPayload {
        if (current() != JsonToken.START_OBJECT) {
            throw bad(new LocalText(what + "应为对象 { }", what + " must be an object { }"));
        }
    }

    /** Sees that an array begins here. */
    void array(String what) throws BadPayload {
        if (current() != JsonToken.START_ARRAY) {
            throw bad(new LocalText(what + "应为数组 [ ]", what + " must be an array [ ]"));
        }
    }

    /** The text here. */
    String text(String what) throws BadPayload {
        if (current() != JsonToken.VALUE_STRING) {
            throw bad(new LocalText(what + "应为文字", what + " must be a text"));
        }
        return ask(parser::getText);
    }

    /** Goes to the end of the value here, whatever it is. */
    void skip() throws BadPayload {
        int depth = 0;
        for (JsonToken token = current(); ; token = next()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    /** The number here, infinite when no double holds it. */
    double number() throws BadPayload {
        return ask(parser::getDoubleValue);
    }

    /** A message in which a field is missing. */
    BadPayload missing(String field) {
        return bad(new LocalText("缺少字段 " + field, "the field " + field + " is missing"));
    }

    /** A message that is JSON but of another form. */
    BadPayload bad(LocalText reason) {
        return new BadPayload(reason, payload, parser.currentTokenLocation().getByteOffset());
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
