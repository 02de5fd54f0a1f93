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
import org.openots.hazop.plant.PlantNames;
import org.openots.hazop.verification.Demonstration.Mark;
import org.openots.simulator.actuation.AutoStarted;
import org.openots.simulator.actuation.MotorTripped;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmKind;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.alarm.AlarmStatus;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.interlock.InterlockDefinition;
import org.openots.simulator.interlock.InterlockDemand;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.operation.AutomationEvent;

/** Collects what people would see come in a run, each thing when it came first. */
final class RunMarks implements Consumer<EngineEvent> {
    private final PlantNames names;
    private final Map<String, Mark> first = new LinkedHashMap<>();

    RunMarks(PlantNames names) {
        this.names = names;
    }

    @Override
    public void accept(EngineEvent event) {
        double seconds = event.tick() * names.pack().tickSeconds();
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

    private Optional<Mark> mark(double seconds, AutomationEvent event) {
        if (event instanceof AlarmChanged alarm) {
            return alarm.status().state() == AlarmState.UNACK && alarm.from() != AlarmState.RTN
                    ? Optional.of(mark(seconds, Mark.Kind.ALARM, alarm.status().signal(), words(alarm.status())))
                    : Optional.empty();
        }
        if (event instanceof InterlockTripped trip) {
            return Optional.of(mark(seconds, Mark.Kind.TRIP, trip.id(), words(trip)));
        }
        if (event instanceof InterlockDemand demand) {
            return Optional.of(mark(seconds, Mark.Kind.DEMAND, demand.id(), words(demand)));
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

    private LocalText words(InterlockTripped trip) {
        LocalText which = called(trip.id());
        LocalText why = because(trip.id(), trip.cause(), trip.value(), trip.limit());
        return new LocalText(
                "联锁 " + which.zh() + " 动作：" + why.zh(), "interlock " + which.en() + " tripped: " + why.en());
    }

    private LocalText words(InterlockDemand demand) {
        LocalText which = called(demand.id());
        LocalText why = because(demand.id(), demand.cause(), demand.value(), demand.limit());
        return new LocalText(
                "联锁 " + which.zh() + " 不在用，应动作而没有动作：" + why.zh(),
                "interlock " + which.en() + " is not in use and did not act: " + why.en());
    }

    private Optional<InterlockDefinition> interlock(String id) {
        return names.pack().automation().interlocks().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** Number of an interlock and what it protects. */
    private LocalText called(String id) {
        LocalText text = interlock(id).map(InterlockDefinition::text).orElse(new LocalText("", ""));
        return new LocalText(id + " " + text.zh(), id + " " + text.en());
    }

    /** What completed a trip; with values only where that is a reading beyond a limit. */
    private LocalText because(String id, String cause, double value, double limit) {
        InterlockDefinition.Cause known = interlock(id).stream()
                .flatMap(one -> one.causes().stream())
                .filter(one -> one.id().equals(cause))
                .findFirst()
                .orElse(null);
        if (known == null) {
            return new LocalText(cause, cause);
        }
        LocalText text = known.text();
        if (!known.options().condition().isEmpty() || known.signal().isEmpty()) {
            return text;
        }
        String unit = unit(known.signal());
        return new LocalText(
                text.zh() + "（" + SightingWords.beside(value, limit, unit, "，限值 ") + "）",
                text.en() + " (" + SightingWords.beside(value, limit, unit, ", limit ") + ")");
    }

    private String unit(String signal) {
        int index = names.signals().find(signal);
        return index < 0 ? "" : names.signals().signals().get(index).unit();
    }

    /** An alarm by the name people know it under, what it watches, and where that was. */
    private LocalText words(AlarmStatus alarm) {
        LocalText watched = text(alarm.kind() == AlarmKind.ON ? alarm.signal() : alarm.tag());
        String name = known(alarm);
        String zh = "报警 " + name + " " + watched.zh() + words(alarm.kind()).zh();
        String en = "alarm " + name + " " + watched.en() + words(alarm.kind()).en();
        if (alarm.kind() == AlarmKind.ON || !Double.isFinite(alarm.value())) {
            return new LocalText(zh, en);
        }
        String unit = alarm.kind().rate() ? "" : unit(alarm.tag());
        return new LocalText(
                zh + "：" + SightingWords.beside(alarm.value(), alarm.limit(), unit, "，限值 "),
                en + ": " + SightingWords.beside(alarm.value(), alarm.limit(), unit, ", limit "));
    }

    private String known(AlarmStatus alarm) {
        return names.pack().automation().instruments().alarms().stream()
                .filter(one -> one.name().equals(alarm.signal()))
                .map(one -> one.options().tag())
                .filter(tag -> !tag.isEmpty())
                .findFirst()
                .orElse(alarm.signal());
    }

    private LocalText text(String signal) {
        int index = names.signals().find(signal);
        return index < 0
                ? new LocalText(signal, signal)
                : names.signals().signals().get(index).text();
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

    private static LocalText words(AlarmKind kind) {
        return switch (kind) {
            case LL -> new LocalText("低低", " low-low");
            case L -> new LocalText("低", " low");
            case H -> new LocalText("高", " high");
            case HH -> new LocalText("高高", " high-high");
            case DL -> new LocalText("偏低", " far below its set point");
            case DH -> new LocalText("偏高", " far above its set point");
            case RL -> new LocalText("下降过快", " falling fast");
            case RH -> new LocalText("上升过快", " rising fast");
            case ON -> new LocalText("", "");
        };
    }
}
