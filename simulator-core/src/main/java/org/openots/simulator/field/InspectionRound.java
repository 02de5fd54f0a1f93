package org.openots.simulator.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openots.common.signal.Signal;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Presettable;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.random.SplitMix64;
import org.openots.simulator.signal.SignalBoard;

/**
 * The inspection points of a plant. An initial condition may preset {@code CHECK.DEFECTS}: so many points, drawn by the
 * seed of the run, then have a defect. Publishes {@code CHECK.COUNT} (points inspected) and {@code CHECK.TOTAL}; hidden
 * from students {@code HIDDEN.CHECK.DEFECTS} (points with a defect now), {@code .FOUND} (points whose defect was reported),
 * {@code .RIGHT} (points whose last report was right when given) and {@code .WRONG} (reports so far that were wrong when
 * given).
 */
public final class InspectionRound implements Presettable {
    /** Preset: how many defects to draw. */
    public static final String DEFECTS = "CHECK.DEFECTS";

    private static final String HIDDEN = Signal.HIDDEN + InspectionPoint.CHECK;

    private final List<InspectionPoint> points = new ArrayList<>();
    private final SignalBoard board;
    private final long seed;
    private final int countSignal;
    private final int totalSignal;
    private final int defectsSignal;
    private final int foundSignal;
    private final int rightSignal;
    private final int wrongSignal;

    /**
     * Builds the points and declares their signals.
     *
     * @param items the points
     * @param board holds the signals
     * @param seed seed of the run
     */
    public InspectionRound(List<CheckItem> items, SignalBoard board, long seed) {
        this.board = board;
        this.seed = seed;
        for (CheckItem item : items) {
            points.add(new InspectionPoint(item, board));
        }
        this.countSignal = board.declare("CHECK.COUNT", "", new LocalText("已检查点数", "points inspected"));
        this.totalSignal = board.declare("CHECK.TOTAL", "", new LocalText("检查点总数", "inspection points"));
        this.defectsSignal =
                board.declare(Signal.HIDDEN + DEFECTS, "", new LocalText("有缺陷的检查点数", "points with a defect"));
        this.foundSignal = board.declare(HIDDEN + "FOUND", "", new LocalText("已查出缺陷数", "defects found"));
        this.rightSignal = board.declare(HIDDEN + "RIGHT", "", new LocalText("上报正确的点数", "points reported rightly"));
        this.wrongSignal = board.declare(HIDDEN + "WRONG", "", new LocalText("错误上报次数", "wrong reports"));
    }

    /**
     * The points as tasks.
     *
     * @return in the order of the pack
     */
    public List<InspectionPoint> points() {
        return List.copyOf(points);
    }

    /**
     * The defects that are there.
     *
     * @return in the order of the points
     */
    public List<VisibleDefect> visible() {
        List<VisibleDefect> list = new ArrayList<>();
        for (InspectionPoint point : points) {
            InspectionDefect.ofCode(point.present())
                    .ifPresent(defect -> list.add(new VisibleDefect(point.item().id(), defect)));
        }
        return list;
    }

    /** Publishes the counts; the points publish themselves. */
    public void scan() {
        int done = 0;
        int defects = 0;
        int found = 0;
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < points.size(); i++) { // an iterator would be allocated at every tick
            InspectionPoint point = points.get(i);
            done += point.done() ? 1 : 0;
            defects += point.present() > 0 ? 1 : 0;
            found += point.found() ? 1 : 0;
            right += point.right() ? 1 : 0;
            wrong += point.wrong();
        }
        board.set(countSignal, done);
        board.set(totalSignal, points.size());
        board.set(defectsSignal, defects);
        board.set(foundSignal, found);
        board.set(rightSignal, right);
        board.set(wrongSignal, wrong);
    }

    @Override
    public Map<String, VerbRule> presets() {
        int most = (int) points.stream()
                .filter(point -> !point.item().defects().isEmpty())
                .count();
        return Map.of(DEFECTS, VerbRule.choice(0, most));
    }

    /** Draws points without drawing one twice, and for each one of its defects. */
    @Override
    public void preset(String name, double value) {
        SplitMix64 random = new SplitMix64(seed, DEFECTS);
        List<InspectionPoint> left = new ArrayList<>(points);
        left.removeIf(point -> point.item().defects().isEmpty());
        for (int i = 0; i < (int) value; i++) {
            InspectionPoint point = left.remove(below(random, left.size()));
            List<InspectionDefect> possible = point.item().defects();
            point.seed(possible.get(below(random, possible.size())));
        }
    }

    private static int below(SplitMix64 random, int count) {
        return (int) (random.nextUniform() * count);
    }
}
