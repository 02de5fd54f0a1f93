package org.openots.instructor.tank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.instructor.session.RunEvent;
import org.openots.instructor.session.RunScorer;
import org.openots.instructor.session.RunScorerFactory;

/** Scores the tank: half full is 40 points, 40 degrees 60 points, each unacknowledged alarm takes 5. */
public final class TankScorers implements RunScorerFactory {
    @Override
    public String rubricHash(String task) {
        return "abcd";
    }

    @Override
    public RunScorer start(String task, SignalTable signals) {
        return new TankScorer(task, signals.find("LI-101"), signals.find("TI-101"));
    }

    private static final class TankScorer implements RunScorer {
        private final String task;
        private final int level;
        private final int temperature;
        private boolean filled;
        private boolean heated;
        private int alarms;
        private boolean closed;

        TankScorer(String task, int level, int temperature) {
            this.task = task;
            this.level = level;
            this.temperature = temperature;
        }

        @Override
        public void observe(SignalView view, List<RunEvent> events) {
            if (closed) {
                return;
            }
            filled |= view.value(level) >= 49;
            heated |= filled && view.value(temperature) >= 40;
            for (RunEvent event : events) {
                boolean raised =
                        event.kind().equals(RunEvent.ALARM) && event.values().getOrDefault("value", 0.0) > 80;
                alarms += raised ? 1 : 0;
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public JsonNode progress() {
            ObjectNode root =
                    JsonNodeFactory.instance.objectNode().put("task", task).put("title", task);
            ArrayNode steps = root.putArray("steps");
            step(steps, "S1", filled, 40, filled ? "DONE_OK" : "READY");
            step(steps, "S2", heated, 60, heated ? "DONE_OK" : filled ? "READY" : "LOCKED");
            root.putArray("quality");
            root.putArray("penalties").addObject().put("id", "P1").put("count", alarms);
            return root.put("total", total()).put("max", 100);
        }

        private static void step(ArrayNode steps, String id, boolean done, int points, String state) {
            ObjectNode step = steps.addObject()
                    .put("id", id)
                    .put("hint", "HINT-" + id)
                    .put("points", points)
                    .put("earned", done ? points : 0)
                    .put("state", state);
            step.putArray("goals").add("GOAL-" + id);
        }

        @Override
        public JsonNode sheet() {
            ObjectNode root =
                    JsonNodeFactory.instance.objectNode().put("total", total()).put("closed", closed);
            root.set("steps", progress().path("steps"));
            root.putArray("losses");
            root.putObject("rubric").put("id", "RB-TANK").put("version", 1).put("sha256", "abcd");
            return root;
        }

        @Override
        public double total() {
            return Math.max(0, (filled ? 40 : 0) + (heated ? 60 : 0) - 5 * alarms);
        }

        @Override
        public byte[] saveState() {
            return new byte[] {(byte) (filled ? 1 : 0), (byte) (heated ? 1 : 0), (byte) alarms, (byte) (closed ? 1 : 0)
            };
        }

        @Override
        public void restoreState(SignalView present, byte[] state) {
            filled = state[0] == 1;
            heated = state[1] == 1;
            alarms = state[2];
            closed = state[3] == 1;
        }
    }
}
