package org.openots.dcs.agent;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.JournalFolder.Lost;
import org.openots.dcs.frame.SeqSet;
import org.openots.dcs.payload.BadPayload;

/** The small messages beside the frames: confirmations, requests, states. */
final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WireJson() {}

    /**
     * A confirmation.
     *
     * @param boot whose frames
     * @param upTo the last of those that came without a gap
     * @param time the clock of the consumer, UTC in ms; 0 when it does not say
     */
    record Ack(String boot, long upTo, long time) {}

    /**
     * A request for frames.
     *
     * @param boot whose frames
     * @param range which
     */
    record Request(String boot, SeqSet.Range range) {}

    /**
     * How a sender is.
     *
     * @param online whether it is there
     * @param boot its boot
     * @param first the oldest frame of the boot that it still has
     * @param lost frames that it had to drop
     */
    record State(boolean online, String boot, long first, List<Lost> lost) {}

    static byte[] ack(Ack ack) {
        return bytes(object().put("boot", ack.boot()).put("upTo", ack.upTo()).put("t", ack.time()));
    }

    static Ack readAck(byte[] payload) throws BadPayload {
        JsonNode node = read(payload);
        long time = node.has("t") ? whole(node, "t", payload) : 0;
        return new Ack(boot(node, payload), whole(node, "upTo", payload), time);
    }

    static byte[] request(String boot, SeqSet.Range range) {
        return bytes(object().put("boot", boot).put("from", range.from()).put("to", range.to()));
    }

    static Request readRequest(byte[] payload) throws BadPayload {
        JsonNode node = read(payload);
        long from = whole(node, "from", payload);
        long to = whole(node, "to", payload);
        return new Request(boot(node, payload), new SeqSet.Range(from, to));
    }

    static byte[] state(State state, long millis) {
        ObjectNode node =
                object().put("online", state.online()).put("boot", state.boot()).put("t", millis);
        if (state.online()) {
            node.put("first", state.first());
        }
        if (!state.lost().isEmpty()) {
            var list = node.putArray("lost");
            state.lost()
                    .forEach(lost -> list.addObject()
                            .put("boot", lost.boot())
                            .put("lostFrom", lost.range().from())
                            .put("lostTo", lost.range().to()));
        }
        return bytes(node);
    }

    static State readState(byte[] payload) throws BadPayload {
        JsonNode node = read(payload);
        List<Lost> lost = new ArrayList<>();
        for (JsonNode one : node.path("lost")) {
            long from = whole(one, "lostFrom", payload);
            long to = whole(one, "lostTo", payload);
            lost.add(new Lost(boot(one, payload), new SeqSet.Range(from, to)));
        }
        long first = node.has("first") ? whole(node, "first", payload) : 0;
        return new State(node.path("online").asBoolean(), boot(node, payload), first, lost);
    }

    private static JsonNode read(byte[] payload) throws BadPayload {
        try {
            return Optional.ofNullable(MAPPER.readTree(payload)).orElseGet(JsonNodeFactory.instance::missingNode);
        } catch (IOException e) {
            throw new BadPayload(new LocalText("不是 JSON", "not JSON"), payload, -1);
        }
    }

    private static String boot(JsonNode node, byte[] payload) throws BadPayload {
        String boot = node.path("boot").asText();
        if (!Frame.isBoot(boot)) {
            throw new BadPayload(new LocalText("缺少 boot，或写法不对", "no boot"), payload, -1);
        }
        return boot;
    }

    private static long whole(JsonNode node, String field, byte[] payload) throws BadPayload {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new BadPayload(new LocalText(field + " 不是非负整数", "no whole number " + field), payload, -1);
        }
        return value.longValue();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
