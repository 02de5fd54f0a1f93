package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a run's last journal event. */
final class Closing {
    private Closing() {}

    /** Ends the task of a run and says how it ended. */
    static JsonNode of(RunCore core, String by) {
        core.close();
        RunEngine engine = core.engine();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("tick", engine.tick())
                .put("time", engine.time())
                .put("by", by)
                .put("score", core.score())
                .put("stateHash", engine.stateHash())
                .put("engine", core.spec().engineVersion())
                .put("rubricHash", core.spec().rubricHash());
        body.set("sheet", core.sheet());
        return body;
    }
}
