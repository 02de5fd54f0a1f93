package org.openots.instructor.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.openots.common.signal.SignalView;
import org.openots.common.text.LocalText;
import org.openots.instructor.catalog.Task;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunScorer;
import org.openots.instructor.session.RunSpec;

/** Looking at a rig without a task: a run of nobody that everybody may see and that has no score. */
public final class RigWatch implements RunScorer {
    /** Name of the task. */
    public static final String TASK = "rig-watch";

    /** Owner of the run: no person, as sign-in names have no blank. */
    public static final String OWNER = "rig watch";

    private static final LocalText TITLE = new LocalText("观看装置", "Watching the rig");
    /** A school day, s: then another run is begun, so that no journal grows without end. */
    private static final double LONGEST = 12 * 3600;

    /**
     * The task.
     *
     * @param plant plant of the rig
     * @return the task
     */
    public static Task task(String plant) {
        return new Task(TASK, plant, TITLE, "junior", RunSpec.RIG, LONGEST, "practice", RunRules.examination());
    }

    @Override
    public void observe(SignalView view, List<RunEvent> events) {
        // nothing is scored
    }

    @Override
    public void close() {
        // nothing is lost
    }

    @Override
    public JsonNode progress() {
        return sheet();
    }

    @Override
    public JsonNode sheet() {
        var node = JsonNodeFactory.instance.objectNode().put("task", TASK);
        node.putObject("title").put("zh", TITLE.zh()).put("en", TITLE.en());
        node.putArray("steps");
        node.putArray("quality");
        node.putArray("penalties");
        return node;
    }

    @Override
    public double total() {
        return 0;
    }

    @Override
    public byte[] saveState() {
        return new byte[0];
    }

    @Override
    public void restoreState(SignalView present, byte[] state) {
        // there is none
    }
}
