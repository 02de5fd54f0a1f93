package org.openots.distillation.field3d.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.state.Task;

/**
 * What lies over the picture of the plant.
 *
 * @param status who, how long, how good
 * @param guide what is to be done
 * @param target what the player looks at, null for nothing
 * @param position where the player is
 * @param toasts news, the newest first
 * @param subtitle what is heard or said, null for nothing
 * @param tape the recording that is played back, null for none
 */
public record Hud(
        Status status,
        Guide guide,
        @Nullable Target target,
        Position position,
        List<Toast> toasts,
        @Nullable LocalText subtitle,
        @Nullable Tape tape) {
    /** Copies the list. */
    public Hud {
        toasts = List.copyOf(toasts);
    }

    /**
     * A recording that is played back.
     *
     * @param at of it, s
     * @param length of it, s
     * @param speed seconds of it a second
     * @param playing whether it moves
     * @param eyes whether one looks through the eyes of the operator
     * @param flight how fast one flies, m/s; 0 for who does not
     */
    public record Tape(double at, double length, int speed, boolean playing, boolean eyes, double flight) {
        /**
         * Of one who does not fly.
         *
         * @param at of it, s
         * @param length of it, s
         * @param speed seconds of it a second
         * @param playing whether it moves
         * @param eyes whether one looks through the eyes of the operator
         */
        public Tape(double at, double length, int speed, boolean playing, boolean eyes) {
            this(at, length, speed, playing, eyes, 0);
        }

        /**
         * The same of one who flies.
         *
         * @param metres a second
         * @return the tape
         */
        public Tape flying(double metres) {
            return new Tape(at, length, speed, playing, eyes, metres);
        }
    }

    /** The link to the station. */
    public enum Link {
        /** First try. */
        CONNECTING,
        /** Values come in. */
        LIVE,
        /** The instructor or the trainee froze the run. */
        FROZEN,
        /** No values for a while. */
        LOST,
        /** Not live: a recorded run. */
        REPLAY
    }

    /**
     * Who, how long, how good.
     *
     * @param seat number of the seat
     * @param name of the trainee
     * @param link to the station
     * @param seconds of the run so far; of silence when the link is lost
     * @param remaining seconds left, NaN without a limit
     * @param score so far, NaN when it is not shown
     * @param most points there are
     */
    public record Status(
            String seat, String name, Link link, double seconds, double remaining, double score, double most) {}

    /**
     * What is to be done.
     *
     * @param title of the task; null for none
     * @param step of it; null when it is not told
     * @param number of the step, 1 first
     * @param count of steps
     * @param goal tag of what is to be operated next; empty without guidance
     * @param arrow where the way to the goal goes, clockwise from straight ahead, radian; NaN when it is in reach
     * @param metres to the goal
     * @param marks how each step stands, in order; empty when it is not told
     */
    public record Guide(
            @Nullable LocalText title,
            @Nullable LocalText step,
            int number,
            int count,
            String goal,
            double arrow,
            double metres,
            List<Task.Mark> marks) {
        /** Copies the list. */
        public Guide {
            marks = List.copyOf(marks);
        }

        /** Nothing to be done. */
        public static final Guide NONE = new Guide(null, null, 0, 0, "", Double.NaN, Double.NaN, List.of());
    }

    /**
     * What the player looks at.
     *
     * @param tag of the item; empty for what has only a name
     * @param name for people
     * @param value in words, empty for none
     * @param x where it is on the screen, px of the panels; NaN when it is beside the picture
     * @param y where it is on the screen, px of the panels; NaN when it is beside the picture
     * @param use what can be done from here
     */
    public record Target(String tag, LocalText name, String value, float x, float y, Word use) {}

    /**
     * Where the player is.
     *
     * @param x east, m
     * @param z south, m
     * @param level height of the feet, m
     * @param yaw counter-clockwise from above, 0 to the north, radian
     * @param fieldOfView horizontal, radian
     * @param climbing on a ladder
     */
    public record Position(double x, double z, double level, double yaw, double fieldOfView, boolean climbing) {}

    /**
     * News.
     *
     * @param mood how it is meant
     * @param text for people
     */
    public record Toast(Mood mood, LocalText text) {}

    /** How news is meant. */
    public enum Mood {
        /** Something was done. */
        GOOD,
        /** Something to know. */
        NEWS,
        /** Something to look at. */
        CAUTION,
        /** Something was refused or is wrong. */
        BAD
    }
}
