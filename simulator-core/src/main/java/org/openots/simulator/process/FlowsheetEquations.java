package org.openots.simulator.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openots.simulator.solver.BlockStructure;
import org.openots.simulator.solver.OdeSystem;

/**
 * The right-hand side of a flowsheet: blocks compute what depends on their own states, links add the flows between them.
 * The Jacobian is made by differences, block by block: a state is moved, its block and the links that touch the block
 * are computed again, and nothing else.
 */
final class FlowsheetEquations implements OdeSystem {
    private static final double[] NOWHERE = new double[0];

    private final StateBlock[] blocks;
    private final Link[] links;
    private final Link[][] linksOfBlock;
    private final int[][] touchedByBlock;
    private final BlockStructure structure;
    private final FlowSink sink;
    private final ProcessInputs inputs;
    private final double[] baseRate;
    private final double[] baseLedger;
    private final double[] jacobianInputs;
    private final int ledgerSize;
    private double[] evaluatedAt = NOWHERE;
    private boolean flowsCurrent;

    FlowsheetEquations(List<StateBlock> blockList, List<Link> linkList, Ledger ledger, ProcessInputs inputs) {
        blocks = blockList.toArray(new StateBlock[0]);
        links = linkList.toArray(new Link[0]);
        this.inputs = inputs;
        linksOfBlock = new Link[blocks.length][];
        touchedByBlock = new int[blocks.length][];
        structure = analyse();
        sink = new FlowSink(structure.states(), ledger);
        ledgerSize = ledger.size();
        baseRate = new double[structure.states()];
        baseLedger = new double[ledgerSize];
        jacobianInputs = inputs.values().clone();
    }

    private BlockStructure analyse() {
        List<int[]> couplings = new ArrayList<>();
        for (StateBlock block : blocks) {
            List<Link> mine =
                    Arrays.stream(links).filter(l -> l.blocks().contains(block)).toList();
            int[] touched = Stream.concat(Stream.of(block), mine.stream().flatMap(l -> l.blocks().stream()))
                    .mapToInt(StateBlock::index)
                    .distinct()
                    .sorted()
                    .toArray();
            linksOfBlock[block.index()] = mine.toArray(new Link[0]);
            touchedByBlock[block.index()] = touched;
            couplings.add(touched);
        }
        return new BlockStructure(
                Arrays.stream(blocks).mapToInt(StateBlock::size).toArray(), couplings);
    }

    /** Takes over the inputs of the coming tick. */
    void prepare() {
        flowsCurrent = false;
        for (Link link : links) {
            link.prepare(inputs);
        }
    }

    /** Forgets that the blocks were computed; to be called when a state has been written over. */
    void changed() {
        evaluatedAt = NOWHERE;
        flowsCurrent = false;
    }

    @Override
    public BlockStructure structure() {
        return structure;
    }

    @Override
    public int ledgerSize() {
        return ledgerSize;
    }

    /** The same state twice in a row costs only the flows, and nothing if the inputs are the same as well. */
    @Override
    public void evaluate(double[] state, double[] rates, double[] ledgerRates) {
        double[] rate = sink.rate();
        double[] boundary = sink.ledger();
        if (evaluatedAt != state || !flowsCurrent) {
            evaluateBlocks(state);
            sumFlows(rate, boundary);
        }
        System.arraycopy(rate, 0, rates, 0, rate.length);
        System.arraycopy(boundary, 0, ledgerRates, 0, boundary.length);
    }

    private void sumFlows(double[] rate, double[] boundary) {
        Arrays.fill(rate, 0);
        Arrays.fill(boundary, 0);
        for (StateBlock block : blocks) {
            block.ownRates(sink);
        }
        for (Link link : links) {
            link.flows(sink);
        }
        flowsCurrent = true;
    }

    private void evaluateBlocks(double[] state) {
        if (evaluatedAt == state) {
            return;
        }
        for (StateBlock block : blocks) {
            block.evaluate(state);
        }
        evaluatedAt = state;
    }

    @Override
    public void stateChanged() {
        changed();
    }

    @Override
    public void differentiate(double[] state, double[] jacobian, double[] gradient) {
        Arrays.fill(jacobian, 0);
        evaluateBlocks(state);
        flowsCurrent = false;
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
            double inverse = 1;
            if (block.slope(k)) {
                localSlopes(block);
            } else {
                double original = state[column];
                state[column] = original + block.perturbation(k, original);
                inverse = 1 / (state[column] - original);
                block.evaluate(state);
                local(block);
                subtractBase(block);
                state[column] = original;
            }
            for (int row : touchedByBlock[block.index()]) {
                int at = structure.position(row, block.index());
                int first = structure.offset(row);
                for (int r = 0; r < structure.size(row); r++) {
                    jacobian[at + r * block.size() + k] = rate[first + r] * inverse;
                }
            }
            for (int q = 0; q < boundary.length; q++) {
                gradient[q * states + column] = boundary[q] * inverse;
            }
        }
        block.evaluate(state);
    }

    /** Rates of everything that depends on one block. */
    private void local(StateBlock block) {
        clear(block);
        block.ownRates(sink);
        for (Link link : linksOfBlock[block.index()]) {
            link.flows(sink);
        }
    }

    private void localSlopes(StateBlock block) {
        clear(block);
        for (Link link : linksOfBlock[block.index()]) {
            link.slopes(block, sink);
        }
    }

    private void clear(StateBlock block) {
        double[] rate = sink.rate();
        for (int row : touchedByBlock[block.index()]) {
            int first = structure.offset(row);
            Arrays.fill(rate, first, first + structure.size(row), 0);
        }
        Arrays.fill(sink.ledger(), 0);
    }

    private void subtractBase(StateBlock block) {
        double[] rate = sink.rate();
        for (int row : touchedByBlock[block.index()]) {
            int first = structure.offset(row);
            for (int r = first; r < first + structure.size(row); r++) {
                rate[r] -= baseRate[r];
            }
        }
        double[] boundary = sink.ledger();
        for (int q = 0; q < boundary.length; q++) {
            boundary[q] -= baseLedger[q];
        }
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
    public void jacobianComputed() {
        System.arraycopy(inputs.values(), 0, jacobianInputs, 0, jacobianInputs.length);
    }

    /** Inputs at the time of the Jacobian in use; the live array. */
    double[] jacobianInputs() {
        return jacobianInputs;
    }

    /** Moles of each component and of the inert, and energy in J, in all blocks. */
    double[] inventory(double[] state, int quantities) {
        double[] sum = new double[quantities];
        for (StateBlock block : blocks) {
            block.addInventory(state, sum);
        }
        return sum;
    }
}
