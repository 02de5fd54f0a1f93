package org.openots.hazop.plant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.common.unit.Units;
import org.openots.hazop.study.Cause;
import org.openots.hazop.study.Consequence;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Difference;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Evidence;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Simulation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFindings;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultDefinition;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** What is played must be possible in the plant: conditions, orders, effects. */
final class PlayRules {
    private static final LocalText CONDITION = new LocalText("该装置的初始工况", "initial condition of this plant");
    private static final LocalText FAULT = new LocalText("该装置的故障", "fault of this plant");
    private static final LocalText SIGNAL = new LocalText("该装置的信号、报警或联锁", "signal, alarm or interlock of this plant");

    private final Study study;
    private final PlantNames names;
    private final StudyFindings findings;
    private final PlantEngine engine;
    private final List<String> faults;

    PlayRules(Study study, PlantNames names, StudyFindings findings) {
        this.study = study;
        this.names = names;
        this.findings = findings;
        PlantPack pack = names.pack();
        String first = pack.initialConditionIds().get(0);
        this.engine = new PlantEngine(pack, pack.initialCondition(first), 0);
        this.faults = pack.faults().stream().map(FaultDefinition::id).toList();
    }

    void check() {
        for (int i = 0; i < study.deviations().size(); i++) {
            row(study.deviations().get(i), "/deviations/" + i);
        }
    }

    private void row(Deviation row, String place) {
        for (int k = 0; k < row.causes().size(); k++) {
            Cause cause = row.causes().get(k);
            if (cause.proof() instanceof Simulation played) {
                simulation(played, place + "/causes/" + k + "/simulation");
            }
        }
        for (int k = 0; k < row.consequences().size(); k++) {
            Consequence consequence = row.consequences().get(k);
            if (consequence.proof() instanceof Evidence evidence) {
                effects(evidence.expected(), place + "/consequences/" + k + "/evidence/expected");
            }
        }
        for (int k = 0; k < row.safeguards().size(); k++) {
            Safeguard guard = row.safeguards().get(k);
            if (guard.proof() instanceof Difference difference) {
                difference(difference, place + "/safeguards/" + k + "/simulation");
            }
        }
    }

    private void simulation(Simulation played, String place) {
        List<String> conditions = names.pack().initialConditionIds();
        if (!conditions.contains(played.from())) {
            findings.unknown(place + "/from", played.from(), CONDITION, conditions);
        }
        orders(played.orders(), place + "/orders");
        effects(played.expected(), place + "/expected");
    }

    private void difference(Difference difference, String place) {
        orders(difference.disable(), place + "/disable");
        for (int k = 0; k < difference.against().size(); k++) {
            effects(difference.against().get(k).difference(), place + "/against/" + k + "/difference");
        }
    }

    private void orders(List<Order> orders, String place) {
        for (int k = 0; k < orders.size(); k++) {
            Order order = orders.get(k);
            String at = place + "/" + k;
            if (order instanceof Order.Fault fault && !faults.contains(fault.fault())) {
                findings.unknown(at + "/fault", fault.fault(), FAULT, faults);
            } else if (order instanceof Order.Operation operation) {
                operation(operation, at);
            }
        }
    }

    private void operation(Order.Operation operation, String place) {
        String what = operation.target() + " " + operation.verb();
        try {
            engine.check(
                    new Command(
                            1,
                            1,
                            operation.target(),
                            operation.verb(),
                            operation.value().orElse(0),
                            ""),
                    true);
        } catch (OtsException refusal) {
            findings.report(place, PlantRuleError.REFUSED, what, PlantRules.words(refusal));
            return;
        }
        if (engine.takesValue(operation.target(), operation.verb())
                != operation.value().isPresent()) {
            findings.report(place, PlantRuleError.ORDER_VALUE, operation.target(), operation.verb());
        }
    }

    private void effects(List<Effect> effects, String place) {
        for (int k = 0; k < effects.size(); k++) {
            effect(effects.get(k), place + "/" + k);
        }
    }

    private void effect(Effect effect, String place) {
        if (!names.isObservable(effect.signal())) {
            findings.unknown(place + "/signal", effect.signal(), SIGNAL, names.observable());
            return;
        }
        List<Observed> seen = names.observed(effect.signal(), effect.kind());
        if (seen.isEmpty()) {
            findings.report(
                    place + "/effect",
                    PlantRuleError.UNFIT_EFFECT,
                    effect.kind().name().toLowerCase(Locale.ROOT),
                    effect.signal(),
                    needed(effect.kind()));
        } else if (effect.limit().isPresent() && !fits(effect.limit().get().unit(), seen.get(0))) {
            findings.report(
                    place + "/unit",
                    PlantRuleError.UNFIT_UNIT,
                    effect.limit().get().unit(),
                    effect.signal(),
                    seen.get(0).unit().isEmpty() ? "1" : seen.get(0).unit());
        }
    }

    private static boolean fits(String unit, Observed seen) {
        return unit(unit).isPresent()
                && unit(unit)
                        .map(Units.Unit::dimension)
                        .equals(unit(seen.unit()).map(Units.Unit::dimension));
    }

    /** A unit of the suite; a plain number has the unit 1. */
    private static Optional<Units.Unit> unit(String symbol) {
        try {
            return Optional.of(Units.of(symbol.isEmpty() ? "1" : symbol));
        } catch (OtsException unknown) {
            return Optional.empty();
        }
    }

    private static LocalText needed(Effect.Kind kind) {
        return switch (kind) {
            case ALARM -> new LocalText("有报警的信号或报警编号", "a signal with an alarm, or an alarm");
            case TRIP -> new LocalText("联锁，或会跳停的电机", "an interlock, or a motor that can trip");
            case OPEN, CLOSE -> new LocalText("阀门", "a valve");
            case STOP, START -> new LocalText("泵、风机或加热器", "a pump, fan or heater");
            case UP, DOWN, ABOVE, BELOW -> new LocalText("有数值的信号", "a signal with a value");
        };
    }
}
