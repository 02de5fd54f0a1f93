package org.openots.distillation.field3d.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;

/**
 * Finds ways over floors, stairs and ladders: A* on a grid of places to stand, then corners cut where one can walk straight. Used
 * by the arrows of guided training and by the robot players of the tests. For one thread.
 */
public final class RouteFinder {
    /** Between two looks along a straight line, m. */
    private static final double SAMPLE = 0.1;

    /** Safe side of the reach, m: the walker stops a little off its goal. */
    private static final double SLACK = 0.15;

    /** A scale is read from its front; the share of the way that must go across its face. */
    private static final double OBLIQUE = 0.2;

    /** Height of the shoulder of a standing body, m. */
    private static final double SHOULDER = 1.4;

    /** Height of the eye of a standing body, m. */
    private static final double EYE = 1.65;

    private final Ground ground;
    private final Grid grid;
    private final List<Item> items;

    /**
     * A finder for a scene.
     *
     * @param scene with its items
     * @param ground of the same scene
     */
    public RouteFinder(Scene scene, Ground ground) {
        this.ground = ground;
        this.grid = new Grid(ground, scene.low(), scene.high());
        this.items = scene.items();
    }

    private interface Goal {
        boolean reached(int node);

        double least(int node);
    }

    /**
     * The way to a place.
     *
     * @param from feet, m
     * @param to feet, m
     * @return nothing if there is no way
     */
    public Optional<Route> between(Vector3fc from, Vector3fc to) {
        int end = grid.near(to.x(), to.y(), to.z());
        if (end < 0) {
            return Optional.empty();
        }
        return search(from, new Goal() {
            @Override
            public boolean reached(int node) {
                return node == end;
            }

            @Override
            public double least(int node) {
                return away(node, grid.x(end), grid.y(end), grid.z(end));
            }
        });
    }

    /**
     * The way to where an item can be used.
     *
     * @param from feet, m
     * @param item index in the scene
     * @return nothing if no place from which it is in reach can be walked to
     */
    public Optional<Route> toItem(Vector3fc from, int item) {
        Item one = items.get(item);
        Vector3fc handle = one.handle();
        return search(from, new Goal() {
            @Override
            public boolean reached(int node) {
                return serves(node, one);
            }

            @Override
            public double least(int node) {
                double flat = away(node, handle.x(), grid.y(node), handle.z());
                return Math.max(0, flat - (reading(one) ? Reach.READING : Reach.ARM));
            }
        });
    }

    private static boolean reading(Item item) {
        return switch (item.kind()) {
            case GAUGE, LEVEL_GLASS, TRANSMITTER, CONTROL_VALVE -> true;
            default -> false;
        };
    }

    /** Whether an item can be used from a place. */
    boolean serves(int node, Item item) {
        Vector3fc handle = item.handle();
        double flat = away(node, handle.x(), grid.y(node), handle.z());
        double rise = handle.y() - grid.y(node);
        double arm = Math.sqrt(flat * flat + (rise - SHOULDER) * (rise - SHOULDER));
        if (!Reach.before(item, grid.x(node), grid.z(node), SLACK)) {
            return false;
        }
        if (arm <= Reach.ARM - SLACK && (open(node, SHOULDER, handle) || open(node, EYE, handle))) {
            return true;
        }
        double eye = Math.sqrt(flat * flat + (rise - EYE) * (rise - EYE));
        if (!reading(item) || eye > Reach.READING - SLACK || eye < Ground.RADIUS) {
            return false;
        }
        double front = ((grid.x(node) - handle.x()) * item.facing().x()
                        + (EYE - rise) * item.facing().y()
                        + (grid.z(node) - handle.z()) * item.facing().z())
                / eye;
        return front > OBLIQUE && open(node, EYE, handle);
    }

    /** Whether nothing hides a handle, with a little less tolerance than the reach of a body has. */
    private boolean open(int node, double height, Vector3fc to) {
        double dx = to.x() - grid.x(node);
        double dy = to.y() - grid.y(node) - height;
        double dz = to.z() - grid.z(node);
        double far = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy + dz * dz));
        double[] from = {grid.x(node), grid.y(node) + height, grid.z(node)};
        double[] way = {dx / far, dy / far, dz / far};
        return ground.sight(from, way, far) > far - Reach.SUNK + SLACK / 2;
    }

    private double away(int node, double x, double y, double z) {
        double dx = grid.x(node) - x;
        double dy = grid.y(node) - y;
        double dz = grid.z(node) - z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private record Open(int node, double guess) {}

    private Optional<Route> search(Vector3fc from, Goal goal) {
        int start = grid.near(from.x(), from.y(), from.z());
        if (start < 0) {
            return Optional.empty();
        }
        double[] costs = new double[grid.size()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        int[] before = new int[grid.size()];
        int[] ladders = new int[grid.size()];
        BitSet done = new BitSet();
        PriorityQueue<Open> open =
                new PriorityQueue<>(Comparator.comparingDouble(Open::guess).thenComparingInt(Open::node));
        costs[start] = 0;
        before[start] = -1;
        open.add(new Open(start, goal.least(start)));
        while (!open.isEmpty()) {
            int node = open.remove().node();
            if (done.get(node)) {
                continue;
            }
            done.set(node);
            if (goal.reached(node)) {
                return Optional.of(route(from, node, before, ladders));
            }
            for (Grid.Step step : grid.steps(node)) {
                double cost = costs[node] + step.cost();
                if (cost < costs[step.to()]) {
                    costs[step.to()] = cost;
                    before[step.to()] = node;
                    ladders[step.to()] = step.ladder();
                    open.add(new Open(step.to(), cost + goal.least(step.to())));
                }
            }
        }
        return Optional.empty();
    }

    private Route route(Vector3fc from, int end, int[] before, int[] ladders) {
        List<Integer> nodes = new ArrayList<>();
        for (int node = end; node >= 0; node = before[node]) {
            nodes.add(node);
        }
        Collections.reverse(nodes);
        List<Route.Leg> legs = new ArrayList<>();
        Vector3f at = new Vector3f(from);
        List<Vector3f> straight = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            int ladder = i == 0 ? -1 : ladders[node];
            if (ladder < 0) {
                straight.add(place(node));
                continue;
            }
            Rungs rungs = ground.ladders().get(ladder);
            boolean up = grid.y(node) > grid.y(nodes.get(i - 1));
            Rungs.Spot on = up ? rungs.foot() : rungs.head();
            Rungs.Spot off = up ? rungs.head() : rungs.foot();
            straight.add(new Vector3f((float) on.x(), (float) on.y(), (float) on.z()));
            at = walk(at, straight, legs);
            straight.clear();
            at = new Vector3f((float) off.x(), (float) off.y(), (float) off.z());
            legs.add(new Route.Climb(ladder, up, at));
        }
        walk(at, straight, legs);
        return new Route(legs, length(from, legs));
    }

    private Vector3f place(int node) {
        return new Vector3f((float) grid.x(node), (float) grid.y(node), (float) grid.z(node));
    }

    /** Adds the legs along points, leaving out those that a straight walk makes needless. */
    private Vector3f walk(Vector3f from, List<Vector3f> points, List<Route.Leg> legs) {
        Vector3f at = from;
        int next = 0;
        while (next < points.size()) {
            int far = next;
            while (far + 1 < points.size() && straight(at, points.get(far + 1))) {
                far++;
            }
            at = points.get(far);
            legs.add(new Route.Walk(at));
            next = far + 1;
        }
        return at;
    }

    private boolean straight(Vector3f from, Vector3f to) {
        double dx = to.x - from.x;
        double dz = to.z - from.z;
        int samples = (int) Math.ceil(Math.sqrt(dx * dx + dz * dz) / SAMPLE);
        double y = from.y;
        for (int i = 1; i <= samples; i++) {
            double share = (double) i / samples;
            y = ground.stand(from.x + dx * share, from.z + dz * share, y, Ground.DUCKED);
            if (Double.isNaN(y)) {
                return false;
            }
        }
        return Math.abs(y - to.y) < 0.1;
    }

    private static double length(Vector3fc from, List<Route.Leg> legs) {
        double sum = 0;
        Vector3fc at = from;
        for (Route.Leg leg : legs) {
            sum += at.distance(leg.to());
            at = leg.to();
        }
        return sum;
    }

    /** All places that can be walked or climbed to from a place, as their numbers. */
    BitSet reachable(Vector3fc from) {
        BitSet seen = new BitSet();
        int start = grid.near(from.x(), from.y(), from.z());
        if (start < 0) {
            return seen;
        }
        int[] stack = new int[1024];
        int size = 0;
        stack[size++] = start;
        seen.set(start);
        while (size > 0) {
            int node = stack[--size];
            for (Grid.Step step : grid.steps(node)) {
                if (!seen.get(step.to())) {
                    seen.set(step.to());
                    if (size == stack.length) {
                        stack = Arrays.copyOf(stack, 2 * size);
                    }
                    stack[size++] = step.to();
                }
            }
        }
        return seen;
    }

    Grid grid() {
        return grid;
    }
}
