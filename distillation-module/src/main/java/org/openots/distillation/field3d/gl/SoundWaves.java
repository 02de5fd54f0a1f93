package org.openots.distillation.field3d.gl;

/** Sounds made of numbers: 16 bit, one channel, {@link #RATE} samples a second. Loops have no seam. Always the same bytes. */
final class SoundWaves {
    /** Samples a second: enough for what a plant sounds like. */
    static final int RATE = 22_050;

    private static final double FULL = 32_000;

    private SoundWaves() {}

    /** The samples of a kind, played once or, for all but a step, over and over. */
    static short[] of(Sound.Kind kind) {
        return switch (kind) {
            case PUMP -> pump();
            case HISS -> looped(noise(RATE * 2, 11, 0.92, 0.5), RATE / 4);
            case FIRE -> fire();
            case HORN -> horn();
            case STEP -> step();
            case WHEEL -> wheel();
        };
    }

    /** Motor hum at 50 Hz and its multiples, and the rush of the liquid; one second, whole periods. */
    private static short[] pump() {
        double[] rush = noise(RATE + RATE / 4, 5, 0.12, 0.35);
        double[] sum = new double[RATE + RATE / 4];
        double[] strength = {0.30, 0.42, 0.12, 0.22, 0.05, 0.10, 0.03, 0.06};
        for (int i = 0; i < sum.length; i++) {
            double t = (double) i / RATE;
            for (int k = 0; k < strength.length; k++) {
                sum[i] += 0.5 * strength[k] * Math.sin(2 * Math.PI * 50 * (k + 1) * t + k * k);
            }
            sum[i] += rush[i];
        }
        return looped(sum, RATE / 4);
    }

    private static short[] fire() {
        double[] sum = noise(RATE * 3, 23, 0.06, 0.8);
        int seed = 99;
        for (int crack = 0; crack < 40; crack++) {
            seed = next(seed);
            int at = Math.floorMod(seed, sum.length - 800);
            double loud = 0.2 + 0.5 * unit(seed);
            for (int i = 0; i < 700; i++) {
                seed = next(seed);
                sum[at + i] += loud * (2 * unit(seed) - 1) * Math.exp(-i / 60.0);
            }
        }
        return looped(sum, RATE / 3);
    }

    /** Two tones in turn, half a second each, softened so that they do not click. */
    private static short[] horn() {
        double[] sum = new double[RATE];
        for (int i = 0; i < sum.length; i++) {
            double t = (double) i / RATE;
            boolean first = t < 0.5;
            double f = first ? 620 : 480;
            double within = first ? t : t - 0.5;
            double edge = Math.min(1, Math.min(within, 0.5 - within) / 0.012);
            double tone = Math.sin(2 * Math.PI * f * t)
                    + 0.5 * Math.sin(4 * Math.PI * f * t)
                    + 0.3 * Math.sin(6 * Math.PI * f * t);
            sum[i] = 0.45 * edge * tone;
        }
        return shorts(sum);
    }

    /** A boot on concrete: a dull blow and a little grit. */
    private static short[] step() {
        double[] grit = noise(RATE / 5, 31, 0.35, 0.6);
        for (int i = 0; i < grit.length; i++) {
            double t = (double) i / RATE;
            grit[i] = grit[i] * Math.exp(-t * 45) + 0.7 * Math.sin(2 * Math.PI * 75 * t) * Math.exp(-t * 38);
        }
        return shorts(grit);
    }

    /** A handwheel: the stem grinds a little with each part of a turn. */
    private static short[] wheel() {
        double[] sum = noise(RATE + RATE / 4, 47, 0.5, 0.4);
        for (int i = 0; i < sum.length; i++) {
            double t = (double) i / RATE;
            double grip = Math.pow(0.5 + 0.5 * Math.sin(2 * Math.PI * 6 * t), 3);
            sum[i] *= 0.15 + 0.85 * grip;
        }
        return looped(sum, RATE / 4);
    }

    /** Noise through a filter of first order: open 1 lets all through, less makes it duller. */
    private static double[] noise(int samples, int seed, double open, double loud) {
        double[] sum = new double[samples];
        double held = 0;
        double square = 0;
        int state = seed;
        for (int i = 0; i < samples; i++) {
            state = next(state);
            held += open * (2 * unit(state) - 1 - held);
            sum[i] = held;
            square += held * held;
        }
        double scale = 0.33 * loud / Math.sqrt(square / samples);
        for (int i = 0; i < samples; i++) {
            sum[i] *= scale;
        }
        return sum;
    }

    /** Lets the end pass softly into the beginning and cuts it off. */
    private static short[] looped(double[] samples, int over) {
        int length = samples.length - over;
        double[] loop = new double[length];
        for (int i = 0; i < length; i++) {
            double share = i < over ? (double) i / over : 1;
            double end = i < over ? samples[length + i] : 0;
            // equal power, so that noise does not get weaker where it overlaps
            loop[i] = samples[i] * Math.sqrt(share) + end * Math.sqrt(1 - share);
        }
        return shorts(loop);
    }

    private static short[] shorts(double[] samples) {
        short[] out = new short[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(FULL * Math.max(-1, Math.min(1, samples[i])));
        }
        return out;
    }

    private static int next(int state) {
        return state * 1_664_525 + 1_013_904_223;
    }

    private static double unit(int state) {
        return (state >>> 8) / 16_777_216.0;
    }
}
