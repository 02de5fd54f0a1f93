package org.openots.instructor.headless.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openots.instructor.headless.trend.PenPath.Point;

/** Lines keep their extremes and stay near their samples, with few places. */
class PenPathTest {
    private static final Frame FRAME = new Frame(0, 0, 100, 100, 0, 1);

    /** Half of the thinnest line, tenths of a pixel. */
    private static final double NEAR = 6;

    @Test
    void aSpikeOfOneSampleStays() {
        double[] values = new double[20_000];
        java.util.Arrays.fill(values, 0.5);
        values[7777] = 0.9;
        values[7778] = 0.1;
        List<Point> line = PenPath.strokes(values, FRAME).get(0);
        assertThat(line).anyMatch(p -> p.y() == FRAME.y(0.9)).anyMatch(p -> p.y() == FRAME.y(0.1));
        assertThat(line).hasSizeLessThan(12);
        assertThat(line.get(0)).isEqualTo(new Point(0, 500));
        assertThat(line.get(line.size() - 1)).isEqualTo(new Point(1000, 500));
    }

    @Test
    void everyColumnKeepsItsLowestAndHighest() {
        Random random = new Random(3);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            points.add(new Point(i / 3, random.nextInt(1000)));
        }
        List<Point> kept = PenPath.extremes(points);
        assertThat(points).containsAll(kept);
        for (int column = 0; column * 30 < 1000; column++) {
            int from = column * 30;
            assertThat(range(kept, from)).isEqualTo(range(points, from));
        }
        assertThat(kept).hasSizeLessThanOrEqualTo(2 * 34 + 2);
    }

    private static List<Integer> range(List<Point> points, int from) {
        List<Integer> ys = points.stream()
                .filter(p -> p.x() >= from && p.x() < from + 30)
                .map(Point::y)
                .sorted()
                .toList();
        return List.of(ys.get(0), ys.get(ys.size() - 1));
    }

    @Test
    void whatIsLeftOutLiesNearTheLine() {
        Random random = new Random(4);
        List<Point> points = new ArrayList<>();
        double y = 500;
        for (int x = 0; x < 5000; x += 1 + random.nextInt(30)) {
            y += random.nextGaussian() * 4;
            points.add(new Point(x, (int) Math.round(y)));
        }
        List<Point> line = PenPath.thinned(points);
        assertThat(line.size()).isLessThan(points.size());
        for (Point point : points) {
            assertThat(Math.abs(at(line, point.x()) - point.y())).isLessThanOrEqualTo(NEAR + 1e-9);
        }
    }

    private static double at(List<Point> line, int x) {
        for (int i = 1; i < line.size(); i++) {
            Point a = line.get(i - 1);
            Point b = line.get(i);
            if (x <= b.x()) {
                return b.x() == a.x() ? b.y() : a.y() + (b.y() - a.y()) * (double) (x - a.x()) / (b.x() - a.x());
            }
        }
        return line.get(line.size() - 1).y();
    }

    @Test
    void aJumpAtOnePlaceStaysStraight() {
        List<Point> jump = List.of(
                new Point(0, 100), new Point(10, 100), new Point(10, 900), new Point(10, 500), new Point(20, 500));
        assertThat(PenPath.thinned(jump)).isEqualTo(jump);
    }

    @Test
    void aMissingValueLiftsThePen() {
        double[] values = {0.2, 0.2, Double.NaN, 0.8, 0.8};
        List<List<Point>> strokes = PenPath.strokes(values, FRAME);
        assertThat(strokes).hasSize(2);
        assertThat(PenPath.data(strokes)).isEqualTo("M0 80l25 0M75 20l25 0");
        assertThat(PenPath.strokes(new double[] {Double.NaN}, FRAME)).isEmpty();
    }

    @Test
    void pathDataIsShort() {
        assertThat(PenPath.pixels(0)).isEqualTo("0");
        assertThat(PenPath.pixels(-3)).isEqualTo("-.3");
        assertThat(PenPath.pixels(120)).isEqualTo("12");
        assertThat(PenPath.pixels(-1205)).isEqualTo("-120.5");
        List<Point> line = List.of(new Point(10, 10), new Point(25, 7), new Point(30, 17));
        assertThat(PenPath.data(List.of(line))).isEqualTo("M1 1l1.5-.3 .5 1");
    }
}
