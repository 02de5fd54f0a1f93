package org.openots.distillation.field3d.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.ui.Hit;
import org.openots.distillation.field3d.ui.Panel;

/** What a robot does with the pointer in a panel. */
final class RobotFingers {
    /** Longest time until a button is there, s. */
    private static final double SOON = 8;

    /** Longest time to turn a valve, s: three strokes of a gate valve. */
    private static final double TURNING = 40;

    /** A valve is where it is wanted, %. */
    private static final double THERE = 1;

    private final Game game;

    RobotFingers(Game game) {
        this.game = game;
    }

    /** Moves the pointer to a button of the panels, and presses it or holds it. */
    private final class Button {
        private final String id;

        Button(String id) {
            this.id = id;
        }

        boolean press() {
            Hit hit = game.panels().named(id);
            if (hit == null) {
                return false;
            }
            game.point(hit.box().centreX(), hit.box().centreY());
            game.press(hit.box().centreX(), hit.box().centreY());
            return true;
        }

        OtsException missing() {
            return new OtsException(
                    AppError.NO_BUTTON,
                    id,
                    String.join(", ", game.panels().hits().stream().map(Hit::id).toList()));
        }
    }

    final class Pressing implements RobotPlayer.Move {
        private final Button button;
        private final int refusals = game.dispatch().refusals();
        private boolean pressed;

        Pressing(String id) {
            button = new Button(id);
        }

        @Override
        public boolean done(double seconds) {
            if (!pressed) {
                pressed = button.press();
                if (!pressed && seconds > SOON) {
                    throw button.missing();
                }
                return false;
            }
            game.release();
            return answered(refusals);
        }
    }

    /** Whether the station answered all operations; refuses if it refused one. */
    private boolean answered(int before) {
        if (game.dispatch().refusals() > before) {
            throw new OtsException(AppError.REFUSED, game.dispatch().refusal());
        }
        return !game.dispatch().waiting();
    }

    final class Turning implements RobotPlayer.Move {
        private final double percent;
        private final int refusals = game.dispatch().refusals();
        private boolean asked;

        Turning(double percent) {
            this.percent = percent;
        }

        private double shown() {
            return game.ui().panel() instanceof Panel.HandValve valve
                    ? game.shown().value(valve.tag())
                    : Double.NaN;
        }

        @Override
        public boolean done(double seconds) {
            if (!(game.ui().panel() instanceof Panel.HandValve)) {
                throw new OtsException(AppError.NO_VALVE);
            }
            if (!asked) {
                asked = ask();
            } else {
                game.release();
            }
            boolean there = Math.abs(shown() - percent) <= THERE;
            if (!there && seconds > TURNING) {
                throw new OtsException(AppError.NOT_TURNED, Numbers.plain(percent), Numbers.plain(shown()));
            }
            return answered(refusals) && there && asked;
        }

        /** All the way by its button, else with the wheel of the mouse, as far as it still has to go. */
        private boolean ask() {
            if (percent >= 100 || percent <= 0) {
                return new Button(percent <= 0 ? "shut" : "open").press();
            }
            double shown = shown();
            if (!Double.isNaN(shown)) {
                game.wheel((percent - shown) / Game.PERCENT_PER_NOTCH);
            }
            return !Double.isNaN(shown);
        }

        @Override
        public double value() {
            return shown();
        }

        @Override
        public LocalText text() {
            String at = Numbers.plain(Math.rint(shown() * 10) / 10) + " %";
            return new LocalText("开度 " + at, "at " + at);
        }
    }

    /** Reads the result of a sample off its panel, types it, writes it down. */
    final class Writing implements RobotPlayer.Move {
        private final FieldScript.Write write;
        private final Pressing enter = new Pressing("enter");
        private String typed = "";
        private double asked;

        Writing(FieldScript.Write write) {
            this.write = write;
        }

        @Override
        public boolean done(double seconds) {
            if (!(game.ui().panel() instanceof Panel.Sample sample)) {
                throw new OtsException(AppError.NO_SAMPLE);
            }
            String result = "SAMPLE." + sample.id();
            if (!typed.isEmpty()) {
                return enter.done(seconds - asked);
            }
            double reported = game.shown().value(result + ".COUNT");
            if (reported >= write.results()) {
                asked = seconds;
                typed = String.format(Locale.ROOT, "%.2f", value());
                typed.chars().forEach(key -> game.typed((char) key));
            } else if (seconds > write.timeout()) {
                throw new OtsException(
                        AppError.NO_RESULT,
                        sample.id(),
                        Numbers.plain(write.timeout()),
                        Numbers.plain(Double.isNaN(reported) ? 0 : reported),
                        Numbers.plain(write.results()));
            }
            return false;
        }

        @Override
        public double value() {
            return game.ui().panel() instanceof Panel.Sample sample
                    ? game.shown().value("SAMPLE." + sample.id())
                    : Double.NaN;
        }

        @Override
        public LocalText text() {
            return new LocalText("填写 " + typed, "wrote " + typed);
        }
    }

    final class Dressing implements RobotPlayer.Move {
        private final Deque<String> buttons = new ArrayDeque<>();
        private final int refusals = game.dispatch().refusals();

        Dressing(FieldScript.Wear wear) {
            wear.items().forEach(item -> buttons.add("gear " + item));
            buttons.add("dressed");
        }

        @Override
        public boolean done(double seconds) {
            String next = buttons.peek();
            if (next == null) {
                return answered(refusals);
            }
            game.release();
            Button button = new Button(next);
            if (button.press()) {
                buttons.remove();
            } else if (seconds > SOON) {
                throw button.missing();
            }
            return false;
        }
    }
}
