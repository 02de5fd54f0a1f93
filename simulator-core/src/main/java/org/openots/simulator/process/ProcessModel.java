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
import org.openots.simulator.solver.OdeSystem;
import org.openots.simulator.solver.Rodas3;
import org.openots.simulator.solver.SteadyState;
import org.openots.simulator.solver.StepStatus;

/**
 * The process side of a plant: blocks with states, links between them, the integrator and the ledger of what crosses
 * the battery limits. Built from a flowsheet file; one instance per run, used by one thread.
 */
public final class ProcessModel implements ProcessPort {
    /** Share of all matter below which a component counts as a trace: ten parts in a billion. */
    private static final double TRACE = 1e-8;

    private final FlowsheetEquations equations;
    private final List<StateBlock> blocks;
    private final Link[] links;
    private final Follower[] followers;
    private final List<String> components;
    private final Ledger ledgerLayout;
    private final ProcessInputs inputs;
    private final Surroundings surroundings;
    private final Map<String, Integer> variableIndex = new LinkedHashMap<>();
    private final DoubleSupplier[] variables;
    private final ProcessUnits units;
    private final Rodas3 integrator;
    private final double[] y;
    private final double[] ledger;
    private final double[] derivative;
    private final double[] ledgerRate;
    private final double[] initialState;
    private long failures;

    /**
     * Puts a model together, in the cold, empty state.
     *
     * @param parts from a flowsheet
     */
    public ProcessModel(ProcessParts parts) {
        blocks = BlockOrder.place(parts.blocks(), parts.links());
        links = parts.links().toArray(new Link[0]);
        followers = parts.followers().toArray(new Follower[0]);
        components = List.copyOf(parts.components());
        inputs = parts.inputs();
        surroundings = parts.surroundings();
        ledgerLayout = new Ledger(components.size());
        equations = new FlowsheetEquations(blocks, parts.links(), ledgerLayout, inputs);
        int states = equations.structure().states();
        y = new double[states];
        initialState = new double[states];
        derivative = new double[states];
        ledger = new double[ledgerLayout.size()];
        ledgerRate = new double[ledgerLayout.size()];
        List<DoubleSupplier> suppliers = new ArrayList<>();
        Map<String, String> dimensions = new HashMap<>();
        parts.variables().forEach((name, variable) -> {
            variableIndex.put(name, suppliers.size());
            suppliers.add(variable.value());
            dimensions.put(name, variable.dimension());
        });
        units = new ProcessUnits(dimensions, inputs.ranges());
        variables = suppliers.toArray(new DoubleSupplier[0]);
        integrator = new Rodas3(equations, parts.jacobianAge(), Rodas3.CALM_ERROR);
        blocks.forEach(block -> block.startCold(y, surroundings));
        openLedger();
    }

    /**
     * Advances the process by one tick with the present inputs. If the integrator cannot, the state stays as it was and
     * the caller is told.
     *
     * @param seconds length of the tick
     * @return how it ended
     */
    public StepStatus step(double seconds) {
        for (Link link : links) {
            link.decide(inputs);
        }
        equations.prepare();
        StepStatus status = integrator.advance(y, ledger, seconds);
        if (status != StepStatus.ADVANCED) {
            failures++;
        }
        refresh();
        for (Follower follower : followers) {
            follower.follow(seconds, inputs);
        }
        return status;
    }

    @Override
    public void settle() {
        equations.changed();
        equations.prepare();
        refresh();
    }

    /** Brings all readable variables up to date with the present state. */
    private void refresh() {
        equations.evaluate(y, derivative, ledgerRate);
    }

    /**
     * Moves the process to the steady state of its present inputs, without any time passing, and opens the ledger there.
     * For processes that have one without controllers.
     *
     * @param accuracy largest last correction, as a share of each state; see {@link SteadyState#find}
     * @return false if it did not settle; the state is then undefined
     */
    public boolean settleSteady(double accuracy) {
        boolean found = new SteadyState(equations()).find(y, accuracy).isPresent();
        openLedger();
        return found;
    }

    /**
     * The equations, for the solver's own tests and for steady states.
     *
     * @return the right-hand side at the present inputs
     */
    public OdeSystem equations() {
        equations.prepare();
        return equations;
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
                holdup.fill(y, massFractions, volume, surroundings.temperature(), surroundings.pressure());
                equations.changed();
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
     * (initial + sum in) for matter, over the sum of |heat and enthalpy flows| for energy. A component of which there is
     * less than {@value #TRACE} of all matter is measured against that, because its balance is rounding.
     *
     * @return relative errors: components in order, inert, energy
     */
    public double[] closure() {
        int quantities = ledgerLayout.quantities();
        double[] result = new double[quantities];
        double[] before = equations.inventory(initialState, quantities);
        double[] now = equations.inventory(y, quantities);
        double matter = 0;
        for (int q = 0; q < ledgerLayout.energy(); q++) {
            matter += before[q] + ledger[ledgerLayout.in(q)];
        }
        for (int q = 0; q < quantities; q++) {
            double in = ledger[ledgerLayout.in(q)];
            double out = ledger[ledgerLayout.out(q)];
            double miss = FastMath.abs(now[q] - before[q] - (in - out));
            double basis = q == ledgerLayout.energy()
                    ? FastMath.abs(in) + FastMath.abs(out)
                    : FastMath.max(before[q] + in, TRACE * matter);
            result[q] = basis > 0 ? miss / basis : miss;
        }
        return result;
    }

    /**
     * Inert gas that has come in since the ledger was opened.
     *
     * @return mol
     */
    public double inertReceived() {
        return ledger[ledgerLayout.in(ledgerLayout.inert())];
    }

    /**
     * Whether the state makes physical sense as it stands; a step to one that does not is rejected, so this always holds.
     *
     * @return false if a mole number is negative beyond rounding
     */
    public boolean sound() {
        return equations.admissible(y);
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
        out.writeDoubles(equations.jacobianInputs());
        for (Follower follower : followers) {
            out.writeDoubles(follower.state());
        }
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
        in.readDoubles(equations.jacobianInputs());
        for (Follower follower : followers) {
            in.readDoubles(follower.state());
        }
        failures = in.readLong();
        System.arraycopy(equations.jacobianInputs(), 0, inputs.values(), 0, present.length);
        equations.prepare();
        equations.changed();
        integrator.restore(in);
        System.arraycopy(present, 0, inputs.values(), 0, present.length);
        settle();
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
        if (state.length != y.length || !equations.admissible(state)) {
            throw new OtsException(ProcessError.FOREIGN_STATE, state.length, y.length);
        }
        System.arraycopy(state, 0, y, 0, y.length);
        equations.changed();
    }

    /**
     * Names of the components, in the order of all composition arrays.
     *
     * @return the identifiers
     */
    public List<String> componentIds() {
        return components;
    }

    /**
     * Names of everything that holds liquid.
     *
     * @return the identifiers
     */
    public List<String> holdupIds() {
        return blocks.stream()
                .filter(Holdup.class::isInstance)
                .map(StateBlock::id)
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
