package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.solver.BlockStructure;
import org.openots.simulator.solver.OdeSystem;
import org.openots.simulator.solver.Rodas3;
import org.openots.simulator.solver.StepStatus;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.PropertyPackage;

/**
 * The process side of a plant: blocks with states, links between them, the integrator and the ledger of what crosses
 * the battery limits. Built from a flowsheet by {@link FlowsheetBuilder}; one instance per run, used by one thread.
 */
public final class ProcessModel implements OdeSystem, ProcessPort {
    /** Relative error per step: 1e-3; looser tolerances need more steps in start-up, not fewer. */
    static final double RELATIVE_TOLERANCE = 1e-3;

    /** Accepted steps for which a Jacobian is kept. */
    private static final int JACOBIAN_AGE = 100;

    private final PropertyPackage properties;
    private final List<StateBlock> blocks;
    private final List<Link> links;
    private final Link[][] linksOfBlock;
    private final int[][] touchedByBlock;
    private final BlockStructure structure;
    private final FlowSink sink;
    private final Ledger ledgerLayout;
    private final ProcessInputs inputs;
    private final Surroundings surroundings;
    private final CoolingWater coolingWater;
    private final GasDetection gasDetection;
    private final Map<String, Integer> variableIndex = new LinkedHashMap<>();
    private final DoubleSupplier[] variables;
    private final ProcessUnits units;
    private final Rodas3 integrator;
    private final double[] y;
    private final double[] ledger;
    private final double[] derivative;
    private final double[] ledgerRate;
    private final double[] baseRate;
    private final double[] baseLedger;
    private final double[] initialState;
    private final double[] jacobianInputs;
    private long failures;

    ProcessModel(ProcessParts parts) {
        properties = parts.properties();
        blocks = List.copyOf(parts.blocks());
        links = List.copyOf(parts.links());
        inputs = parts.inputs();
        surroundings = parts.surroundings();
        coolingWater = parts.coolingWater();
        gasDetection = parts.gasDetection();
        linksOfBlock = new Link[blocks.size()][];
        touchedByBlock = new int[blocks.size()][];
        structure = analyse();
        ledgerLayout = new Ledger(properties.components().size());
        sink = new FlowSink(structure.states(), ledgerLayout, properties);
        y = new double[structure.states()];
        initialState = new double[structure.states()];
        jacobianInputs = inputs.values().clone();
        ledger = new double[ledgerLayout.size()];
        derivative = new double[structure.states()];
        ledgerRate = new double[ledgerLayout.size()];
        baseRate = new double[structure.states()];
        baseLedger = new double[ledgerLayout.size()];
        List<DoubleSupplier> suppliers = new ArrayList<>();
        Map<String, String> dimensions = new HashMap<>();
        parts.variables().forEach((name, variable) -> {
            variableIndex.put(name, suppliers.size());
            suppliers.add(variable.value());
            dimensions.put(name, variable.dimension());
        });
        units = new ProcessUnits(dimensions, inputs.ranges());
        variables = suppliers.toArray(new DoubleSupplier[0]);
        integrator = new Rodas3(this, JACOBIAN_AGE);
    }

    private BlockStructure analyse() {
        List<int[]> couplings = new ArrayList<>();
        for (StateBlock block : blocks) {
            List<Link> mine =
                    links.stream().filter(l -> l.blocks().contains(block)).toList();
            int[] touched = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(block), mine.stream().flatMap(l -> l.blocks().stream()))
                    .mapToInt(StateBlock::index)
                    .distinct()
                    .sorted()
                    .toArray();
            linksOfBlock[block.index()] = mine.toArray(new Link[0]);
            touchedByBlock[block.index()] = touched;
            couplings.add(touched);
        }
        return new BlockStructure(blocks.stream().mapToInt(StateBlock::size).toArray(), couplings);
    }

    /**
     * Advances the process by one tick with the present inputs. If the integrator cannot, the state stays as it was and
     * the caller is told.
     *
     * @param seconds length of the tick
     * @return how it ended
     */
    public StepStatus step(double seconds) {
        prepare();
        StepStatus status = integrator.advance(y, ledger, seconds);
        if (status != StepStatus.ADVANCED) {
            failures++;
        }
        refresh();
        gasDetection.step(seconds, inputs, surroundings.temperature(), surroundings.pressure());
        return status;
    }

    @Override
    public void settle() {
        prepare();
        refresh();
    }

    private void prepare() {
        coolingWater.prepare(inputs);
        for (Link link : links) {
            link.prepare(inputs);
        }
    }

    /** Brings all readable variables up to date with the present state. */
    void refresh() {
        evaluate(y, derivative, ledgerRate);
    }

    @Override
    public void evaluate(double[] state, double[] rates, double[] ledgerRates) {
        double[] rate = sink.rate();
        double[] boundary = sink.ledger();
        Arrays.fill(rate, 0);
        Arrays.fill(boundary, 0);
        for (StateBlock block : blocks) {
            block.evaluate(state);
        }
        for (StateBlock block : blocks) {
            block.ownRates(sink);
        }
        for (Link link : links) {
            link.flows(sink);
        }
        System.arraycopy(rate, 0, rates, 0, rate.length);
        System.arraycopy(boundary, 0, ledgerRates, 0, boundary.length);
    }

    @Override
    public void differentiate(double[] state, double[] jacobian, double[] gradient) {
        Arrays.fill(jacobian, 0);
        for (StateBlock block : blocks) {
            block.evaluate(state);
        }
        for (StateBlock block : blocks) {
            differentiateBlock(block, state, jacobian, gradient);
        }
    }

    private void differentiateBlock(StateBlock block, double[] state, double[] jacobian, double[] gradient) {
        double[] rate = sink.rate();
        double[] boundary = sink.ledger();
        local(block);
        System.arraycopy(rate, 0, baseRate, 0, rate.length);
        System.arraycopy(boundary, 0, baseLedger, 0, boundary.length);
        int states = structure.states();
        for (int k = 0; k < block.size(); k++) {
            int column = block.offset() + k;
            double original = state[column];
            state[column] = original + block.perturbation(k, original);
            double inverse = 1 / (state[column] - original);
            block.evaluate(state);
            local(block);
            state[column] = original;
            for (int row : touchedByBlock[block.index()]) {
                int at = structure.position(row, block.index());
                int first = structure.offset(row);
                for (int r = 0; r < structure.size(row); r++) {
                    jacobian[at + r * block.size() + k] = (rate[first + r] - baseRate[first + r]) * inverse;
                }
            }
            for (int q = 0; q < boundary.length; q++) {
                gradient[q * states + column] = (boundary[q] - baseLedger[q]) * inverse;
            }
        }
        block.evaluate(state);
    }

    /** Rates of everything that depends on one block. */
    private void local(StateBlock block) {
        double[] rate = sink.rate();
        for (int row : touchedByBlock[block.index()]) {
            int first = structure.offset(row);
            Arrays.fill(rate, first, first + structure.size(row), 0);
        }
        Arrays.fill(sink.ledger(), 0);
        block.ownRates(sink);
        for (Link link : linksOfBlock[block.index()]) {
            link.flows(sink);
        }
    }

    @Override
    public BlockStructure structure() {
        return structure;
    }

    @Override
    public int ledgerSize() {
        return ledgerLayout.size();
    }

    @Override
    public void errorScale(double[] state, double[] scale) {
        for (StateBlock block : blocks) {
            block.errorScale(state, scale);
        }
    }

    @Override
    public boolean admissible(double[] state) {
        for (StateBlock block : blocks) {
            if (!block.admissible(state)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int variable(String name) {
        Integer index = variableIndex.get(name);
        if (index == null) {
            throw new OtsException(ProcessError.UNKNOWN_VARIABLE, name, String.join(" ", variableIndex.keySet()));
        }
        return index;
    }

    @Override
    public double read(int variable) {
        return variables[variable].getAsDouble();
    }

    @Override
    public int actuator(String name) {
        return inputs.find(name);
    }

    @Override
    public void drive(int actuator, double fraction) {
        inputs.set(actuator, fraction);
    }

    /**
     * The value a parameter has without any fault.
     *
     * @param actuator index from {@link #actuator}
     * @return the nominal value
     */
    public double nominal(int actuator) {
        return inputs.nominal(actuator);
    }

    /**
     * Empties the plant: every holdup holds air at the surroundings' temperature and pressure.
     */
    void startCold() {
        for (StateBlock block : blocks) {
            if (block instanceof Holdup holdup) {
                holdup.fillWithAir(y, surroundings.temperature(), surroundings.pressure());
            } else if (block instanceof HeatingElement element) {
                element.setTemperature(y, surroundings.temperature());
            }
        }
    }

    /**
     * Puts liquid into a holdup at the surroundings' temperature and leaves the rest of its volume to air.
     *
     * @param holdupId name in the flowsheet
     * @param massFractions of the components, in order; they need not sum to one
     * @param volume m3
     * @throws OtsException if there is no such holdup
     */
    public void charge(String holdupId, double[] massFractions, double volume) {
        for (StateBlock block : blocks) {
            if (block instanceof Holdup holdup && holdup.id().equals(holdupId)) {
                double[] moles = new double[massFractions.length];
                double sum = 0;
                for (int i = 0; i < moles.length; i++) {
                    moles[i] = massFractions[i] / properties.components().get(i).molarMass();
                    sum += moles[i];
                }
                for (int i = 0; i < moles.length; i++) {
                    moles[i] /= sum;
                }
                holdup.fill(y, moles, volume, surroundings.temperature(), surroundings.pressure());
                return;
            }
        }
        throw new OtsException(ProcessError.UNKNOWN_ELEMENT, "initial condition", holdupId);
    }

    /** Takes the present state as the start of the ledger. */
    public void openLedger() {
        System.arraycopy(y, 0, initialState, 0, y.length);
        Arrays.fill(ledger, 0);
        settle();
    }

    /**
     * How well the balances close since the ledger was opened: |final - initial - sum(in - out)| over
     * (initial + sum in) for matter, over the sum of |heat and enthalpy flows| for energy.
     *
     * @return relative errors: components in order, inert, energy
     */
    public double[] closure() {
        int quantities = ledgerLayout.quantities();
        double[] result = new double[quantities];
        double[] before = inventory(initialState);
        double[] now = inventory(y);
        for (int q = 0; q < quantities; q++) {
            double in = ledger[ledgerLayout.in(q)];
            double out = ledger[ledgerLayout.out(q)];
            double miss = FastMath.abs(now[q] - before[q] - (in - out));
            double basis = q == ledgerLayout.energy() ? FastMath.abs(in) + FastMath.abs(out) : before[q] + in;
            result[q] = basis > 0 ? miss / basis : miss;
        }
        return result;
    }

    /** Moles of each component and of the inert, and energy in J, in all blocks. */
    double[] inventory(double[] state) {
        int nc = properties.components().size();
        double[] sum = new double[ledgerLayout.quantities()];
        for (StateBlock block : blocks) {
            int at = block.offset();
            if (block instanceof Holdup holdup) {
                for (int i = 0; i < nc; i++) {
                    sum[i] += state[at + i] + state[at + nc + i];
                }
                sum[nc] += state[at + 2 * nc];
                sum[nc + 1] += state[holdup.energyOffset()] / Holdup.ENERGY_SCALE;
            } else {
                sum[nc + 1] += state[at] / Holdup.ENERGY_SCALE;
            }
        }
        return sum;
    }

    @Override
    public void jacobianComputed() {
        System.arraycopy(inputs.values(), 0, jacobianInputs, 0, jacobianInputs.length);
    }

    /**
     * Writes everything the future of the process depends on.
     *
     * @param out where to
     */
    public void save(StateWriter out) {
        out.section("process");
        out.writeInt(y.length);
        out.writeDoubles(y);
        out.writeDoubles(ledger);
        out.writeDoubles(initialState);
        out.writeDoubles(inputs.values());
        out.writeDoubles(jacobianInputs);
        out.writeDoubles(gasDetection.state());
        out.writeLong(failures);
        integrator.save(out);
    }

    /**
     * Restores what {@link #save} wrote; the process goes on bit for bit as it would have.
     *
     * @param in where from
     * @throws OtsException if the state belongs to another flowsheet
     */
    public void restore(StateReader in) {
        in.section("process");
        int length = in.readInt();
        if (length != y.length) {
            throw new OtsException(ProcessError.FOREIGN_STATE, length, y.length);
        }
        in.readDoubles(y);
        in.readDoubles(ledger);
        in.readDoubles(initialState);
        double[] present = new double[inputs.values().length];
        in.readDoubles(present);
        in.readDoubles(jacobianInputs);
        in.readDoubles(gasDetection.state());
        failures = in.readLong();
        System.arraycopy(jacobianInputs, 0, inputs.values(), 0, present.length);
        prepare();
        integrator.restore(in);
        System.arraycopy(present, 0, inputs.values(), 0, present.length);
        prepare();
        refresh();
    }

    /**
     * The integrator's counters.
     *
     * @return accepted steps, rejected attempts, ticks that failed
     */
    public SolverCounts solverCounts() {
        return new SolverCounts(integrator.steps(), integrator.rejections(), failures);
    }

    /**
     * Counters of the integrator.
     *
     * @param steps accepted steps
     * @param rejected rejected attempts
     * @param failures ticks in which the state had to be held
     */
    public record SolverCounts(long steps, long rejected, long failures) {}

    /**
     * The state vector.
     *
     * @return a copy
     */
    public double[] stateVector() {
        return y.clone();
    }

    /**
     * Replaces the state vector, for initial conditions.
     *
     * @param state from {@link #stateVector} of the same flowsheet
     * @throws OtsException if it has another length or makes no physical sense
     */
    public void setStateVector(double[] state) {
        if (state.length != y.length || !admissible(state)) {
            throw new OtsException(ProcessError.FOREIGN_STATE, state.length, y.length);
        }
        System.arraycopy(state, 0, y, 0, y.length);
    }

    /**
     * Names of the components, in the order of all composition arrays.
     *
     * @return the identifiers
     */
    public List<String> componentIds() {
        return properties.components().stream().map(Component::id).toList();
    }

    /**
     * Names of everything that holds liquid.
     *
     * @return the identifiers
     */
    public List<String> holdupIds() {
        return blocks.stream()
                .filter(Holdup.class::isInstance)
                .map(block -> ((Holdup) block).id())
                .toList();
    }

    /**
     * Everything that {@link #variable} knows.
     *
     * @return the names
     */
    public List<String> variableNames() {
        return variableIndex.keySet().stream().sorted().toList();
    }

    /**
     * Everything that {@link #actuator} knows.
     *
     * @return the names
     */
    public List<String> actuatorNames() {
        return List.copyOf(inputs.names());
    }

    /** Units of {@link #variableNames} and ranges of {@link #actuatorNames}; the same for every state. */
    public ProcessUnits units() {
        return units;
    }
}
