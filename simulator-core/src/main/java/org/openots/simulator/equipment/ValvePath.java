package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.simulator.process.ProcessInputs;

/**
 * Valves on a line, in series and in parallel; turns their openings into one effective flow area. Flow is then
 * area * sqrt(2 dp rho) for liquids, so areas of parallel branches add and inverse squares of those in series do.
 */
public final class ValvePath {
    /** No input lowers the line's area. */
    public static final int ALWAYS_CLEAR = -1;

    /** No input changes the valve's capacity. */
    public static final int AS_RATED = -1;

    /** Rangeability of equal-percentage trim: 30, the usual figure of small globe valves (IEC 60534-2-4 type trim). */
    private static final double RANGEABILITY = 30;

    private static final double LOG_RANGEABILITY = FastMath.log(RANGEABILITY);

    /** Share of the full area below which a valve counts as shut: leakage is a fault, not a property. */
    private static final double SHUT = 1e-4;

    private final Series series;
    private final double pipeArea;
    private final int clearInput;

    /** How a valve's area follows its opening. */
    public enum Trim {
        /** In proportion. */
        LINEAR,
        /** Equal percentage: every step of opening multiplies the area. */
        EQUAL_PERCENTAGE
    }

    /** A part of the line that takes pressure. */
    public sealed interface Resistance {
        /** Effective area, m2; 0 when shut. */
        double area(ProcessInputs inputs);

        /** How far it is open, 0..1. */
        double opening(ProcessInputs inputs);
    }

    /**
     * One valve.
     *
     * @param input index of its opening
     * @param fullArea effective flow area when fully open, m2
     * @param trim characteristic
     * @param capacityInput index of a factor on the area, 1 for the one it is rated for, or {@link #AS_RATED}
     */
    public record Valve(int input, double fullArea, Trim trim, int capacityInput) implements Resistance {
        /** A valve that always has its rated capacity. */
        public Valve(int input, double fullArea, Trim trim) {
            this(input, fullArea, trim, AS_RATED);
        }

        @Override
        public double area(ProcessInputs inputs) {
            double opening = inputs.get(input);
            double share = opening;
            if (trim == Trim.EQUAL_PERCENTAGE && opening > 0) {
                share = FastMath.exp(LOG_RANGEABILITY * (opening - 1)) - (1 - opening) / RANGEABILITY;
            }
            double capacity = capacityInput == AS_RATED ? 1 : inputs.get(capacityInput);
            return share <= SHUT ? 0 : capacity * fullArea * share;
        }

        @Override
        public double opening(ProcessInputs inputs) {
            return inputs.get(input);
        }
    }

    /**
     * Branches side by side, each of parts in series, for example a control valve between block valves and its bypass.
     *
     * @param branches the branches
     */
    public record Parallel(List<List<Resistance>> branches) implements Resistance {
        /** Keeps copies. */
        public Parallel {
            branches = branches.stream().map(List::copyOf).toList();
        }

        @Override
        public double area(ProcessInputs inputs) {
            double sum = 0;
            for (int b = 0; b < branches.size(); b++) {
                sum += inSeries(branches.get(b), 0, inputs);
            }
            return sum;
        }

        @Override
        public double opening(ProcessInputs inputs) {
            double most = 0;
            for (int b = 0; b < branches.size(); b++) {
                most = FastMath.max(most, least(branches.get(b), inputs));
            }
            return most;
        }
    }

    private record Series(List<Resistance> parts) {}

    /**
     * Creates a path.
     *
     * @param parts in series; may be empty
     * @param pipeArea effective flow area of the rest of the line, m2
     * @param clearInput index of a factor on the area that faults lower, or {@link #ALWAYS_CLEAR}
     */
    public ValvePath(List<Resistance> parts, double pipeArea, int clearInput) {
        this.series = new Series(List.copyOf(parts));
        this.pipeArea = pipeArea;
        this.clearInput = clearInput;
    }

    /** Effective area of everything in series, m2. */
    public double area(ProcessInputs inputs) {
        double clear = clearInput == ALWAYS_CLEAR ? 1 : inputs.get(clearInput);
        double pipe = pipeArea * clear;
        return clear <= SHUT ? 0 : inSeries(series.parts(), 1 / (pipe * pipe), inputs);
    }

    /** Smallest opening of all valves; 1 without valves. */
    public double opening(ProcessInputs inputs) {
        return least(series.parts(), inputs);
    }

    private static double inSeries(List<Resistance> parts, double rest, ProcessInputs inputs) {
        double resistance = rest;
        for (int i = 0; i < parts.size(); i++) {
            double a = parts.get(i).area(inputs);
            if (a == 0) {
                return 0;
            }
            resistance += 1 / (a * a);
        }
        return 1 / FastMath.sqrt(resistance);
    }

    private static double least(List<Resistance> parts, ProcessInputs inputs) {
        double least = 1;
        for (int i = 0; i < parts.size(); i++) {
            least = FastMath.min(least, parts.get(i).opening(inputs));
        }
        return least;
    }
}
