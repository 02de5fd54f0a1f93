package org.openots.simulator.thermo;

import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;

/**
 * Stage stepping between equilibrium curve and operating lines (W. L. McCabe and E. W. Thiele, Ind. Eng. Chem. 17 (1925)
 * 605): constant molar overflow, total condenser, partial reboiler counted as a stage, feed at the stage where the
 * operating lines cross. For teaching pages, first estimates and tests; the dynamic model does without it.
 */
public final class McCabeThiele {
    /** More stages than any column of the suite; reached only where a specification cannot be met. */
    private static final int MOST_STAGES = 500;

    /** Points at which the operating line must stay below the equilibrium curve in the search for minimum reflux. */
    private static final int PINCH_POINTS = 2000;

    private final Equilibrium equilibrium;
    private final double pressure;

    /**
     * What a column is to do; mole fractions of the more volatile component.
     *
     * @param feed z
     * @param quality q, liquid share of the feed, above 1 when subcooled
     * @param distillate xD
     * @param bottoms xB
     */
    public record Task(double feed, double quality, double distillate, double bottoms) {}

    /**
     * A stepped column.
     *
     * @param stages theoretical stages with the reboiler, the last one as a fraction
     * @param feedStage counted from the top
     */
    public record Result(double stages, int feedStage) {}

    /**
     * Creates the construction for a binary mixture at a pressure.
     *
     * @param properties two components, the more volatile first
     * @param pressure Pa absolute
     */
    public McCabeThiele(PropertyPackage properties, double pressure) {
        this.equilibrium = new Equilibrium(properties);
        this.pressure = pressure;
    }

    /**
     * Steps a column.
     *
     * @param task what it is to do
     * @param reflux reflux ratio L/D
     * @return stages and feed stage
     * @throws OtsException if the task makes no sense, the reflux is below the minimum or the product lies beyond an
     *     azeotrope
     */
    public Result step(Task task, double reflux) {
        check(task);
        double cross = crossing(task, reflux);
        double y = task.distillate();
        double before = task.distillate();
        int feedStage = 0;
        for (int stage = 1; stage <= MOST_STAGES; stage++) {
            double x = liquidUnder(y);
            if (feedStage == 0 && x < cross) {
                feedStage = stage;
            }
            if (x <= task.bottoms()) {
                double part = (before - task.bottoms()) / (before - x);
                return new Result(stage - 1 + part, feedStage);
            }
            double next = feedStage == 0 ? rectifying(task, reflux, x) : stripping(task, reflux, x);
            if (next >= y) {
                break;
            }
            before = x;
            y = next;
        }
        throw new OtsException(PropertyError.INFEASIBLE_STAGES, task, reflux, minimumReflux(task));
    }

    /**
     * Smallest reflux ratio at which the operating lines stay below the equilibrium curve.
     *
     * @param task what the column is to do
     * @return L/D with infinitely many stages
     * @throws OtsException if the task makes no sense or lies beyond an azeotrope
     */
    public double minimumReflux(Task task) {
        check(task);
        double low = 0;
        double high = 1;
        while (pinched(task, high)) {
            low = high;
            high *= 2;
            if (high > 1e6) {
                throw new OtsException(PropertyError.BEYOND_AZEOTROPE, task, pressure);
            }
        }
        while (high - low > 1e-7 * high) {
            double middle = 0.5 * (low + high);
            if (pinched(task, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Stages at total reflux.
     *
     * @param task what the column is to do; its feed does not matter
     * @return stages with the reboiler, the last one as a fraction
     * @throws OtsException if the task makes no sense or lies beyond an azeotrope
     */
    public double minimumStages(Task task) {
        check(task);
        double y = task.distillate();
        for (int stage = 1; stage <= MOST_STAGES; stage++) {
            double x = liquidUnder(y);
            if (x <= task.bottoms()) {
                return stage - 1 + (y - task.bottoms()) / (y - x);
            }
            if (x >= y) {
                break;
            }
            y = x;
        }
        throw new OtsException(PropertyError.BEYOND_AZEOTROPE, task, pressure);
    }

    private void check(Task t) {
        boolean ordered = t.bottoms() > 0 && t.bottoms() < t.feed() && t.feed() < t.distillate() && t.distillate() < 1;
        if (!ordered) {
            throw new OtsException(PropertyError.NOT_A_SEPARATION, t.bottoms(), t.feed(), t.distillate());
        }
    }

    private boolean pinched(Task task, double reflux) {
        double cross = crossing(task, reflux);
        for (int i = 0; i <= PINCH_POINTS; i++) {
            double x = task.bottoms() + (task.distillate() - task.bottoms()) * i / PINCH_POINTS;
            double line = x > cross ? rectifying(task, reflux, x) : stripping(task, reflux, x);
            if (i > 0 && i < PINCH_POINTS && line >= vapourOver(x)) {
                return true;
            }
        }
        double at = rectifying(task, reflux, cross);
        return at >= vapourOver(cross);
    }

    /** Liquid fraction at which both operating lines and the q-line cross. */
    private static double crossing(Task task, double reflux) {
        double q = task.quality();
        double slope = reflux / (reflux + 1);
        double intercept = task.distillate() / (reflux + 1);
        if (FastMath.abs(q - 1) < 1e-12) {
            return task.feed();
        }
        double qSlope = q / (q - 1);
        double qIntercept = -task.feed() / (q - 1);
        return (intercept - qIntercept) / (qSlope - slope);
    }

    private static double rectifying(Task task, double reflux, double x) {
        return (reflux * x + task.distillate()) / (reflux + 1);
    }

    private static double stripping(Task task, double reflux, double x) {
        double cross = crossing(task, reflux);
        double top = rectifying(task, reflux, cross);
        double slope = (top - task.bottoms()) / (cross - task.bottoms());
        return task.bottoms() + slope * (x - task.bottoms());
    }

    private double vapourOver(double x) {
        return equilibrium.bubblePoint(pressure, x, 1 - x).vapour()[0];
    }

    private double liquidUnder(double y) {
        return equilibrium.dewPoint(pressure, y, 1 - y).liquid()[0];
    }
}
