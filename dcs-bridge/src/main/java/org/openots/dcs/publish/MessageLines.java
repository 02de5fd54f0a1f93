package org.openots.dcs.publish;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;

/** Messages as lines of a file: JSON objects with {@code t}, {@code topic}, {@code retained} and the payload. */
public final class MessageLines {
    private MessageLines() {}

    /**
     * A message as a line.
     *
     * @param time when it was published, UTC in ms
     * @param message the message; what is no text in UTF-8 is written as {@code base64} instead of {@code payload}
     * @return the line with its end, in UTF-8
     */
    public static byte[] line(long time, Message message) {
        byte[] object = JsonBody.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("t", time);
            json.writeStringField("topic", message.topic());
            json.writeBooleanField("retained", message.retained());
            Optional<String> text = text(message.payload());
            if (text.isPresent()) {
                json.writeStringField("payload", text.get());
            } else {
                json.writeStringField("base64", Base64.getEncoder().encodeToString(message.payload()));
            }
            json.writeEndObject();
        });
        byte[] line = Arrays.copyOf(object, object.length + 1);
        line[object.length] = '\n';
        return line;
    }

    /**
     * Reads a line.
     *
     * @param line without its end, as {@link #line} makes it
     * @return the message
     * @throws org.openots.common.error.OtsException naming what is wrong with its JSON
     * @throws IllegalArgumentException if what should be base64 is not
     */
    public static Message read(String line) {
        JsonCursor root = StrictJson.parse("messages", line, Findings.throwing());
        long unused = root.at("t").longInteger();
        String topic = root.at("topic").text();
        boolean retained = root.at("retained").bool();
        byte[] payload = root.optional("payload")
                .map(c -> c.text().getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> Base64.getDecoder().decode(root.at("base64").text()));
        root.finish();
        return new Message(topic, payload, retained);
    }

    /** What is text; a payload of protobuf may be by chance, but then has characters that no text has. */
    private static Optional<String> text(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            return text.chars().anyMatch(c -> c < ' ') ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
