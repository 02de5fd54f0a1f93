package org.openots.simulator.process;

import java.util.List;
import org.hipparchus.util.FastMath;

/** Valves in series on a line; turns their openings into one effective flow area. */
final class ValvePath {
    /** Rangeability of equal-percentage trim: 30, the usual figure of small globe valves (IEC 60534-2-4 type trim). */
    private static final double RANGEABILITY = 30;

    private final List<Valve> valves;
    private final double pipeArea;

    /**
     * One valve.
     *
     * @param input index of its opening
     * @param area effective flow area when fully open, m2
     * @param equalPercentage trim; linear otherwise
     */
    record Valve(int input, double area, boolean equalPercentage) {
        double area(ProcessInputs inputs) {
            double opening = inputs.get(input);
            if (!equalPercentage || opening <= 0) {
                return area * opening;
            }
            double closed = 1 / RANGEABILITY;
            return area * (FastMath.pow(RANGEABILITY, opening - 1) - closed * (1 - opening));
        }
    }

    /**
     * Creates a path.
     *
     * @param valves in series; may be empty
     * @param pipeArea effective flow area of the rest of the line, m2
     */
    ValvePath(List<Valve> valves, double pipeArea) {
        this.valves = List.copyOf(valves);
        this.pipeArea = pipeArea;
    }

    /** Effective area of everything in series, m2: inverse squares add. */
    double area(ProcessInputs inputs) {
        double resistance = 1 / (pipeArea * pipeArea);
        for (Valve valve : valves) {
            double a = valve.area(inputs);
            if (a <= 1e-4 * valve.area()) {
                return 0;
            }
            resistance += 1 / (a * a);
        }
        return 1 / FastMath.sqrt(resistance);
    }

    /** Smallest opening of all valves; 1 without valves. */
    double opening(ProcessInputs inputs) {
        double least = 1;
        for (Valve valve : valves) {
            least = FastMath.min(least, inputs.get(valve.input()));
        }
        return least;
    }
}
