package org.openots.distillation.field3d.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.body.Ground;
import org.openots.distillation.field3d.body.Guidance;
import org.openots.distillation.field3d.body.RouteFinder;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.state.Task;
import org.openots.distillation.field3d.state.Values;
import org.openots.distillation.field3d.ui.Hud;

/** Leads the player through the task, as far as the station tells of it. For one thread. */
final class Pilot {
    private final Scene scene;
    private final Ground ground;
    private final Goals goals;
    private @Nullable Guidance guidance;
    private @Nullable Task task;
    private int goal = -1;
    private Optional<Guidance.Arrow> arrow = Optional.empty();

    Pilot(Scene scene, Ground ground) {
        this.scene = scene;
        this.ground = ground;
        goals = new Goals(scene);
    }

    /** What the station says now; null for no task. */
    void accept(@Nullable Task told) {
        task = told;
    }

    /** Looks where to go now. */
    void step(Values values, Body body) {
        Task now = task;
        goal = now == null ? -1 : goals.of(now, values, body);
        if (goal < 0) {
            arrow = Optional.empty();
            return;
        }
        Guidance way = guidance;
        if (way == null) {
            way = new Guidance(new RouteFinder(scene, ground));
            guidance = way;
        }
        arrow = way.toward(body, goal);
    }

    /** The item that is pointed at, -1 for none. */
    int goal() {
        return goal;
    }

    /** What is shown of it. */
    Hud.Guide guide() {
        Task now = task;
        if (now == null) {
            return Hud.Guide.NONE;
        }
        return new Hud.Guide(
                now.title(),
                now.step().map(Task.Step::text).orElse(null),
                now.step().map(Task.Step::number).orElse(0),
                now.count(),
                goal < 0 ? "" : scene.items().get(goal).tag(),
                arrow.map(Guidance.Arrow::turn).orElse(Double.NaN),
                arrow.map(Guidance.Arrow::metres).orElse(0.0),
                now.marks());
    }
}
