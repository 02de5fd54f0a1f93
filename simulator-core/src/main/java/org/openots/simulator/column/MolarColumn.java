package org.openots.simulator.column;

import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * A column of {@link MolarStage stages} with constant molar overflow and linearised tray hydraulics, controlled in the LV
 * configuration: Skogestad's Column A and its relatives (S. Skogestad, Dynamics and control of distillation columns: a
 * tutorial introduction, Trans. IChemE 75 A (1997) 539). Vapour flows are those of boil-up and feed; liquid leaves a
 * tray with L = L0 + (M - M0)/tau + lambda (V - V0); distillate and bottoms follow their levels in proportion.
 */
public final class MolarColumn {
    private final Spec spec;
    private final List<MolarStage> stages = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final int feedInput;
    private final int qualityInput;
    private final int refluxInput;
    private final int boilupInput;
    private double feed;
    private double quality;
    private double reflux;
    private double boilup;

    /**
     * Data of the column; flows in mol/s, amounts in mol.
     *
     * @param stages with reboiler and total condenser
     * @param feedStage counted from the reboiler, which is 1
     * @param volatility relative volatilities (nc)
     * @param holdup nominal holdup M0 of every stage
     * @param tau time constant of the liquid, s
     * @param lambda effect of vapour on liquid flow, dimensionless
     * @param nominalFeed F0
     * @param nominalQuality qF0, liquid share
     * @param nominalReflux L0
     * @param nominalBoilup V0
     * @param nominalDistillate distillate at nominal level
     * @param nominalBottoms bottoms at nominal level
     * @param levelGain gain of both level controllers, 1/s
     * @param tolerance relative error per step
     */
    public record Spec(
            int stages,
            int feedStage,
            double[] volatility,
            double holdup,
            double tau,
            double lambda,
            double nominalFeed,
            double nominalQuality,
            double nominalReflux,
            double nominalBoilup,
            double nominalDistillate,
            double nominalBottoms,
            double levelGain,
            double tolerance) {}

    /**
     * The inputs' values to begin with.
     *
     * @param feed mol/s
     * @param quality liquid share of the feed
     * @param composition mole fractions of the feed (nc)
     * @param reflux mol/s
     * @param boilup mol/s
     */
    public record Operation(double feed, double quality, double[] composition, double reflux, double boilup) {}

    /** Creates the column and declares {@code feed}, {@code qf}, {@code zf-i}, {@code reflux}, {@code boilup}. */
    public MolarColumn(Spec spec, Operation start, ProcessInputs inputs) {
        this.spec = spec;
        feedInput = inputs.declare("feed", start.feed(), Bounds.MOLAR_FLOW);
        qualityInput = inputs.declare("qf", start.quality(), Bounds.FEED_QUALITY);
        refluxInput = inputs.declare("reflux", start.reflux(), Bounds.MOLAR_FLOW);
        boilupInput = inputs.declare("boilup", start.boilup(), Bounds.MOLAR_FLOW);
        int[] fractions = new int[start.composition().length];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = inputs.declare("zf-" + (i + 1), start.composition()[i]);
        }
        for (int i = 1; i <= spec.stages(); i++) {
            double moles = steadyHoldup(i, start);
            stages.add(new MolarStage("stage-" + i, spec.volatility(), moles, spec.tolerance()));
        }
        links.add(new Supply());
        for (int i = 1; i < spec.stages(); i++) {
            links.add(new Passage(i));
        }
        links.add(new Feed(fractions));
        links.add(new Product("bottoms", stages.get(0), spec.nominalBottoms()));
        links.add(new Product("distillate", stages.get(spec.stages() - 1), spec.nominalDistillate()));
    }

    /** Holdup at which what leaves a stage balances what arrives, mol; not positive where the inputs leave no such state. */
    private double steadyHoldup(int stage, Operation at) {
        boolean above = stage > spec.feedStage();
        double vapourAbove = at.boilup() + (1 - at.quality()) * at.feed();
        if (stage == 1) {
            double bottoms = at.reflux() + at.quality() * at.feed() - at.boilup();
            return spec.holdup() + (bottoms - spec.nominalBottoms()) / spec.levelGain();
        }
        if (stage == spec.stages()) {
            return spec.holdup() + (vapourAbove - at.reflux() - spec.nominalDistillate()) / spec.levelGain();
        }
        double liquid = at.reflux() + (above ? 0 : at.quality() * at.feed());
        double nominal = spec.nominalReflux() + (above ? 0 : spec.nominalQuality() * spec.nominalFeed());
        double vapour = stage - 1 < spec.feedStage() ? at.boilup() : vapourAbove;
        double nominalVapour = spec.nominalBoilup() + (above ? (1 - spec.nominalQuality()) * spec.nominalFeed() : 0);
        return spec.holdup() + spec.tau() * (liquid - nominal - spec.lambda() * (vapour - nominalVapour));
    }

    /** The stages, reboiler first. */
    public List<MolarStage> stages() {
        return List.copyOf(stages);
    }

    /** What connects them. */
    public List<Link> links() {
        return List.copyOf(links);
    }

    /** Vapour that leaves a stage. */
    private double vapour(int stage) {
        return stage < spec.feedStage() ? boilup : boilup + (1 - quality) * feed;
    }

    /** Liquid that leaves a stage downwards. */
    private double liquid(int stage, double moles) {
        if (stage == spec.stages()) {
            return reflux;
        }
        double nominalFlow = spec.nominalReflux();
        double nominalVapour = spec.nominalBoilup() + (1 - spec.nominalQuality()) * spec.nominalFeed();
        if (stage <= spec.feedStage()) {
            nominalFlow += spec.nominalQuality() * spec.nominalFeed();
            nominalVapour = spec.nominalBoilup();
        }
        return nominalFlow + (moles - spec.holdup()) / spec.tau() + spec.lambda() * (vapour(stage - 1) - nominalVapour);
    }

    /** Takes the inputs over once for all. */
    private final class Supply implements Link {
        @Override
        public String id() {
            return "supply";
        }

        @Override
        public List<StateBlock> blocks() {
            return List.of();
        }

        @Override
        public void prepare(ProcessInputs inputs) {
            feed = inputs.get(feedInput);
            quality = inputs.get(qualityInput);
            reflux = inputs.get(refluxInput);
            boilup = inputs.get(boilupInput);
        }

        @Override
        public void flows(FlowSink sink) {
            // flows belong to the other links
        }
    }

    /** Vapour up and liquid down between a stage and the next one above. */
    private final class Passage implements Link {
        private final int number;
        private final MolarStage lower;
        private final MolarStage upper;

        Passage(int number) {
            this.number = number;
            this.lower = stages.get(number - 1);
            this.upper = stages.get(number);
        }

        @Override
        public String id() {
            return "passage-" + number;
        }

        @Override
        public List<StateBlock> blocks() {
            return List.of(lower, upper);
        }

        @Override
        public void flows(FlowSink sink) {
            double up = vapour(number);
            double down = liquid(number + 1, upper.moles());
            for (int i = 0; i < lower.components(); i++) {
                double net = up * lower.vapour(i) - down * upper.liquid(i);
                sink.move(lower.offset() + i, upper.offset() + i, net);
            }
        }

        @Override
        public void slopes(StateBlock moved, FlowSink sink) {
            double up = moved == lower ? vapour(number) : 0;
            double down = moved == upper ? liquid(number + 1, upper.moles()) : 0;
            double drain = moved == upper && number + 1 < spec.stages() ? 1 / spec.tau() : 0;
            for (int i = 0; i < lower.components(); i++) {
                double net = up * lower.vapourSlope(i) - down * upper.liquidSlope(i) - drain * upper.liquid(i);
                sink.move(lower.offset() + i, upper.offset() + i, net);
            }
        }
    }

    /** The feed, all of it onto its stage; its vapour is counted in the vapour flow above. */
    private final class Feed implements Link {
        private final MolarStage stage = stages.get(spec.feedStage() - 1);
        private final int[] fractions;
        private final double[] z;

        Feed(int[] fractions) {
            this.fractions = fractions;
            this.z = new double[fractions.length];
        }

        @Override
        public String id() {
            return "feed";
        }

        @Override
        public List<StateBlock> blocks() {
            return List.of(stage);
        }

        @Override
        public void prepare(ProcessInputs inputs) {
            for (int i = 0; i < z.length; i++) {
                z[i] = inputs.get(fractions[i]);
            }
        }

        @Override
        public void flows(FlowSink sink) {
            for (int i = 0; i < z.length; i++) {
                sink.boundary(stage.offset() + i, i, feed * z[i]);
            }
        }

        @Override
        public void slopes(StateBlock moved, FlowSink sink) {
            // the feed does not depend on the column
        }
    }

    /** A product under proportional level control. */
    private final class Product implements Link {
        private final String name;
        private final MolarStage stage;
        private final double nominal;

        Product(String name, MolarStage stage, double nominal) {
            this.name = name;
            this.stage = stage;
            this.nominal = nominal;
        }

        @Override
        public String id() {
            return name;
        }

        @Override
        public List<StateBlock> blocks() {
            return List.of(stage);
        }

        @Override
        public void flows(FlowSink sink) {
            double flow = nominal + spec.levelGain() * (stage.moles() - spec.holdup());
            for (int i = 0; i < stage.components(); i++) {
                sink.leave(stage.offset() + i, i, flow * stage.liquid(i));
            }
        }

        @Override
        public void slopes(StateBlock moved, FlowSink sink) {
            double flow = nominal + spec.levelGain() * (stage.moles() - spec.holdup());
            for (int i = 0; i < stage.components(); i++) {
                double slope = spec.levelGain() * stage.liquid(i) + flow * stage.liquidSlope(i);
                sink.leave(stage.offset() + i, i, slope);
            }
        }

        @Override
        public void publish(VariableSink variables) {
            variables.put(name + ".x", "1", () -> stage.liquid(0));
            variables.put(name + ".M", "mol", stage::moles);
        }
    }
}
