package org.openots.dcs.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.dcs.gate.Permissive.Kind;
import org.openots.dcs.value.Sample;

/** What must hold for a write, looked at now. */
final class GateChecks {
    private static final LocalText NEVER = new LocalText("没有收到过", "never received");
    private static final LocalText STALE = new LocalText("数据过期", "stale");
    private static final String NOTHING = "–";
    private static final double SECOND = 1000;

    private final GateSettings settings;
    private final RigValues values;
    private final CommandChannel channel;

    GateChecks(GateSettings settings, RigValues values, CommandChannel channel) {
        this.settings = settings;
        this.values = values;
        this.channel = channel;
    }

    /** The tag and the value are on the list. */
    WriteTarget target(String tag, double value) {
        WriteTarget target = settings.target(tag)
                .orElseThrow(() -> new OtsException(
                        GateError.NO_TARGET,
                        tag,
                        settings.targets().stream().map(WriteTarget::tag).collect(Collectors.joining(" "))));
        if (!(value >= target.low() && value <= target.high())) {
            throw new OtsException(GateError.VALUE_RANGE, tag, value, target.low(), target.high(), target.unit());
        }
        if (!target.values().isEmpty() && !target.values().contains(value)) {
            throw new OtsException(GateError.VALUE_LIST, tag, GateWords.number(value), list(target.values()));
        }
        return target;
    }

    private static String list(List<Double> values) {
        return values.stream().map(GateWords::number).collect(Collectors.joining(" "));
    }

    /** Throws unless all holds that must hold for a write; gives where the rig is, or what is known of it. */
    double permitted(WriteTarget target, double known) {
        if (!channel.ready()) {
            throw new OtsException(GateError.NO_LINK);
        }
        Optional<Sample> key = values.latest(settings.keySwitch());
        if (!is(key, 1)) {
            throw new OtsException(GateError.KEY_SWITCH, settings.keySwitch(), shown(key), quality(key));
        }
        for (String tag : settings.mustBeZero()) {
            Optional<Sample> trip = values.latest(tag);
            if (!is(trip, 0)) {
                throw new OtsException(GateError.TRIPPED, tag, shown(trip), quality(trip));
            }
        }
        target.mode().ifPresent(this::requireMode);
        return target.readBack().map(tag -> readBack(tag).value()).orElse(known);
    }

    private void requireMode(WriteTarget.Mode mode) {
        Optional<Sample> sample = values.latest(mode.tag());
        if (sample.isEmpty()
                || !usable(sample.get())
                || !mode.values().contains(sample.get().value())) {
            throw new OtsException(GateError.MODE, mode.tag(), shown(sample), quality(sample), list(mode.values()));
        }
    }

    private Sample readBack(String tag) {
        Optional<Sample> sample = values.latest(tag);
        if (sample.isEmpty() || !usable(sample.get())) {
            Object age =
                    sample.<Object>map(s -> Math.round(values.ageSeconds(s))).orElse(NOTHING);
            throw new OtsException(GateError.READ_BACK, tag, quality(sample), age);
        }
        return sample.get();
    }

    private boolean is(Optional<Sample> sample, double wanted) {
        return sample.isPresent() && usable(sample.get()) && sample.get().value() == wanted;
    }

    private boolean usable(Sample sample) {
        return sample.quality().good() && values.ageSeconds(sample) * SECOND <= settings.freshMs();
    }

    private static String shown(Optional<Sample> sample) {
        return sample.map(s -> GateWords.number(s.value())).orElse(NOTHING);
    }

    private LocalText quality(Optional<Sample> sample) {
        if (sample.isEmpty()) {
            return NEVER;
        }
        Sample known = sample.get();
        return known.quality().good() && !usable(known)
                ? STALE
                : known.quality().cause().text();
    }

    /** Whether the rig is heated, or may be. */
    boolean heated() {
        return settings.heated()
                .map(tag -> values.latest(tag)
                        .map(sample -> !usable(sample) || sample.value() > settings.heatedAbove())
                        .orElse(true))
                .orElse(false);
    }

    /** All that must hold whatever is written. */
    List<Permissive> all() {
        List<Permissive> all = new ArrayList<>();
        boolean linked = channel.ready();
        LocalText said = linked ? new LocalText("已连接", "connected") : new LocalText("未连接", "not connected");
        all.add(new Permissive(Kind.LINK, "", linked ? 1 : 0, said, linked));
        all.add(switched(Kind.KEY, settings.keySwitch(), 1));
        settings.mustBeZero().forEach(tag -> all.add(switched(Kind.ZERO, tag, 0)));
        return all;
    }

    private Permissive switched(Kind kind, String tag, double wanted) {
        Optional<Sample> sample = values.latest(tag);
        return seen(kind, tag, sample, is(sample, wanted));
    }

    private Permissive seen(Kind kind, String tag, Optional<Sample> sample, boolean ok) {
        return new Permissive(kind, tag, sample.map(Sample::value).orElse(Double.NaN), quality(sample), ok);
    }

    /** What must hold for one target beside that: its read-back and its mode. */
    List<Permissive> of(WriteTarget target) {
        List<Permissive> all = new ArrayList<>();
        target.readBack().ifPresent(tag -> {
            Optional<Sample> sample = values.latest(tag);
            all.add(seen(Kind.READ_BACK, tag, sample, sample.isPresent() && usable(sample.get())));
        });
        target.mode().ifPresent(mode -> {
            Optional<Sample> sample = values.latest(mode.tag());
            boolean ok = sample.isPresent()
                    && usable(sample.get())
                    && mode.values().contains(sample.get().value());
            all.add(seen(Kind.MODE, mode.tag(), sample, ok));
        });
        return all;
    }
}
