package org.openots.instructor.headless;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openots.common.assessment.CommandRecord;
import org.openots.common.assessment.FaultAnswers;
import org.openots.common.assessment.FaultReport;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.assessment.TaskScorer;
import org.openots.common.error.OtsException;
import org.openots.distillation.robot.RobotAction;
import org.openots.distillation.robot.RobotOperator;
import org.openots.simulator.alarm.AlarmChanged;
import org.openots.simulator.automation.CommandApplied;
import org.openots.simulator.automation.CommandRefused;
import org.openots.simulator.engine.EngineEvent;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.fault.FaultOrder;
import org.openots.simulator.fault.FaultStatus;
import org.openots.simulator.interlock.InterlockTripped;
import org.openots.simulator.operation.Command;

/** One plant, one robot, one rubric, as fast as the machine goes. */
public final class HeadlessRun {
    private static final Set<FaultStatus.Phase> BEGUN = EnumSet.of(FaultStatus.Phase.RAMPING, FaultStatus.Phase.ACTIVE);

    private final PlantEngine engine;
    private final @Nullable RobotOperator robot;
    private final @Nullable TaskScorer scorer;
    private final List<TimedText> trips = new ArrayList<>();
    private final List<TimedText> refusals = new ArrayList<>();
    private final List<CommandRecord> applied = new ArrayList<>();
    private final List<Command> answers = new ArrayList<>();
    private long sequence;
    private double cpuSeconds;

    /**
     * Something that happened.
     *
     * @param time model time, s
     * @param text what
     */
    public record TimedText(double time, String text) {}

    /** Called after every tick. */
    @FunctionalInterface
    public interface TickListener {
        /**
         * A tick is done.
         *
         * @param engine the engine after it
         */
        void ticked(PlantEngine engine);
    }

    /**
     * Prepares a run.
     *
     * @param engine the plant at its initial condition
     * @param robot who operates it, or null for nobody
     * @param rubric by what it is scored, or null for no score
     */
    public HeadlessRun(PlantEngine engine, @Nullable RobotOperator robot, @Nullable Rubric rubric) {
        this.engine = engine;
        this.robot = robot;
        this.scorer = rubric == null ? null : TaskScorer.of(rubric, engine.signals());
        if (scorer != null) {
            scorer.observe(engine.view(), List.of(), TaskScorer.Seen.NOTHING);
        }
    }

    /**
     * Orders a fault.
     *
     * @param fault its id
     * @param atSeconds model time of its start, s
     */
    public void arm(String fault, double atSeconds) {
        long tick =
                Math.max(engine.tick() + 1, Math.round(atSeconds / engine.pack().tickSeconds()));
        engine.arm(new FaultOrder(tick, sequence++, fault + "@" + tick, fault, 1, -1, 0, "", 0));
    }

    /**
     * Runs on.
     *
     * @param untilSeconds model time to stop at, s
     * @param listener called after each tick
     */
    public void run(double untilSeconds, TickListener listener) {
        long last = Math.round(untilSeconds / engine.pack().tickSeconds());
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        while (engine.tick() < last) {
            operate();
            engine.step();
            TaskScorer.Seen seen = collect();
            if (scorer != null) {
                scorer.observe(engine.view(), applied, seen);
            }
            listener.ticked(engine);
        }
        cpuSeconds += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-9;
    }

    private void operate() {
        if (robot != null) {
            for (RobotAction a : robot.onTick(engine.view())) {
                give(new Command(engine.tick() + 1, sequence++, a.target(), a.verb(), a.value(), a.text()));
            }
        }
    }

    /** As at the station: an order that makes no sense is answered with a message and the operator goes on. */
    private void give(Command command) {
        try {
            if (command.target().equals(FaultAnswers.TARGET)) {
                FaultAnswers.check(command.verb(), command.value());
                answers.add(command);
                return;
            }
            engine.submit(command, false);
        } catch (OtsException e) {
            refusals.add(new TimedText(engine.time(), e.getMessage()));
        }
    }

    private TaskScorer.Seen collect() {
        applied.clear();
        for (Command c : answers) {
            applied.add(new CommandRecord(engine.tick(), engine.time(), c.target(), c.verb(), c.value(), "", true));
        }
        answers.clear();
        List<String> faults = new ArrayList<>();
        List<TaskScorer.Alarm> alarms = new ArrayList<>();
        for (EngineEvent event : engine.drainEvents()) {
            if (event instanceof EngineEvent.Automation a) {
                if (a.event() instanceof CommandApplied done) {
                    Command c = done.command();
                    applied.add(new CommandRecord(
                            a.tick(), engine.time(), c.target(), c.verb(), c.value(), c.text(), true));
                } else if (a.event() instanceof CommandRefused refused) {
                    refusals.add(new TimedText(engine.time(), refused.text().en()));
                } else if (a.event() instanceof InterlockTripped trip) {
                    trips.add(new TimedText(engine.time(), trip.text().en()));
                } else if (a.event() instanceof AlarmChanged alarm) {
                    alarms.add(new TaskScorer.Alarm(
                            alarm.status().signal(), alarm.status().state().word()));
                }
            } else if (event instanceof EngineEvent.FaultChanged changed
                    && BEGUN.contains(changed.status().phase())) {
                faults.add(changed.status().order().fault());
            }
        }
        return new TaskScorer.Seen(faults, alarms);
    }

    /**
     * The engine.
     *
     * @return the engine at the present tick
     */
    public PlantEngine engine() {
        return engine;
    }

    /**
     * Interlocks that tripped so far.
     *
     * @return in order
     */
    public List<TimedText> trips() {
        return List.copyOf(trips);
    }

    /**
     * Operations that were thrown back or refused by the plant so far.
     *
     * @return in order
     */
    public List<TimedText> refusals() {
        return List.copyOf(refusals);
    }

    /**
     * Processor time of the running thread, s.
     *
     * @return seconds
     */
    public double cpuSeconds() {
        return cpuSeconds;
    }

    /**
     * Ends the task and gives the score.
     *
     * @return the sheet, or nothing when the run is not scored
     */
    public Optional<ScoreSheet> finish() {
        if (scorer == null) {
            return Optional.empty();
        }
        scorer.close();
        return Optional.of(scorer.sheet());
    }

    /**
     * How a hidden fault was noticed, named and handled.
     *
     * @return the report, or nothing when the task is not about one
     */
    public Optional<FaultReport> faultReport() {
        return scorer == null ? Optional.empty() : scorer.faultReport();
    }
}
