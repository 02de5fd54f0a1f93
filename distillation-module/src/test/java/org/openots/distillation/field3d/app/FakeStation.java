package org.openots.distillation.field3d.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.joml.Vector3fc;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.net.Brief;
import org.openots.distillation.field3d.net.LinkState;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.state.Task;

/** A station of a test: devices go where they are told to, and it notes what it is told. */
final class FakeStation implements Wire {
    final List<Operation> operations = new ArrayList<>();
    final Map<String, Double> values = new TreeMap<>();
    Optional<Task> task = Optional.empty();
    int horn;
    LinkState.Phase phase = LinkState.Phase.CONNECTED;
    Optional<LocalText> refusal = Optional.empty();
    private double time;
    private boolean full = true;

    /** A step with what is still to be operated. */
    static Task task(String... goals) {
        LocalText words = new LocalText("打开冷却水", "open the water");
        return new Task(
                new LocalText("开车", "start-up"), Optional.of(new Task.Step(3, words, List.of(goals))), 8, 12, 100);
    }

    @Override
    public List<Snapshot> take() {
        boolean first = full;
        full = false;
        time += 0.02;
        return List.of(
                new Snapshot(time, first, values, List.of(), List.of(), true, new Brief(task, Double.NaN, horn)));
    }

    @Override
    public LinkState state() {
        return new LinkState(phase, 0);
    }

    @Override
    public void stand(Vector3fc eye, double yaw, double pitch) {
        // told elsewhere
    }

    @Override
    public CompletableFuture<Outcome> operate(Operation operation) {
        operations.add(operation);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(new Outcome(false, "OTS-X", refusal.get()));
        }
        switch (operation.verb()) {
            case "position" -> values.put(operation.target(), operation.value());
            case "on", "start", "wear" -> values.put(operation.target(), 1.0);
            default -> values.put(operation.target(), 0.0);
        }
        values.put("FI-705", values.getOrDefault("HV-714", 0.0) / 100);
        return CompletableFuture.completedFuture(new Outcome(true, "", new LocalText("-", "-")));
    }
}
