package org.openots.simulator.thermo;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * The construction of W. L. McCabe and E. W. Thiele (Ind. Eng. Chem. 17 (1925) 605) for a binary distillation at constant
 * pressure and constant molar overflow: operating lines, stages, minimum reflux, stages at total reflux. Fractions are
 * those of the first component of the package, which must be the more volatile one between bottoms and distillate.
 *
 * <p>Stages are counted from the top, the reboiler last; a total condenser does not count. A part of a stage at the end is
 * the share of its way in x that is needed, (x_before - x_bottoms)/(x_before - x_stage).
 */
public final class McCabeThiele {
    /** Points at which the equilibrium curve is compared with operating lines; between them a refinement follows. */
    private static final int POINTS = 400;

    /** Most stages that are stepped; more means a pinch. */
    private static final int MOST_STAGES = 2000;

    /** Distance of a step below which operating line and equilibrium have met: 1e-9, a thousandth of any analysis. */
    private static final double PINCHED = 1e-9;

    private static final double GOLDEN = 0.5 * (FastMath.sqrt(5) - 1);

    private static final LocalText DISTILLATE = new LocalText("塔顶组成", "The distillate fraction");
    private static final LocalText BOTTOMS = new LocalText("塔底组成", "The bottoms fraction");
    private static final LocalText FEED = new LocalText("进料组成", "The feed fraction");
    private static final LocalText EFFICIENCY = new LocalText("板效率", "The plate efficiency");
    private static final LocalText REFLUX = new LocalText("回流比", "The reflux ratio");
    private static final LocalText CROSSING = new LocalText("进料线与平衡线的交点", "crossing of feed line and equilibrium");

    private final Equilibrium equilibrium;
    private final double pressure;

    /**
     * Creates the construction.
     *
     * @param properties a binary mixture
     * @param pressure Pa absolute
     * @throws OtsException if the mixture is not binary
     */
    public McCabeThiele(PropertyPackage properties, double pressure) {
        if (properties.components().size() != 2) {
            throw new OtsException(
                    PropertyError.NOT_BINARY, properties.components().size());
        }
        this.equilibrium = new Equilibrium(properties);
        this.pressure = pressure;
    }

    /**
     * What a column shall do.
     *
     * @param feed mole fraction in the feed
     * @param quality q, moles of liquid that the feed adds below per mole of feed: 1 boiling liquid, 0 saturated vapour,
     *     more than 1 cold liquid, less than 0 hot vapour
     * @param distillate mole fraction in the distillate
     * @param bottoms mole fraction in the bottoms
     */
    public record Separation(double feed, double quality, double distillate, double bottoms) {}

    /**
     * A straight line y = slope x + intercept, or x = intercept if the slope is infinite.
     *
     * @param slope dimensionless
     * @param intercept dimensionless
     */
    public record Line(double slope, double intercept) {
        /**
         * The line's ordinate.
         *
         * @param x abscissa
         * @return y
         */
        public double at(double x) {
            return slope * x + intercept;
        }
    }

    /**
     * A stage: the vapour that rises from it and the liquid that leaves it.
     *
     * @param x mole fraction of the liquid
     * @param y mole fraction of the vapour
     */
    public record Stage(double x, double y) {}

    /**
     * The stages of a column.
     *
     * @param rectifying operating line above the feed
     * @param stripping operating line below the feed
     * @param stages from the top, the reboiler last; the last one may be needed in part only
     * @param count stages with the part of the last one
     * @param feedStage number of the feed stage from the top, 1 the highest; the first stage on the lower line
     */
    public record Design(Line rectifying, Line stripping, List<Stage> stages, double count, int feedStage) {
        /** Keeps a copy of the list. */
        public Design {
            stages = List.copyOf(stages);
        }
    }

    /**
     * Steps the stages of a column from the distillate down, changing lines at the best place, the crossing of the lines.
     *
     * @param separation what the column shall do
     * @param reflux reflux ratio L/D, above the minimum
     * @param efficiency Murphree efficiency of the vapour (E. V. Murphree, Ind. Eng. Chem. 17 (1925) 747), 1 for equilibrium
     *     stages; the reboiler is always one
     * @return the stages
     * @throws OtsException if an argument breaks its rule, equilibrium forbids the separation or the reflux is not above
     *     the minimum
     */
    public Design design(Separation separation, double reflux, double efficiency) {
        check(separation);
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw new OtsException(PropertyError.SEPARATION_RANGE, EFFICIENCY, efficiency, 0, 1);
        }
        double least = minimumReflux(separation);
        if (!(reflux > least * (1 + PINCHED) && Double.isFinite(reflux))) {
            throw new OtsException(PropertyError.SEPARATION_RANGE, REFLUX, reflux, least, Double.POSITIVE_INFINITY);
        }
        double xd = separation.distillate();
        Line upper = new Line(reflux / (reflux + 1), xd / (reflux + 1));
        double crossing = crossing(separation, upper);
        double slope = (upper.at(crossing) - separation.bottoms()) / (crossing - separation.bottoms());
        Line lower = new Line(slope, separation.bottoms() * (1 - slope));
        List<Stage> stages = new ArrayList<>();
        double count = step(separation, x -> x > crossing ? upper.at(x) : lower.at(x), efficiency, stages);
        int feed = 1;
        while (feed < stages.size() && stages.get(feed - 1).x() > crossing) {
            feed++;
        }
        return new Design(upper, lower, stages, count, feed);
    }

    /**
     * Stages at total reflux, where the operating lines are the diagonal: the fewest that can do it.
     *
     * @param separation what the column shall do; its feed does not matter
     * @return equilibrium stages with the part of the last one, the reboiler among them
     * @throws OtsException if an argument breaks its rule or equilibrium forbids the separation
     */
    public double minimumStages(Separation separation) {
        check(separation);
        return step(separation, x -> x, 1, new ArrayList<>());
    }

    /**
     * Fewest stages by the equation of M. R. Fenske (Ind. Eng. Chem. 24 (1932) 482) with the geometric mean of the relative
     * volatilities at distillate and bottoms; good where these differ little.
     *
     * @param separation what the column shall do; its feed does not matter
     * @return equilibrium stages
     * @throws OtsException if an argument breaks its rule or equilibrium forbids the separation
     */
    public double fenskeStages(Separation separation) {
        check(separation);
        double top = volatility(separation.distillate());
        double bottom = volatility(separation.bottoms());
        double wanted = odds(separation.distillate()) / odds(separation.bottoms());
        return FastMath.log(wanted) / FastMath.log(FastMath.sqrt(top * bottom));
    }

    private double volatility(double x) {
        return odds(vapour(x)) / odds(x);
    }

    private static double odds(double fraction) {
        return fraction / (1 - fraction);
    }

    /**
     * The smallest reflux ratio, at which an operating line touches the equilibrium curve: at the feed line, or as a
     * tangent above or below it.
     *
     * @param separation what the column shall do
     * @return L/D
     * @throws OtsException if an argument breaks its rule or equilibrium forbids the separation
     */
    public double minimumReflux(Separation separation) {
        check(separation);
        double xd = separation.distillate();
        double xb = separation.bottoms();
        double pinch = pinch(separation);
        double reflux = 0;
        if (pinch < xd) {
            double from = FastMath.max(pinch, xb + PINCHED);
            reflux = ratio(extreme(x -> (xd - vapour(x)) / (xd - x), from, xd - PINCHED, 1));
        }
        if (pinch > xb) {
            double to = FastMath.min(pinch, xd - PINCHED);
            double flattest = extreme(x -> (vapour(x) - xb) / (x - xb), xb + PINCHED, to, -1);
            double crossing = crossing(separation, new Line(flattest, xb * (1 - flattest)));
            double y = flattest * (crossing - xb) + xb;
            reflux = FastMath.max(reflux, ratio((xd - y) / (xd - crossing)));
        }
        return FastMath.max(0, reflux);
    }

    /** Reflux ratio of an upper operating line. */
    private static double ratio(double slope) {
        return slope / (1 - slope);
    }

    /** The equilibrium curve. */
    private double vapour(double x) {
        return equilibrium.bubblePoint(pressure, x, 1 - x).vapour()[0];
    }

    private double liquid(double y) {
        return equilibrium.dewPoint(pressure, y, 1 - y).liquid()[0];
    }

    /** Liquid fraction at which the feed line meets the equilibrium curve. */
    private double pinch(Separation separation) {
        double z = separation.feed();
        double q = separation.quality();
        if (q == 1) {
            return z;
        }
        if (q == 0) {
            return liquid(z);
        }
        // (q - 1) y = q x - z
        UnivariateFunction gap = x -> q * x - z - (q - 1) * vapour(x);
        double low = separation.bottoms();
        double high = separation.distillate();
        boolean between = gap.value(low) < 0 && gap.value(high) > 0;
        return Searches.root(
                gap, between ? low : PINCHED, between ? high : 1 - PINCHED, Searches.FRACTION_ACCURACY, CROSSING);
    }

    /** Abscissa at which an operating line meets the feed line. */
    private static double crossing(Separation separation, Line line) {
        double q = separation.quality();
        return (separation.feed() + (q - 1) * line.intercept()) / (q - (q - 1) * line.slope());
    }

    /** Largest (sign 1) or smallest (sign -1) value of a smooth function: the best of a grid, refined by golden section. */
    private static double extreme(UnivariateFunction f, double from, double to, int sign) {
        double width = (to - from) / POINTS;
        int best = 0;
        double value = sign * f.value(from);
        for (int i = 1; i <= POINTS; i++) {
            double next = sign * f.value(from + i * width);
            if (next > value) {
                value = next;
                best = i;
            }
        }
        double low = FastMath.max(from, from + (best - 1) * width);
        double high = FastMath.min(to, from + (best + 1) * width);
        while (high - low > PINCHED) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (sign * f.value(left) > sign * f.value(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return sign * FastMath.max(value, sign * f.value(0.5 * (low + high)));
    }

    /** Steps down from the distillate; returns the number of stages with the part of the last one. */
    private double step(Separation separation, UnivariateFunction line, double efficiency, List<Stage> stages) {
        double xb = separation.bottoms();
        double before = separation.distillate();
        double y = before;
        while (stages.size() < MOST_STAGES) {
            double reboiled = liquid(y);
            if (reboiled <= xb) {
                stages.add(new Stage(reboiled, y));
                return stages.size() - 1 + (before - xb) / (before - reboiled);
            }
            double x = efficiency < 1 ? plate(line, efficiency, y, reboiled, before) : reboiled;
            if (before - x < PINCHED) {
                break;
            }
            stages.add(new Stage(x, y));
            before = x;
            y = line.value(x);
        }
        throw new OtsException(PropertyError.NOT_CONVERGED, CROSSING, before, xb);
    }

    /** Liquid of a plate with vapour y above: y = y_below + E (y*(x) - y_below). */
    private double plate(UnivariateFunction line, double efficiency, double y, double ideal, double before) {
        UnivariateFunction excess = x -> {
            double below = line.value(x);
            return below + efficiency * (vapour(x) - below) - y;
        };
        return excess.value(before) <= 0
                ? before
                : Searches.root(excess, ideal, before, Searches.FRACTION_ACCURACY, CROSSING);
    }

    private void check(Separation separation) {
        double xd = separation.distillate();
        double xb = separation.bottoms();
        within(DISTILLATE, xd, xb, 1);
        within(BOTTOMS, xb, 0, xd);
        within(FEED, separation.feed(), xb, xd);
        for (int i = 0; i <= POINTS; i++) {
            double x = xb + (xd - xb) * i / POINTS;
            if (!(vapour(x) > x)) {
                throw forbidden(xb, xd);
            }
        }
    }

    private OtsException forbidden(double xb, double xd) {
        double azeotrope =
                equilibrium.azeotrope(pressure).map(point -> point.liquid()[0]).orElse(Double.NaN);
        return azeotrope >= xb && azeotrope <= xd
                ? new OtsException(PropertyError.NO_SEPARATION, xb, xd, azeotrope, pressure)
                : new OtsException(PropertyError.NOT_LIGHTER, xb, xd, pressure);
    }

    private static void within(LocalText what, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new OtsException(PropertyError.SEPARATION_RANGE, what, value, low, high);
        }
    }
}
