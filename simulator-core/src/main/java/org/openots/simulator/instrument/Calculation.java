package org.openots.simulator.instrument;

import java.util.List;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.signal.Formula;
import org.openots.simulator.signal.SignalBoard;

/** The working part of a calculated tag. Built when all signals are declared; computes one value per scan. */
interface Calculation extends Stateful {
    double PERCENT = 100;

    /** The value of this scan. */
    double compute();

    @Override
    default void save(StateWriter writer) {
        // most calculations remember nothing
    }

    @Override
    default void restore(StateReader reader) {
        // most calculations remember nothing
    }

    /** Puts what was added up back to zero. */
    default void reset() {}

    private static int[] indices(List<String> signals, SignalBoard board) {
        return signals.stream().mapToInt(board::index).toArray();
    }

    private static double sum(int[] indices, SignalBoard board) {
        double sum = 0;
        for (int index : indices) {
            sum += board.value(index);
        }
        return sum;
    }

    /** Builds the calculation of a rule. */
    static Calculation of(CalculatedDefinition.Rule rule, SignalBoard board, Formula formula, double tickSeconds) {
        if (rule instanceof CalculatedDefinition.Sum sum) {
            return new Sum(sum, board);
        }
        if (rule instanceof CalculatedDefinition.Select select) {
            return new Select(select, board);
        }
        if (rule instanceof CalculatedDefinition.Balance balance) {
            return balance(balance, board);
        }
        if (rule instanceof CalculatedDefinition.MovingAverage average) {
            return new MovingAverage(average, board, tickSeconds);
        }
        if (rule instanceof CalculatedDefinition.Total total) {
            return new Total(total, board, tickSeconds);
        }
        if (rule instanceof CalculatedDefinition.LeadLag lead) {
            return new LeadLag(lead, board, tickSeconds);
        }
        if (rule instanceof CalculatedDefinition.Compensated item) {
            int temperature = board.index(item.temperature());
            int pressure = board.index(item.pressure());
            return () -> board.value(temperature) - item.slope() * (board.value(pressure) - item.reference());
        }
        return formula::value;
    }

    private static Calculation balance(CalculatedDefinition.Balance balance, SignalBoard board) {
        int[] in = indices(balance.in(), board);
        int[] out = indices(balance.out(), board);
        return () -> {
            double given = sum(in, board);
            double imbalance = (given - sum(out, board)) / given * PERCENT;
            return given < balance.smallest() ? 0 : imbalance;
        };
    }

    /** Weighted sum. */
    final class Sum implements Calculation {
        private final SignalBoard board;
        private final int[] indices;
        private final double[] factors;
        private final double offset;

        Sum(CalculatedDefinition.Sum rule, SignalBoard board) {
            this.board = board;
            this.indices = rule.terms().stream()
                    .mapToInt(term -> board.index(term.signal()))
                    .toArray();
            this.factors = rule.terms().stream()
                    .mapToDouble(CalculatedDefinition.Term::factor)
                    .toArray();
            this.offset = rule.offset();
        }

        @Override
        public double compute() {
            double sum = offset;
            for (int i = 0; i < indices.length; i++) {
                sum += factors[i] * board.value(indices[i]);
            }
            return sum;
        }
    }

    /** One of several measurements: the valid ones are sorted into a scratch array. */
    final class Select implements Calculation {
        private final SignalBoard board;
        private final int[] indices;
        private final CalculatedDefinition.Choice choice;
        private final double[] sorted;

        Select(CalculatedDefinition.Select rule, SignalBoard board) {
            this.board = board;
            this.indices = indices(rule.signals(), board);
            this.choice = rule.choice();
            this.sorted = new double[indices.length];
        }

        @Override
        public double compute() {
            int count = 0;
            double sum = 0;
            for (int index : indices) {
                double value = board.value(index);
                if (!Double.isNaN(value)) {
                    insert(value, count);
                    sum += value;
                    count++;
                }
            }
            if (count == 0) {
                return Double.NaN;
            }
            return switch (choice) {
                case HIGH -> sorted[count - 1];
                case LOW -> sorted[0];
                case MEDIAN -> (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
                case AVERAGE -> sum / count;
            };
        }

        private void insert(double value, int count) {
            int place = count;
            while (place > 0 && sorted[place - 1] > value) {
                sorted[place] = sorted[place - 1];
                place--;
            }
            sorted[place] = value;
        }
    }

    /** Mean over a window that moves in steps of a sixtieth of its length. */
    final class MovingAverage implements Calculation {
        private static final int SLOTS = 60;

        private final SignalBoard board;
        private final int index;
        private final long slotTicks;
        private final double[] sums = new double[SLOTS];
        private final double[] counts = new double[SLOTS];
        private int slot;
        private long slotTick;

        MovingAverage(CalculatedDefinition.MovingAverage rule, SignalBoard board, double tickSeconds) {
            this.board = board;
            this.index = board.index(rule.signal());
            this.slotTicks = Math.max(1, Math.round(rule.windowSeconds() / SLOTS / tickSeconds));
        }

        @Override
        public double compute() {
            if (slotTick >= slotTicks) {
                slotTick = 0;
                slot = (slot + 1) % SLOTS;
                sums[slot] = 0;
                counts[slot] = 0;
            }
            slotTick++;
            double value = board.value(index);
            if (!Double.isNaN(value)) {
                sums[slot] += value;
                counts[slot]++;
            }
            double sum = 0;
            double count = 0;
            for (int i = 0; i < SLOTS; i++) {
                sum += sums[i];
                count += counts[i];
            }
            return count > 0 ? sum / count : Double.NaN;
        }

        @Override
        public void save(StateWriter writer) {
            writer.writeDoubles(sums);
            writer.writeDoubles(counts);
            writer.writeInt(slot);
            writer.writeLong(slotTick);
        }

        @Override
        public void restore(StateReader reader) {
            reader.readDoubles(sums);
            reader.readDoubles(counts);
            slot = reader.readInt();
            slotTick = reader.readLong();
        }
    }

    /** Total of a flow. */
    final class Total implements Calculation {
        private final SignalBoard board;
        private final int index;
        private final double share;
        private double total;

        Total(CalculatedDefinition.Total rule, SignalBoard board, double tickSeconds) {
            this.board = board;
            this.index = board.index(rule.signal());
            this.share = tickSeconds / rule.perSeconds();
        }

        @Override
        public double compute() {
            double flow = board.value(index);
            total += Double.isNaN(flow) ? 0 : flow * share;
            return total;
        }

        @Override
        public void reset() {
            total = 0;
        }

        @Override
        public void save(StateWriter writer) {
            writer.writeDouble(total);
        }

        @Override
        public void restore(StateReader reader) {
            total = reader.readDouble();
        }
    }

    /** Lead-lag, split into a direct part and a first-order lag. */
    final class LeadLag implements Calculation {
        private final SignalBoard board;
        private final int index;
        private final double direct;
        private final double share;
        private double lagged = Double.NaN;

        LeadLag(CalculatedDefinition.LeadLag rule, SignalBoard board, double tickSeconds) {
            this.board = board;
            this.index = board.index(rule.signal());
            this.direct = rule.leadSeconds() / rule.lagSeconds();
            this.share = tickSeconds / (rule.lagSeconds() + tickSeconds);
        }

        @Override
        public double compute() {
            double value = board.value(index);
            lagged = Double.isNaN(lagged) ? value : lagged + share * (value - lagged);
            return direct * value + (1 - direct) * lagged;
        }

        @Override
        public void save(StateWriter writer) {
            writer.writeDouble(lagged);
        }

        @Override
        public void restore(StateReader reader) {
            lagged = reader.readDouble();
        }
    }
}
