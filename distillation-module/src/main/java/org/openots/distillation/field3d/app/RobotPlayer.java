package org.openots.distillation.field3d.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.body.Body;
import org.openots.distillation.field3d.body.Controls;
import org.openots.distillation.field3d.gl.Picture;

/**
 * Plays a script with what a player has: keys for walking and looking, keys of the game, pointer and wheel. It sees the panels
 * as they were laid out, and does at most one thing between two pictures.
 */
final class RobotPlayer implements Hand {
    /** Longest time that counts between two pictures, s: on a slow computer a robot walks on while a picture is drawn. */
    private static final double LONGEST = 2;

    private final FieldScript script;
    private final RobotMoves moves;
    private final Optional<Path> pictures;
    private final Consumer<Report> reports;
    private int number = -1;
    private @Nullable Move move;
    private double time;
    private double began;
    private double played;
    private double turned;
    private double pending;
    private boolean failed;

    /**
     * What became of a step.
     *
     * @param number of the step, 1 first
     * @param count of steps
     * @param words of the step
     * @param done whether it was done
     * @param seconds it took
     * @param text for people
     * @param value read or reached; NaN for none
     */
    record Report(int number, int count, String words, boolean done, double seconds, LocalText text, double value) {}

    /** One step being done. */
    interface Move {
        /** Keys held in the next step of the body. */
        default Controls keys(Body body) {
            return Controls.NONE;
        }

        /**
         * Goes on; called once between two pictures.
         *
         * @param seconds since the step began; a slow picture counts as two
         * @return whether it is done
         * @throws OtsException if it cannot be done
         */
        boolean done(double seconds);

        /** What came of it. */
        default LocalText text() {
            return new LocalText("完成", "done");
        }

        /** A number that came of it, NaN for none. */
        default double value() {
            return Double.NaN;
        }

        /** Name of a picture it waits for; empty for none. */
        default String picture() {
            return "";
        }

        /** The picture was kept, or is not wanted. */
        default void taken(String where) {
            // only pictures are
        }
    }

    /**
     * A robot at the beginning of its script.
     *
     * @param script to play
     * @param moves that it knows
     * @param pictures folder for pictures; empty when they are not wanted
     * @param reports receives each step when it has ended
     */
    RobotPlayer(FieldScript script, RobotMoves moves, Optional<Path> pictures, Consumer<Report> reports) {
        this.script = script;
        this.moves = moves;
        this.pictures = pictures;
        this.reports = reports;
    }

    /** Whether a step could not be done. */
    boolean failed() {
        return failed;
    }

    @Override
    public boolean over() {
        return failed || number >= script.steps().size();
    }

    @Override
    public void drive(Game game, double seconds, Controls keys) {
        time += seconds;
        played += Math.min(seconds, LONGEST);
        pending = Math.min(pending + seconds, LONGEST);
        while (pending >= Body.STEP_SECONDS) {
            pending -= Body.STEP_SECONDS;
            Move now = move;
            game.advance(Body.STEP_SECONDS, now == null ? Controls.NONE : now.keys(game.body()));
        }
        if (!over()) {
            act();
        }
    }

    private void act() {
        try {
            Move now = move;
            if (now == null) {
                number++;
                began = time;
                turned = played;
                if (!over()) {
                    move = moves.begin(script.steps().get(number));
                }
            } else if (now.done(played - turned)) {
                report(now.text(), true, now.value());
                move = null;
            }
        } catch (OtsException e) {
            report(Dispatch.words(e), false, Double.NaN);
            failed = true;
            move = null;
        }
    }

    private void report(LocalText text, boolean done, double value) {
        String words = script.steps().get(number).words();
        reports.accept(new Report(number + 1, script.steps().size(), words, done, time - began, text, value));
    }

    @Override
    public boolean wantsPicture() {
        Move now = move;
        return now != null && !now.picture().isEmpty();
    }

    @Override
    public void drawn(Supplier<Picture> picture) {
        Move now = move;
        if (now == null) {
            return;
        }
        if (pictures.isEmpty()) {
            now.taken("");
            return;
        }
        Path file = pictures.get().resolve(now.picture() + ".png");
        picture.get().write(file);
        now.taken(file.toString());
    }
}
