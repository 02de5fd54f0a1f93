package org.openots.simulator.field;

import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.signal.Signal;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.signal.SignalBoard;

/**
 * A point of the inspection round: target {@code CHECK.<id>}. Orders: inspect (it was looked at), report with the id of a
 * defect as text, empty for normal (which is an inspection too). Publishes {@code CHECK.<id>} (1 once inspected),
 * {@code CHECK.<id>.REPORT} (NaN before the first report, 0 normal, else the number of the defect) and, hidden from
 * students, {@code HIDDEN.CHECK.<id>} (number of the defect that is there, 0 none).
 *
 * <p>Impairments: one flag for each defect that can be seen there. They come first; the defect drawn at the start of the
 * run stays until somebody looks for it, as nobody repairs it.
 */
public final class InspectionPoint implements FieldTask, Impairable {
    /** Beginning of targets and signals of inspection points. */
    public static final String CHECK = "CHECK.";

    /** Order that says what was found. */
    public static final String REPORT = "report";

    /** End of the signals that tell what was reported. */
    public static final String REPORTED = ".REPORT";

    private static final int NO_REPORT = -1;

    private final CheckItem item;
    private final SignalBoard board;
    private final ImpairmentSet impairments;
    private final int doneSignal;
    private final int reportSignal;
    private final int defectSignal;

    private boolean done;
    private int seeded;
    private int reported = NO_REPORT;
    /** What was there when the last report was given. */
    private int there = NO_REPORT;

    private int wrong;

    /**
     * Builds the point and declares its signals.
     *
     * @param item from the pack
     * @param board holds the signals
     */
    public InspectionPoint(CheckItem item, SignalBoard board) {
        this.item = item;
        this.board = board;
        this.impairments = new ImpairmentSet(
                target(),
                item.defects().stream()
                        .map(defect -> ImpairmentKind.flag(defect.id()))
                        .toArray(ImpairmentKind[]::new));
        LocalText text = item.text();
        this.doneSignal = board.declare(target(), "", text);
        this.reportSignal =
                board.declare(target() + REPORTED, "", new LocalText("巡检上报：" + text.zh(), "reported: " + text.en()));
        this.defectSignal = board.declare(
                Signal.HIDDEN + target(), "", new LocalText("实际缺陷：" + text.zh(), "defect there: " + text.en()));
    }

    @Override
    public String target() {
        return CHECK + item.id();
    }

    /**
     * The point.
     *
     * @return from the pack
     */
    public CheckItem item() {
        return item;
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    /** Puts a defect there for the whole run. */
    void seed(InspectionDefect defect) {
        seeded = defect.code();
    }

    /**
     * Whether it was inspected.
     *
     * @return true once the order was given
     */
    public boolean done() {
        return done;
    }

    /** Number of the defect that is there, 0 for none. */
    int present() {
        for (int i = 0; i < impairments.kinds().size(); i++) {
            if (impairments.on(i)) {
                return item.defects().get(i).code();
            }
        }
        return seeded;
    }

    /** Whether the last report was right when it was given. */
    boolean right() {
        return reported != NO_REPORT && reported == there;
    }

    /** Whether the last report named the defect that was there when it was given. */
    boolean found() {
        return right() && reported > 0;
    }

    /** Reports so far that were wrong when they were given; the same one twice in a row counts once. */
    int wrong() {
        return wrong;
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("inspect", VerbRule.PLAIN, REPORT, VerbRule.PLAIN);
    }

    @Override
    public void checkText(Order order) {
        if (!order.verb().equals(REPORT)) {
            FieldTask.super.checkText(order);
        } else if (!order.text().isEmpty() && InspectionDefect.of(order.text()).isEmpty()) {
            throw new OtsException(
                    AutomationError.UNKNOWN_DEFECT,
                    target(),
                    Brief.of(order.text()),
                    String.join(", ", InspectionDefect.ids()));
        }
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        done = true;
        if (order.verb().equals(REPORT)) {
            int now = InspectionDefect.of(order.text())
                    .map(InspectionDefect::code)
                    .orElse(0);
            int present = present();
            boolean repeated = now == reported && present == there;
            wrong += now != present && !repeated ? 1 : 0;
            reported = now;
            there = present;
        }
        return Optional.empty();
    }

    @Override
    public void scan() {
        board.flag(doneSignal, done);
        board.set(reportSignal, reported == NO_REPORT ? Double.NaN : reported);
        board.set(defectSignal, present());
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of(target(), VerbRule.choice(0, 1));
    }

    @Override
    public void preset(String name, double value) {
        done = value >= 0.5;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeBoolean(done);
        writer.writeInt(seeded);
        writer.writeInt(reported);
        writer.writeInt(there);
        writer.writeInt(wrong);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        done = reader.readBoolean();
        seeded = reader.readInt();
        reported = reader.readInt();
        there = reader.readInt();
        wrong = reader.readInt();
        impairments.restore(reader);
    }
}
