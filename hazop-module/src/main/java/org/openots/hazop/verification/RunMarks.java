package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openots.common.text.LocalText;
import org.openots.hazop.verification.Demonstration.Mark;
import org.openots.simulator.actuation.AutoStarted;
import org.openots.simulator.actuation.MotorTripped;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.interlock.InterlockDemand;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.operation.AutomationEvent;

/** Collects what people would see come in a run, each thing when it came first. */
final class RunMarks implements Consumer<EngineEvent> {
    private final double tickSeconds;
    private final Map<String, Mark> first = new LinkedHashMap<>();

    RunMarks(double tickSeconds) {
        this.tickSeconds = tickSeconds;
    }

    @Override
    public void accept(EngineEvent event) {
        double seconds = event.tick() * tickSeconds;
        if (event instanceof EngineEvent.Automation automation) {
            mark(seconds, automation.event()).ifPresent(this::keep);
        } else if (event instanceof EngineEvent.ModelHeld held && held.held()) {
            keep(mark(seconds, Mark.Kind.OTHER, "model", held.text()));
        }
    }

    private void keep(Mark mark) {
        first.putIfAbsent(key(mark), mark);
    }

    private static String key(Mark mark) {
        return mark.kind() + " " + mark.subject();
    }

    List<Mark> marks() {
        return List.copyOf(first.values());
    }

    private static Optional<Mark> mark(double seconds, AutomationEvent event) {
        if (event instanceof AlarmChanged alarm) {
            return alarm.status().state() == AlarmState.UNACK && alarm.from() != AlarmState.RTN
                    ? Optional.of(mark(seconds, Mark.Kind.ALARM, alarm.status().signal(), words(alarm.status())))
                    : Optional.empty();
        }
        if (event instanceof InterlockTripped trip) {
            return Optional.of(mark(seconds, Mark.Kind.TRIP, trip.id(), event.text()));
        }
        if (event instanceof InterlockDemand demand) {
            return Optional.of(mark(seconds, Mark.Kind.DEMAND, demand.id(), event.text()));
        }
        if (event instanceof MotorTripped motor) {
            return Optional.of(mark(seconds, Mark.Kind.OTHER, motor.tag(), event.text()));
        }
        return event instanceof AutoStarted started
                ? Optional.of(mark(seconds, Mark.Kind.OTHER, started.tag(), event.text()))
                : Optional.empty();
    }

    private static Mark mark(double seconds, Mark.Kind kind, String subject, LocalText text) {
        return new Mark(seconds, kind, subject, text, Mark.Runs.WITH);
    }

    private static LocalText words(AlarmStatus alarm) {
        if (alarm.kind() == AlarmKind.ON || !Double.isFinite(alarm.value())) {
            return new LocalText("报警 " + alarm.signal(), "alarm " + alarm.signal());
        }
        String value = SightingWords.number(alarm.value());
        String limit = SightingWords.number(alarm.limit());
        return new LocalText(
                "报警 " + alarm.signal() + "：" + value + "，限值 " + limit,
                "alarm " + alarm.signal() + ": " + value + ", limit " + limit);
    }

    /** The marks of two runs in one list. */
    static List<Mark> merge(List<Mark> with, List<Mark> without) {
        Map<String, Mark> other = without.stream().collect(Collectors.toMap(RunMarks::key, mark -> mark));
        List<Mark> all = new ArrayList<>();
        for (Mark mark : with) {
            Mark.Runs runs = other.remove(key(mark)) == null ? Mark.Runs.WITH : Mark.Runs.BOTH;
            all.add(new Mark(mark.seconds(), mark.kind(), mark.subject(), mark.text(), runs));
        }
        other.values()
                .forEach(mark ->
                        all.add(new Mark(mark.seconds(), mark.kind(), mark.subject(), mark.text(), Mark.Runs.WITHOUT)));
        all.sort(Comparator.comparingDouble(Mark::seconds).thenComparing(Mark::subject));
        return all;
    }
}
