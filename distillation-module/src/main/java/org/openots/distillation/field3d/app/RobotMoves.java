package org.openots.distillation.field3d.app;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.common.error.OtsException;
import org.openots.common.expression.Evaluation;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.body.Ground;
import org.openots.distillation.field3d.body.RobotWalker;
import org.openots.distillation.field3d.body.Route;
import org.openots.distillation.field3d.body.RouteFinder;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.View;
import org.openots.distillation.field3d.ui.Interface;
import org.openots.distillation.field3d.ui.Panel;

/** How a robot does each kind of step. */
final class RobotMoves {
    /** Fastest turn of the view, radian a step of the body: a person looks around in about half a second. */
    private static final double TURN = 6 * Body.STEP_SECONDS;

    /** The view points at it, radian. */
    private static final double AIMED = 0.01;

    /** Longest time to look somewhere or press something, s. */
    private static final double SOON = 8;

    /** Pictures that are let pass before one is kept: panels are painted 15 times a second at most. */
    private static final double SETTLED = 0.4;

    private final Game game;
    private final Scene scene;
    private final SignalTable table;
    private final RouteFinder finder;
    private final RobotFingers panels;

    RobotMoves(Game game, FieldScenes.Loaded plant) {
        this.game = game;
        scene = plant.scene();
        table = plant.signals();
        panels = new RobotFingers(game);
        finder = new RouteFinder(scene, new Ground(scene.walk()));
    }

    /** Begins a step. */
    RobotPlayer.Move begin(FieldScript.Step step) {
        if (step instanceof FieldScript.Go one) {
            return new Walking(
                    one.item(), finder.toItem(feet(), item(one.item())).orElse(null));
        } else if (step instanceof FieldScript.Walk one) {
            return new Walking(
                    one.view(), finder.between(feet(), foot(one.view())).orElse(null));
        } else if (step instanceof FieldScript.Look one) {
            return new Looking(item(one.item()));
        } else if (step instanceof FieldScript.Use one) {
            return new Using(item(one.item()));
        } else if (step instanceof FieldScript.Valve one) {
            return panels.new Turning(one.percent());
        } else if (step instanceof FieldScript.Press one) {
            return panels.new Pressing(one.button());
        } else if (step instanceof FieldScript.Key one) {
            return new Once(() -> game.key(one.key()));
        } else if (step instanceof FieldScript.Type one) {
            return new Once(() -> one.text().chars().forEach(c -> game.typed((char) c)));
        } else if (step instanceof FieldScript.Wear one) {
            return panels.new Dressing(one);
        } else if (step instanceof FieldScript.Until one) {
            return new Awaiting(one);
        } else if (step instanceof FieldScript.Pause one) {
            return seconds -> seconds >= one.seconds();
        } else if (step instanceof FieldScript.Read one) {
            return new Reading(one);
        } else if (step instanceof FieldScript.Write one) {
            return panels.new Writing(one);
        } else if (step instanceof FieldScript.Shot one) {
            return new Showing(one.name());
        }
        throw new IllegalStateException(step.words());
    }

    private int item(String tag) {
        int best = -1;
        for (int i = 0; i < scene.items().size(); i++) {
            Item item = scene.items().get(i);
            // a machine and its local panel have one tag: the panel is what is used
            if (item.tag().equals(tag) && (best < 0 || item.kind() != Item.Kind.EQUIPMENT)) {
                best = i;
            }
        }
        return best;
    }

    private Vector3f feet() {
        Body body = game.body();
        return new Vector3f((float) body.x(), (float) body.y(), (float) body.z());
    }

    private Vector3f foot(String view) {
        View found = FieldScenes.view(scene, view);
        Body there = new Body(new Ground(scene.walk()));
        there.teleport(found);
        return new Vector3f((float) there.x(), (float) there.y(), (float) there.z());
    }

    private static OtsException no(AppError why, Object... arguments) {
        return new OtsException(why, arguments);
    }

    /** Closes what is open; whether nothing is. */
    private boolean free() {
        if (game.pointerFree()) {
            game.key(GameKey.ESCAPE);
            return false;
        }
        return true;
    }

    private static final class Once implements RobotPlayer.Move {
        private final Runnable deed;
        private boolean did;

        Once(Runnable deed) {
            this.deed = deed;
        }

        @Override
        public boolean done(double seconds) {
            if (!did) {
                deed.run();
                did = true;
                return false;
            }
            return true;
        }
    }

    private final class Walking implements RobotPlayer.Move {
        private final String where;
        private final Route route;
        private final RobotWalker walker;
        private boolean free;

        Walking(String where, @org.jspecify.annotations.Nullable Route route) {
            if (route == null) {
                throw no(AppError.NO_WAY, where);
            }
            this.where = where;
            this.route = route;
            walker = new RobotWalker(route);
        }

        @Override
        public Controls keys(Body body) {
            return free ? walker.next(body) : Controls.NONE;
        }

        @Override
        public boolean done(double seconds) {
            free = free() || free;
            if (walker.stuck()) {
                throw no(
                        AppError.STUCK,
                        where,
                        Numbers.plain(game.body().x()),
                        Numbers.plain(game.body().z()));
            }
            return walker.arrived();
        }

        @Override
        public LocalText text() {
            long ladders =
                    route.legs().stream().filter(Route.Climb.class::isInstance).count();
            String metres = String.format(Locale.ROOT, "%.1f", route.metres());
            return new LocalText(
                    "走了 " + metres + " m" + (ladders > 0 ? "，爬梯 " + ladders + " 次" : ""),
                    metres + " m" + (ladders > 0 ? ", ladders climbed: " + ladders : ""));
        }

        @Override
        public double value() {
            return route.metres();
        }
    }

    /** Turns the view to a place. */
    private final class Gaze {
        private final Vector3fc at;

        Gaze(Vector3fc at) {
            this.at = at;
        }

        private double yawOff() {
            Body body = game.body();
            double off = StrictMath.atan2(-(at.x() - body.x()), -(at.z() - body.z())) - body.yaw();
            return off - 2 * Math.PI * Math.rint(off / (2 * Math.PI));
        }

        private double pitchOff() {
            Body body = game.body();
            double dx = at.x() - body.x();
            double dz = at.z() - body.z();
            return StrictMath.atan2(at.y() - body.eyeY(), Math.sqrt(dx * dx + dz * dz)) - body.pitch();
        }

        Controls keys() {
            double turn = Math.max(-TURN, Math.min(TURN, yawOff()));
            double look = Math.max(-TURN, Math.min(TURN, pitchOff()));
            return new Controls(0, 0, false, false, false, (float) turn, (float) look);
        }

        boolean there() {
            return Math.abs(yawOff()) < AIMED && Math.abs(pitchOff()) < AIMED;
        }
    }

    private class Looking implements RobotPlayer.Move {
        final int item;
        private final Gaze gaze;

        Looking(int item) {
            this.item = item;
            gaze = new Gaze(scene.items().get(item).centre());
        }

        @Override
        public Controls keys(Body body) {
            return game.pointerFree() ? Controls.NONE : gaze.keys();
        }

        String tag() {
            return scene.items().get(item).tag();
        }

        @Override
        public boolean done(double seconds) {
            if (seconds > SOON) {
                throw no(AppError.NOT_SEEN, tag());
            }
            return free() && gaze.there();
        }
    }

    /** Looks at it; what something else hides is chosen with the key for the next thing in reach. */
    private final class Using extends Looking {
        private int tried;
        private boolean pressed;

        Using(int item) {
            super(item);
        }

        @Override
        public Controls keys(Body body) {
            return tried > 0 ? Controls.NONE : super.keys(body);
        }

        @Override
        public boolean done(double seconds) {
            Panel wanted = Interface.panelOf(scene.items().get(item));
            if (pressed) {
                if (!game.ui().panel().equals(wanted)) {
                    throw no(AppError.NOT_IN_REACH, tag());
                }
                return true;
            }
            if (tried == 0 && !super.done(seconds)) {
                return false;
            }
            if (game.aimed() != item) {
                if (tried++ > scene.items().size()) {
                    throw no(AppError.NOT_IN_REACH, tag());
                }
                game.key(GameKey.NEXT_ITEM);
                return false;
            }
            game.key(GameKey.USE);
            pressed = true;
            return false;
        }
    }

    private final class Awaiting implements RobotPlayer.Move {
        private final FieldScript.Until until;
        private final Evaluation evaluation;
        private long tick;

        Awaiting(FieldScript.Until until) {
            this.until = until;
            evaluation = until.condition().begin();
        }

        @Override
        public boolean done(double seconds) {
            tick++;
            boolean holds = evaluation.test(new SignalView() {
                @Override
                public long tick() {
                    return tick;
                }

                @Override
                public double time() {
                    return game.told().stationTime();
                }

                @Override
                public double value(int index) {
                    return game.told().told(table.signals().get(index).name());
                }
            });
            if (!holds && seconds > until.timeout()) {
                throw no(AppError.NOT_SO, until.condition().text(), Numbers.plain(until.timeout()));
            }
            return holds;
        }
    }

    private final class Reading implements RobotPlayer.Move {
        private final FieldScript.Read read;
        private final RobotPlayer.Move use;
        private final BooleanSupplier known;

        Reading(FieldScript.Read read) {
            this.read = read;
            use = new Using(item(read.item()));
            known = () -> !Double.isNaN(value());
        }

        @Override
        public Controls keys(Body body) {
            return use.keys(body);
        }

        @Override
        public boolean done(double seconds) {
            if (!use.done(seconds) || (!known.getAsBoolean() && seconds < SOON)) {
                return false;
            }
            double value = value();
            if (!(value >= read.least() && value <= read.most())) {
                throw no(
                        AppError.OTHER_VALUE,
                        read.item(),
                        Numbers.plain(value),
                        Numbers.plain(read.least()),
                        Numbers.plain(read.most()));
            }
            return true;
        }

        @Override
        public double value() {
            return game.shown().value(read.item());
        }

        @Override
        public LocalText text() {
            String shown = game.callout().value(read.item());
            return new LocalText("读数 " + shown, "reads " + shown);
        }
    }

    private static final class Showing implements RobotPlayer.Move {
        private final String name;
        private boolean settled;
        private boolean kept;
        private String where = "";

        Showing(String name) {
            this.name = name;
        }

        @Override
        public boolean done(double seconds) {
            settled |= seconds >= SETTLED;
            return kept;
        }

        @Override
        public String picture() {
            return settled && !kept ? name : "";
        }

        @Override
        public void taken(String file) {
            where = file;
            kept = true;
        }

        @Override
        public LocalText text() {
            return where.isEmpty()
                    ? new LocalText("没有给 --pictures，未保存", "not kept, as there is no --pictures")
                    : new LocalText("已保存 " + where, "kept as " + where);
        }
    }
}
