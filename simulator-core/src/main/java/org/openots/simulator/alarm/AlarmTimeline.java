package org.openots.simulator.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of alarms of a run, as {@link AlarmMetrics} counts them. */
final class AlarmTimeline {
    /** The period of EEMUA 191 and ISA-18.2, s. */
    private static final double PERIOD = 600;
    /** Alarms in a period at which a flood begins. */
    private static final int FLOOD_BEGIN = 10;
    /** Alarms in a period below which a flood ends. */
    private static final int FLOOD_END = 5;
    /** An alarm that comes this often within a minute chatters. */
    private static final int CHATTER = 3;

    private static final double CHATTER_WINDOW = 60;
    /** An alarm that goes this soon is gone before an operator has read it, s. */
    private static final double FLEETING = 10;
    /** Standing for longer is stale, s. */
    private static final double STALE = 24 * 3600.0;

    private static final int WORST = 10;

    private final List<AlarmChanged> changes;
    private final double begin;
    private final double end;
    /** Times at which alarms came, in order. */
    private final List<Double> came = new ArrayList<>();

    private final Map<String, List<Double>> cameByAlarm = new TreeMap<>();
    private final Map<Integer, Integer> byPriority = new TreeMap<>();
    /** For each alarm that stands, since when. */
    private final Map<String, Double> standing = new TreeMap<>();

    private int standingPeak;
    private int fleeting;
    private double waited;
    private int acknowledged;

    AlarmTimeline(List<AlarmChanged> changes, double begin, double end) {
        this.changes = changes;
        this.begin = begin;
        this.end = end;
    }

    AlarmMetrics metrics() {
        changes.forEach(this::take);
        List<AlarmMetrics.Flood> floods = floods();
        double flooded = floods.stream().mapToDouble(f -> f.end() - f.begin()).sum();
        double seconds = end - begin;
        List<String> stale = standing.entrySet().stream()
                .filter(entry -> end - entry.getValue() > STALE)
                .map(Map.Entry::getKey)
                .toList();
        return new AlarmMetrics(
                came.size(),
                seconds > 0 ? came.size() * PERIOD / seconds : 0,
                peak(),
                shareOverTen(),
                floods,
                seconds > 0 ? flooded / seconds : 0,
                standing.size(),
                standingPeak,
                stale,
                chattering(),
                fleeting,
                acknowledged > 0 ? waited / acknowledged : Double.NaN,
                byPriority,
                worst());
    }

    private void take(AlarmChanged change) {
        AlarmStatus status = change.status();
        String name = status.signal();
        double time = status.since();
        boolean stood = stands(change.from());
        boolean stands = stands(status.state());
        if (status.state() == AlarmState.UNACK) {
            came.add(time);
            cameByAlarm.computeIfAbsent(name, unused -> new ArrayList<>()).add(time);
            byPriority.merge(status.priority(), 1, Integer::sum);
        }
        if (change.from() == AlarmState.UNACK && status.state() == AlarmState.RTN && last(name, time) <= FLEETING) {
            fleeting++;
        }
        if (acknowledges(change)) {
            acknowledged++;
            waited += last(name, time);
        }
        if (stands && !stood) {
            standing.put(name, time);
        } else if (!stands) {
            standing.remove(name);
        }
        standingPeak = Math.max(standingPeak, standing.size());
    }

    private static boolean stands(AlarmState state) {
        return state == AlarmState.UNACK || state == AlarmState.ACK;
    }

    private static boolean acknowledges(AlarmChanged change) {
        AlarmState to = change.status().state();
        return (change.from() == AlarmState.UNACK && to == AlarmState.ACK)
                || (change.from() == AlarmState.RTN && to == AlarmState.NORMAL);
    }

    /** Time since the alarm came last, s. */
    private double last(String name, double time) {
        List<Double> times = cameByAlarm.getOrDefault(name, List.of());
        return times.isEmpty() ? time - begin : time - times.get(times.size() - 1);
    }

    private int peak() {
        int peak = 0;
        int from = 0;
        for (int i = 0; i < came.size(); i++) {
            while (came.get(i) - came.get(from) >= PERIOD) {
                from++;
            }
            peak = Math.max(peak, i - from + 1);
        }
        return peak;
    }

    private double shareOverTen() {
        int periods = Math.max(1, (int) Math.ceil((end - begin) / PERIOD));
        int[] counts = new int[periods];
        for (double time : came) {
            counts[Math.max(0, Math.min(periods - 1, (int) ((time - begin) / PERIOD)))]++;
        }
        int over = 0;
        for (int count : counts) {
            over += count > FLOOD_BEGIN ? 1 : 0;
        }
        return over / (double) periods;
    }

    /** An alarm counts from its time until a period later; the number changes at those instants only. */
    private List<AlarmMetrics.Flood> floods() {
        List<AlarmMetrics.Flood> floods = new ArrayList<>();
        int next = 0;
        while (next < came.size()) {
            int tenth = next + FLOOD_BEGIN - 1;
            if (tenth >= came.size() || came.get(tenth) - came.get(next) >= PERIOD) {
                next++;
                continue;
            }
            int after = tenth + 1;
            int oldest = next;
            double over = end;
            while (true) {
                double leaves = came.get(oldest) + PERIOD;
                if (after < came.size() && came.get(after) < leaves) {
                    after++;
                } else if (after - ++oldest < FLOOD_END) {
                    over = Math.min(end, leaves);
                    break;
                }
            }
            floods.add(new AlarmMetrics.Flood(came.get(tenth), over, after - next));
            next = oldest;
        }
        return floods;
    }

    private List<String> chattering() {
        TreeSet<String> names = new TreeSet<>();
        cameByAlarm.forEach((name, times) -> {
            for (int i = CHATTER - 1; i < times.size(); i++) {
                if (times.get(i) - times.get(i - CHATTER + 1) <= CHATTER_WINDOW) {
                    names.add(name);
                }
            }
        });
        return List.copyOf(names);
    }

    private List<AlarmMetrics.Count> worst() {
        return cameByAlarm.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Double>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(WORST)
                .map(entry -> new AlarmMetrics.Count(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().size() / (double) came.size()))
                .toList();
    }
}
