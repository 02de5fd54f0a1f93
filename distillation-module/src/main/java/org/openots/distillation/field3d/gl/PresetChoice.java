package org.openots.distillation.field3d.gl;

import java.util.Arrays;
import java.util.Optional;
import org.openots.distillation.field3d.state.Quality;

/**
 * Chooses a preset from how long the first pictures took at {@link Preset#MEDIUM}, without waiting for the screen. The first
 * ones, in which the driver compiles, do not count; of the others the tenth slowest of a hundred does, since a stutter is what
 * people notice.
 */
public final class PresetChoice {
    /** Pictures measured. */
    public static final int FRAMES = 120;

    /** Pictures left out at the beginning. */
    private static final int WARM_UP = 20;

    private static final double SHARE = 0.9;

    /**
     * A picture of the high preset costs about 1.6 of a medium one (four times the shadow texels, nine taps for four): 60 a second
     * stay possible up to 10 ms.
     */
    private static final double HIGH_BELOW = 10;

    /** 40 pictures a second: below, walking feels heavy, and the low preset costs less than half. */
    private static final double MEDIUM_BELOW = 25;

    /** Even at 0.45 of it the low preset would stay below 20 pictures a second. */
    private static final double SLOW_ABOVE = 111;

    private final double[] milliseconds = new double[FRAMES];
    private int number;

    /**
     * What came out.
     *
     * @param level to use from now on
     * @param tooSlow whether even that is below 20 pictures a second, so that people are told of the 2D page
     */
    public record Result(Quality level, boolean tooSlow) {}

    /**
     * Takes the time of one picture, to its last pixel.
     *
     * @param time ms
     * @return the result, once, with the last of the {@link #FRAMES} pictures
     */
    public Optional<Result> add(double time) {
        if (number >= FRAMES) {
            return Optional.empty();
        }
        milliseconds[number++] = time;
        return number < FRAMES ? Optional.empty() : Optional.of(of(milliseconds));
    }

    /**
     * Chooses.
     *
     * @param times of the first pictures at medium, ms, in order
     * @return the result
     */
    public static Result of(double[] times) {
        if (times.length <= WARM_UP) {
            throw new IllegalArgumentException(times.length + " pictures are too few to choose a preset by");
        }
        double[] sorted = Arrays.copyOfRange(times, WARM_UP, times.length);
        Arrays.sort(sorted);
        double slow = sorted[(int) Math.ceil(SHARE * sorted.length) - 1];
        if (slow < HIGH_BELOW) {
            return new Result(Quality.HIGH, false);
        }
        return slow < MEDIUM_BELOW ? new Result(Quality.MEDIUM, false) : new Result(Quality.LOW, slow > SLOW_ABOVE);
    }
}
