package org.openots.hazop.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.openots.common.assessment.CommandRecord;
import org.openots.hazop.plant.PlantNames;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.alarm.AlarmState;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.fault.FaultStatus;
import org.openots.simulator.operation.Command;

/**
 * Plays drills without people, to prove that who does the right thing passes and that who does nothing or the wrong thing
 * does not.
 */
public final class DrillRobot {
    /** When a trainee names what he sees, s after the last fault. */
    private static final double ANSWER_SECONDS = 45;

    /** How long a run is watched after the last order of the expert, s: until what he did has settled. */
    private static final double AFTER_SECONDS = 240;

    /** Time between two operations of who operates everything, s. */
    private static final double MASH_SECONDS = 2;

    /** Ramp of a fault order that leaves it to the fault. */
    private static final double OWN_RAMP = -1;

    private final PlantNames names;
    private final DrillTrials trials;
    private final List<DrillCase.ExpertOrder> everything;
    private final long seed;

    /**
     * For a plant.
     *
     * @param names of the plant
     * @param seed of all runs
     */
    public DrillRobot(PlantNames names, long seed) {
        this.names = names;
        this.trials = new DrillTrials(names);
        this.everything = DrillLibrary.shipped().drills().stream()
                .filter(drill -> drill.plant().equals(names.pack().id()))
                .flatMap(drill -> drill.cases().stream())
                .flatMap(one -> one.expert().stream())
                .distinct()
                .toList();
        this.seed = seed;
    }

    /** Who plays. */
    public enum Player {
        /** Names what the key names, does what the case says, proves the safeguard and writes the note as it was. */
        EXPERT,
        /** Does nothing. */
        IDLE,
        /** Names deviations and causes as an expert, and does and decides nothing. */
        TALKER,
        /** Names deviations and causes as an expert, and operates what the experts of all drills of the plant operate. */
        MASHER,
        /**
         * Answers every question with an option that is wrong and stops the plant where it should be kept running; where
         * it should be stopped, or there is nothing to decide, he operates nothing.
         */
        WRONG
    }

    /**
     * What came of a case.
     *
     * @param score some minutes after the last order of an expert
     * @param proved whether taking the right safeguard away lets a limit be reached that is not reached with it; true
     *     where nothing is to be proved, and for those who prove nothing
     */
    public record Outcome(DrillScore score, boolean proved) {}

    /**
     * Plays a case.
     *
     * @param drill a drill of the plant
     * @param which number of the case, from 0 on
     * @param player who
     * @return what came of it
     */
    public Outcome play(Drill drill, int which, Player player) {
        return new Run(drill, drill.cases().get(which), player).play();
    }

    /** One case being played. */
    private final class Run {
        private final Drill drill;
        private final DrillCase one;
        private final Player player;
        private final PlantEngine engine;
        private final double onset;
        private final double last;
        private boolean proved = true;
        private double firstAlarm = Double.NaN;

        Run(Drill drill, DrillCase one, Player player) {
            this.drill = drill;
            this.one = one;
            this.player = player;
            this.engine = new PlantEngine(
                    names.pack(), names.pack().initialCondition(drill.start().initialCondition()), seed);
            this.onset = drill.start().earliestSeconds();
            this.last = onset
                    + one.faults().stream()
                            .mapToDouble(DrillCase.Fault::laterSeconds)
                            .max()
                            .orElse(0);
        }

        Outcome play() {
            List<DrillCase.ExpertOrder> given = give();
            DrillScorer scorer = new DrillScorer(drill, engine.signals());
            scorer.observe(engine.view(), List.of(), DrillScorer.Seen.NOTHING);
            double orders = Stream.concat(one.expert().stream(), given.stream())
                    .mapToDouble(DrillCase.ExpertOrder::atSeconds)
                    .max()
                    .orElse(ANSWER_SECONDS);
            double end = Math.min(drill.start().timeLimitSeconds(), last + orders + AFTER_SECONDS);
            boolean answered = player == Player.IDLE;
            boolean begun = false;
            while (engine.time() < end) {
                engine.step();
                List<CommandRecord> commands = new ArrayList<>();
                List<String> faults = new ArrayList<>();
                boolean alarm = false;
                for (EngineEvent event : engine.drainEvents()) {
                    sort(event, commands, faults);
                    alarm |= isNewAlarm(event);
                }
                begun |= !faults.isEmpty();
                if (begun && alarm && Double.isNaN(firstAlarm)) {
                    firstAlarm = engine.time();
                }
                if (!answered && engine.time() >= last + ANSWER_SECONDS) {
                    commands.addAll(answers());
                    answered = true;
                }
                scorer.observe(engine.view(), commands, new DrillScorer.Seen(faults, alarm));
            }
            if (player == Player.EXPERT && drill.rules().note().isPresent()) {
                scorer.observe(engine.view(), note(drill.rules().note().get()), DrillScorer.Seen.NOTHING);
            }
            scorer.close();
            return new Outcome(scorer.score(), proved);
        }

        /** Orders the faults and submits what the player does. */
        private List<DrillCase.ExpertOrder> give() {
            long key = 0;
            for (DrillCase.Fault fault : one.faults()) {
                double at = onset + fault.laterSeconds();
                engine.arm(new FaultOrder(0, ++key, "k" + key, fault.fault(), fault.strength(), OWN_RAMP, at, "", 0));
            }
            List<DrillCase.ExpertOrder> orders = switch (player) {
                case EXPERT -> one.expert();
                case IDLE, TALKER -> List.of();
                case MASHER -> mash();
                case WRONG -> wrongOrders();
            };
            long sequence = 0;
            for (DrillCase.ExpertOrder order : orders) {
                long tick =
                        Math.round((onset + order.atSeconds()) / names.pack().tickSeconds()) + 1;
                engine.submit(new Command(tick, ++sequence, order.target(), order.verb(), order.value(), ""), false);
            }
            return orders;
        }

        private List<DrillCase.ExpertOrder> mash() {
            List<DrillCase.ExpertOrder> orders = new ArrayList<>();
            for (DrillCase.ExpertOrder order : everything) {
                double at = last - onset + ANSWER_SECONDS + orders.size() * MASH_SECONDS;
                orders.add(new DrillCase.ExpertOrder(at, order.target(), order.verb(), order.value()));
            }
            return orders;
        }

        private List<DrillCase.ExpertOrder> wrongOrders() {
            boolean recover = one.key().single().containsKey(DrillPart.DECISION)
                    && one.key().single().get(DrillPart.DECISION).containsKey("recover");
            return drill.rules()
                    .note()
                    .filter(note -> recover)
                    .map(note -> List.of(new DrillCase.ExpertOrder(ANSWER_SECONDS, note.emergencyStop(), "press", 0)))
                    .orElse(List.of());
        }

        private List<CommandRecord> answers() {
            List<CommandRecord> answers = new ArrayList<>();
            for (DrillPart part : drill.weights().points().keySet()) {
                if (part.chosen()) {
                    options(part).forEach(number -> answers.add(command(part.word(), number, "")));
                }
            }
            if (player == Player.EXPERT && drill.rules().trial().isPresent()) {
                int guard = options(DrillPart.SAFEGUARD).get(0);
                TrialRecord record =
                        trials.play(drill, one, guard, share -> true).record();
                proved = !record.gained().isEmpty();
                answers.add(command(DrillAnswers.TRIAL, guard, record.text()));
                orNone(DrillPart.LIMIT, record.reached())
                        .forEach(number -> answers.add(command(DrillPart.LIMIT.word(), number, "")));
            }
            return answers;
        }

        /** What the player answers to a question whose answer is in the key; an expert answers the others later. */
        private List<Integer> options(DrillPart part) {
            List<String> right = switch (part) {
                case DEVIATION, CAUSE ->
                    one.key().groups(part).stream().map(group -> group.get(0)).toList();
                default ->
                    one.key().single().getOrDefault(part, Map.of()).entrySet().stream()
                            .filter(option -> option.getValue() >= 1)
                            .map(Map.Entry::getKey)
                            .toList();
            };
            boolean diagnoses = player == Player.TALKER || player == Player.MASHER;
            if (diagnoses && part.group() == DrillPart.Group.ACTIONS) {
                return List.of();
            }
            return player != Player.WRONG
                    ? right.stream()
                            .map(id -> drill.offers().numberOf(part, id))
                            .toList()
                    : wrong(part);
        }

        private List<Integer> wrong(DrillPart part) {
            List<String> right = new ArrayList<>();
            if (part == DrillPart.DEVIATION || part == DrillPart.CAUSE) {
                one.key().groups(part).forEach(right::addAll);
            } else {
                right.addAll(one.key().single().getOrDefault(part, Map.of()).keySet());
            }
            return drill.offers().of(part).stream()
                    .map(Drill.Option::id)
                    .filter(id -> !right.contains(id))
                    .limit(1)
                    .map(id -> drill.offers().numberOf(part, id))
                    .toList();
        }

        private List<Integer> orNone(DrillPart part, SortedSet<Integer> numbers) {
            return numbers.isEmpty() ? List.of(drill.offers().numberOf(part, DrillRules.NONE)) : List.copyOf(numbers);
        }

        /** The note of somebody who has looked at his alarms and at the plant. */
        private List<CommandRecord> note(DrillRules.Note rules) {
            RunFacts facts = new RunFacts(drill, rules, engine.signals());
            facts.observe(engine.view(), false);
            List<CommandRecord> told = new ArrayList<>();
            if (!Double.isNaN(firstAlarm)) {
                told.add(command(DrillPart.ALARM_TIME.word(), firstAlarm, ""));
            }
            orNone(DrillPart.TRIPPED, facts.tripped())
                    .forEach(number -> told.add(command(DrillPart.TRIPPED.word(), number, "")));
            told.add(command(DrillPart.DONE.word(), facts.stopped() ? 2 : 1, ""));
            told.add(command(DrillPart.STATE.word(), facts.state(), ""));
            return told;
        }

        private CommandRecord command(String verb, double value, String text) {
            return new CommandRecord(engine.tick(), engine.time(), DrillAnswers.TARGET, verb, value, text, true);
        }
    }

    private static boolean isNewAlarm(EngineEvent event) {
        return event instanceof EngineEvent.Automation automation
                && automation.event() instanceof AlarmChanged alarm
                && alarm.status().state() == AlarmState.UNACK;
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
}
