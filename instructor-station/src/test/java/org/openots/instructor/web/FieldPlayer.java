package org.openots.instructor.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.joml.Vector3f;
import org.openots.distillation.field3d.net.FieldLink;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.net.Snapshot;
import org.openots.distillation.field3d.state.Operation;
import org.openots.instructor.app.Client;
import org.openots.instructor.tank.Await;

/** Somebody at a field station: reads frames as a drawing thread does, walks and operates. */
final class FieldPlayer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final FieldLink link;
    private final Map<String, Double> values = new HashMap<>();

    private FieldPlayer(FieldLink link) {
        this.link = link;
    }

    /** A ticket for a run. */
    static String ticket(Client who, String run) {
        return who.post("/api/runs/" + run + "/field-ticket", Map.of())
                .expect(201)
                .json()
                .path("ticket")
                .asText();
    }

    /** Comes in. */
    static FieldPlayer join(Client who, String run, String session) {
        return new FieldPlayer(FieldLink.join(who.base(), ticket(who, run), session));
    }

    FieldLink link() {
        return link;
    }

    /** A signal as the last frame that told it said; 0 if none did. */
    double value(String signal) {
        return values.getOrDefault(signal, 0.0);
    }

    /** Waits for a frame; values are those of all frames so far. */
    Snapshot until(String what, Predicate<Snapshot> fits) {
        Snapshot[] found = new Snapshot[1];
        Await.until(what, () -> {
            for (Snapshot snapshot : link.take()) {
                if (snapshot.full()) {
                    values.clear();
                }
                values.putAll(snapshot.values());
                found[0] = found[0] == null && fits.test(snapshot) ? snapshot : found[0];
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** Stands on the floor at a place of the plan, until the station has had time to hear it. */
    void stand(double east, double north) {
        link.stand(new Vector3f((float) east, 1.62f, (float) -north), 0.5, 0);
        until("a frame", snapshot -> true);
    }

    /** Operates once. */
    Outcome operate(String target, String verb, double value, String text) {
        try {
            return link.operate(new Operation(target, verb, value, text)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Goes somewhere and operates; on a busy computer the station may hear of the place later. */
    void operateAt(double east, double north, String target, String verb, double value, String text) {
        Await.until(target + " " + verb, () -> {
            stand(east, north);
            return operate(target, verb, value, text).applied();
        });
    }

    /** Puts something on at the cabinet of the rig. */
    void dress() {
        operateAt(1, 1, "PPE", "wear", 0, "helmet");
    }

    @Override
    public void close() {
        link.close();
    }
}
