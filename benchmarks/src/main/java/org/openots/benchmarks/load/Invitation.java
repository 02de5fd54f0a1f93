package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What the socket of his exam tells a candidate each second. */
final class Invitation extends JsonFrames {
    private volatile JsonNode mine = JsonNodeFactory.instance.objectNode();
    private volatile long heard = System.nanoTime();

    @Override
    void take(JsonNode frame) {
        heard = System.nanoTime();
        mine = frame;
    }

    /** Whether his time runs and there is something in front of him. */
    boolean working() {
        JsonNode now = mine;
        return now.path("state").asText().equals("working")
                && !now.path("still").asBoolean()
                && !now.path("page").asText().isEmpty();
    }

    /** Id of the run in front of him; empty without one. */
    String run() {
        return mine.path("page").asText().replace("/run/", "");
    }

    /** Number of the part in front of him. */
    int item() {
        return mine.path("item").asInt();
    }

    /** When the last picture came. */
    long heard() {
        return heard;
    }

    /** Exam time left in all, s. */
    double left() {
        return mine.path("leftInAllS").asDouble();
    }
}
