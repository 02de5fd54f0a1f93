package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.assessment.CommandRecord;
import org.openots.hazop.plant.PlantNames;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.fault.FaultStatus;
import org.openots.simulator.operation.Command;

/** Plays drills without people, to prove that an expert gets the points and an idle trainee does not. */
public final class DrillRobot {
    /** When an expert names what he sees, s after the last fault. */
    private static final double ANSWER_SECONDS = 45;

    /** How long a run is watched after the last order of the expert, s: until what he did has settled. */
    private static final double AFTER_SECONDS = 240;

    /** Ramp of a fault order that leaves it to the fault. */
    private static final double OWN_RAMP = -1;

    private final PlantNames names;
    private final long seed;

    /**
     * For a plant.
     *
     * @param names of the plant
     * @param seed of all runs
     */
    public DrillRobot(PlantNames names, long seed) {
        this.names = names;
        this.seed = seed;
    }

    /**
     * An expert: names what the key names and does what the case says.
     *
     * @param drill a drill of the plant
     * @param which number of the case, from 0 on
     * @return the score some minutes after his last order
     */
    public DrillScore expert(Drill drill, int which) {
        return play(drill, which, true);
    }

    /**
     * A trainee who does nothing.
     *
     * @param drill a drill of the plant
     * @param which number of the case, from 0 on
     * @return the score at the time at which an expert is done
     */
    public DrillScore idle(Drill drill, int which) {
        return play(drill, which, false);
    }

    private DrillScore play(Drill drill, int which, boolean acts) {
        DrillCase one = drill.cases().get(which);
        double onset = drill.start().earliestSeconds();
        PlantEngine engine = new PlantEngine(
                names.pack(), names.pack().initialCondition(drill.start().initialCondition()), seed);
        long key = 0;
        for (DrillCase.Fault fault : one.faults()) {
            double at = onset + fault.laterSeconds();
            engine.arm(new FaultOrder(0, ++key, "k" + key, fault.fault(), fault.strength(), OWN_RAMP, at, "", 0));
        }
        if (acts) {
            long sequence = 0;
            for (DrillCase.ExpertOrder order : one.expert()) {
                long tick =
                        Math.round((onset + order.atSeconds()) / names.pack().tickSeconds()) + 1;
                engine.submit(new Command(tick, ++sequence, order.target(), order.verb(), order.value(), ""), false);
            }
        }
        DrillScorer scorer = new DrillScorer(drill, engine.signals());
        scorer.observe(engine.view(), List.of(), List.of());
        double last = onset
                + one.faults().stream()
                        .mapToDouble(DrillCase.Fault::laterSeconds)
                        .max()
                        .orElse(0);
        boolean answered = !acts;
        double orders = one.expert().stream()
                .mapToDouble(DrillCase.ExpertOrder::atSeconds)
                .max()
                .orElse(ANSWER_SECONDS);
        double end = Math.min(drill.start().timeLimitSeconds(), last + orders + AFTER_SECONDS);
        while (engine.time() < end) {
            engine.step();
            List<CommandRecord> commands = new ArrayList<>();
            List<String> begun = new ArrayList<>();
            engine.drainEvents().forEach(event -> sort(event, commands, begun));
            if (!answered && engine.time() >= last + ANSWER_SECONDS) {
                commands.addAll(answers(drill, one, engine));
                answered = true;
            }
            scorer.observe(engine.view(), commands, begun);
        }
        scorer.close();
        return scorer.score();
    }

    private void sort(EngineEvent event, List<CommandRecord> commands, List<String> begun) {
        if (event instanceof EngineEvent.FaultChanged changed
                && (changed.status().phase() == FaultStatus.Phase.RAMPING
                        || changed.status().phase() == FaultStatus.Phase.ACTIVE)) {
            begun.add(changed.status().order().fault());
        } else if (event instanceof EngineEvent.Automation automation
                && automation.event() instanceof CommandApplied applied) {
            Command command = applied.command();
            double time = automation.tick() * names.pack().tickSeconds();
            commands.add(new CommandRecord(
                    automation.tick(), time, command.target(), command.verb(), command.value(), "", true));
        }
    }

    private static List<CommandRecord> answers(Drill drill, DrillCase one, PlantEngine engine) {
        List<CommandRecord> answers = new ArrayList<>();
        for (DrillPart part : List.of(DrillPart.DEVIATION, DrillPart.CAUSE)) {
            one.key().groups(part).forEach(group -> answers.add(answer(drill, part, group.get(0), engine)));
        }
        one.key()
                .single()
                .forEach((part, shares) -> shares.forEach((id, share) -> {
                    if (share >= 1) {
                        answers.add(answer(drill, part, id, engine));
                    }
                }));
        return answers;
    }

    private static CommandRecord answer(Drill drill, DrillPart part, String id, PlantEngine engine) {
        return new CommandRecord(
                engine.tick(),
                engine.time(),
                DrillAnswers.TARGET,
                part.word(),
                drill.offers().numberOf(part, id),
                "",
                true);
    }
}
