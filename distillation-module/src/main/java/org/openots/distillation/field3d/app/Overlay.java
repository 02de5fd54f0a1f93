package org.openots.distillation.field3d.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.state.Task;
import org.openots.distillation.field3d.ui.Hud;
import org.openots.distillation.field3d.ui.Screen;

/**
 * Gathers what lies over the picture.
 *
 * @param player who plays
 * @param wire to the station
 * @param flight of a replay
 */
record Overlay(Player player, Wire wire, Optional<Flight> flight) {
    /** Of a task whose points are not told. */
    private static final double FULL_MARKS = 100;

    /** What lies over the picture now. */
    Hud hud(
            Reception station,
            Pilot pilot,
            Body body,
            View view,
            Dispatch dispatch,
            Hearing hearing,
            Hud.@Nullable Target target) {
        Task task = station.task();
        double most = task == null || Double.isNaN(task.most()) ? FULL_MARKS : task.most();
        double score = task == null ? Double.NaN : task.score();
        Hud.Status status = new Hud.Status(
                player.seat(), player.name(), station.link(), station.seconds(), station.remaining(), score, most);
        Hud.Position position = new Hud.Position(
                body.x(), body.z(), body.y(), body.yaw(), view.wide(), body.mode() == Body.Mode.CLIMBING);
        List<Hud.Toast> toasts = dispatch.news();
        return new Hud(status, pilot.guide(), target, position, toasts, hearing.subtitle(), tape());
    }

    private Hud.@Nullable Tape tape() {
        Replay replay = wire.replay().orElse(null);
        if (replay == null) {
            return null;
        }
        double speed = flight.map(Flight::speed).orElse(0.0);
        return speed > 0 ? replay.tape().flying(speed) : replay.tape();
    }

    /** How much is seen; the level angle, radian. */
    record View(float wide) {
        static View of(double vertical, Screen screen) {
            return new View(2 * (float) Math.atan(Math.tan(vertical / 2.0) * screen.width() / screen.height()));
        }
    }
}
