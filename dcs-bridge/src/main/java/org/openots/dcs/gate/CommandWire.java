package org.openots.dcs.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;

/** Commands to a rig, and what became of them, as messages of the native profile; format {@code openots-rig-command}. */
public final class CommandWire {
    /** Before the id of a fault, in place of a tag; the value is its strength, and 0 takes it back. */
    public static final String FAULT = "FAULT.";

    private static final int VERSION = 1;

    private CommandWire() {}

    /**
     * What became of a command.
     *
     * @param id of the command
     * @param refusal why it was not carried out; empty when it was
     */
    public record Answer(String id, Optional<LocalText> refusal) {}

    /**
     * A command as a message.
     *
     * @param command the command
     * @return its bytes
     */
    public static byte[] request(RigCommand command) {
        return bytes(object().put("v", VERSION)
                .put("id", command.id())
                .put("tag", command.tag())
                .put("value", command.value())
                .put("expires", command.expires()));
    }

    /**
     * Reads a command.
     *
     * @param payload the message
     * @return the command
     * @throws OtsException if it is none; nothing of it may then be done
     */
    public static RigCommand readRequest(byte[] payload) {
        JsonCursor root = StrictJson.parse("cmd/req", payload, Findings.throwing());
        root.at("v").integer(VERSION, VERSION);
        RigCommand command = new RigCommand(
                root.at("id").text(),
                root.at("tag").text(),
                root.at("value").number(),
                root.at("expires").longInteger());
        root.finish();
        return command;
    }

    /**
     * An answer as a message.
     *
     * @param answer the answer
     * @return its bytes
     */
    public static byte[] answer(Answer answer) {
        ObjectNode node = object().put("v", VERSION)
                .put("id", answer.id())
                .put("done", answer.refusal().isEmpty());
        answer.refusal()
                .ifPresent(why -> node.putObject("why").put("zh", why.zh()).put("en", why.en()));
        return bytes(node);
    }

    /**
     * Reads an answer.
     *
     * @param payload the message
     * @return the answer
     * @throws OtsException if it is none
     */
    public static Answer readAnswer(byte[] payload) {
        JsonCursor root = StrictJson.parse("cmd/ack", payload, Findings.throwing());
        root.at("v").integer(VERSION, VERSION);
        boolean done = root.at("done").bool();
        Optional<LocalText> why = root.optional("why").map(JsonCursor::localText);
        Answer answer = new Answer(
                root.at("id").text(),
                done ? Optional.empty() : Optional.of(why.orElse(new LocalText("装置未说明原因", "the rig gives no reason"))));
        root.finish();
        return answer;
    }

    /**
     * Whether the rig takes commands, as a message.
     *
     * @param remote whether its key is on
     * @param time UTC in ms
     * @return its bytes
     */
    public static byte[] state(boolean remote, long time) {
        return bytes(object().put("v", VERSION).put("remote", remote).put("t", time));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
