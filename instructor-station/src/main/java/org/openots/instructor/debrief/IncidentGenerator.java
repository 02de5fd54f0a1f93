package org.openots.instructor.debrief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openots.common.signal.SignalTable;
import org.openots.instructor.catalog.StationContent;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.RunEngine;
import org.openots.instructor.session.RunInput;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunSpec;
import org.openots.instructor.session.RunWhatIf;
import org.openots.simulator.operation.Command;

/**
 * Draws incidents whose causes are known: a plant in normal running, one or two things that do harm, and at least five innocent
 * operations as an operator does them all the time. The same seed draws the same incidents.
 */
public final class IncidentGenerator {
    private static final String PLANT = "ethanol-water-rig";
    private static final String TASK = "A-4";
    private static final String START = "normal";
    /** Length of an incident, s: time for slow causes to reach an alarm. */
    private static final double LENGTH = 900;

    private static final double FIRST = 30;
    private static final double LAST_INNOCENT = 600;
    private static final double FIRST_CAUSE = 90;
    private static final double LAST_CAUSE = 240;
    /** Largest change of a set point that is business as usual, share of it. */
    private static final double NUDGE = 0.02;

    /** How long a loop is in manual, or a sample valve open, in passing, s. */
    private static final double PASSING = 30;

    private static final double SAMPLING = 30;
    /** Time between two things that are done to one target: they are two deeds then, s. */
    private static final double APART = 120;

    private static final int FEWEST_INNOCENT = 5;
    private static final int MOST_INNOCENT = 9;
    /** Harm below which nothing happened that anybody would ask about. */
    private static final double INCIDENT = 10;

    /** Harm up to which operations are innocent: a few alarms that only inform. */
    private static final double INNOCENT = 3;

    private static final int MOST_DRAWS = 200;

    /** Faults of the plant that do harm within a quarter of an hour when nobody answers. */
    private static final List<String> FAULTS = List.of(
            "A-F01", "A-F04", "A-F05", "A-F07", "A-F11", "A-F19", "A-F20", "A-F22", "A-F29", "A-F33", "A-F36", "A-F39");

    /** Mistakes: target, verb, value, and whether the loop goes to manual first. */
    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("HV-714", "position", 0, false),
            new Mistake("HV-712", "position", 0, false),
            new Mistake("HV-707", "position", 0, false),
            new Mistake("P-702A", "stop", 0, false),
            new Mistake("P-701", "stop", 0, false),
            new Mistake("JIC-701", "op", 100, true),
            new Mistake("LIC-702", "op", 100, true),
            new Mistake("LIC-702", "op", 0, true),
            new Mistake("TIC-709", "op", 0, true),
            new Mistake("FIC-701", "op", 100, true));

    /** Loops whose set points an operator trims. */
    private static final List<String> LOOPS_TRIMMED =
            List.of("FIC-701", "FIC-702", "FIC-703", "LIC-702", "TIC-701", "TIC-709");

    private final StationContent content;
    private final SignalTable signals;
    private final double[] values;
    private final double tickSeconds;

    private record Mistake(String target, String verb, double value, boolean manual) {}

    /**
     * An incident.
     *
     * @param run what can be played again
     * @param planted the causes: targets or faults
     * @param innocent how many innocent operations there are
     */
    public record Incident(RunWhatIf run, List<String> planted, int innocent) {
        /** Freezes the causes. */
        public Incident {
            planted = List.copyOf(planted);
        }
    }

    /**
     * Prepares it.
     *
     * @param content with the plant
     */
    public IncidentGenerator(StationContent content) {
        this.content = content;
        RunEngine engine = content.engines().start(PLANT, START, 1);
        this.signals = engine.signals();
        this.values = new double[signals.size()];
        engine.copyValues(values);
        this.tickSeconds = engine.tickSeconds();
    }

    /**
     * Model time of a tick.
     *
     * @return s
     */
    public double tickSeconds() {
        return tickSeconds;
    }

    /**
     * Draws an incident.
     *
     * @param random where chance comes from
     * @param number of the incident, for its id
     * @return an incident in which something went wrong
     */
    public Incident draw(RandomGenerator random, int number) {
        for (int i = 0; i < MOST_DRAWS; i++) {
            Incident incident = attempt(random, number);
            RunWhatIf run = incident.run();
            double quiet = Harm.of(run.quiet()).weight();
            double innocent = Harm.of(run.only(run.inputs().stream()
                            .filter(input -> !incident.planted().contains(subject(input)))
                            .toList()))
                    .weight();
            if (Harm.of(run.actual()).weight() - quiet >= INCIDENT && innocent - quiet <= INNOCENT) {
                return incident;
            }
        }
        throw new IllegalStateException("no incident in " + MOST_DRAWS + " draws");
    }

    private Incident attempt(RandomGenerator random, int number) {
        List<RunInput> inputs = new ArrayList<>();
        List<String> planted = new ArrayList<>();
        int causes = 1 + random.nextInt(2);
        for (int i = 0; i < causes; i++) {
            plant(random, inputs, planted);
        }
        int innocent = FEWEST_INNOCENT + random.nextInt(MOST_INNOCENT - FEWEST_INNOCENT + 1);
        int made = 0;
        for (int i = 0; made < innocent && i < MOST_DRAWS; i++) {
            made += everyday(random, inputs, planted) ? 1 : 0;
        }
        List<RunInput> ordered = numbered(inputs);
        return new Incident(
                new RunWhatIf(
                        spec(number, random.nextLong()),
                        ordered,
                        Math.round(LENGTH / tickSeconds),
                        content.engines(),
                        content.scorers()),
                planted,
                made);
    }

    private void plant(RandomGenerator random, List<RunInput> inputs, List<String> planted) {
        long tick = Math.round((FIRST_CAUSE + random.nextDouble() * (LAST_CAUSE - FIRST_CAUSE)) / tickSeconds);
        if (random.nextBoolean()) {
            String fault = FAULTS.get(random.nextInt(FAULTS.size()));
            if (!planted.contains(fault)) {
                String key = "k" + (planted.size() + 1);
                inputs.add(new RunInput.Armed(tick, new FaultOrder(key, fault, 1, 0, 0, "", 0)));
                planted.add(fault);
            }
            return;
        }
        Mistake mistake = MISTAKES.get(random.nextInt(MISTAKES.size()));
        if (planted.contains(mistake.target())) {
            return;
        }
        if (mistake.manual()) {
            inputs.add(operated(tick, mistake.target(), "mode", 0));
        }
        inputs.add(operated(tick + 20, mistake.target(), mistake.verb(), mistake.value()));
        planted.add(mistake.target());
    }

    private static String subject(RunInput input) {
        if (input instanceof RunInput.Operated operated) {
            return operated.command().target();
        }
        return input instanceof RunInput.Armed armed ? armed.order().fault() : "";
    }

    /** Something an operator does every day, away from the planted targets; false if chance chose one of these. */
    private boolean everyday(RandomGenerator random, List<RunInput> inputs, List<String> planted) {
        double time = FIRST + random.nextDouble() * (LAST_INNOCENT - FIRST);
        long tick = Math.round(time / tickSeconds);
        long later = Math.round((time + PASSING) / tickSeconds);
        int kind = random.nextInt(5);
        String loop = LOOPS_TRIMMED.get(random.nextInt(LOOPS_TRIMMED.size()));
        String target = kind < 3 ? loop : kind == 3 ? "HV-718" : "ALARMS";
        boolean near = inputs.stream()
                .anyMatch(
                        input -> subject(input).equals(target) && Math.abs(input.tick() - tick) * tickSeconds < APART);
        if (planted.contains(target) || near) {
            return false;
        }
        switch (kind) {
            case 0, 1 -> {
                double wanted = values[signals.find(loop + ".SP")] * (1 + NUDGE * (2 * random.nextDouble() - 1));
                inputs.add(operated(tick, loop, "sp", Math.rint(wanted * 100) / 100));
            }
            case 2 -> {
                double before = values[signals.find(loop + ".MODE")];
                inputs.add(operated(tick, loop, "mode", 0));
                inputs.add(operated(later, loop, "mode", before));
            }
            case 3 -> {
                inputs.add(operated(tick, target, "position", SAMPLING));
                inputs.add(operated(later, target, "position", 0));
            }
            default -> inputs.add(operated(tick, target, "ack", 0));
        }
        return true;
    }

    private static RunInput operated(long tick, String target, String verb, double value) {
        return new RunInput.Operated(new Command(tick, 0, target, verb, value, ""), false);
    }

    /** In the order of time, numbered as a station would have. */
    private static List<RunInput> numbered(List<RunInput> inputs) {
        inputs.sort(Comparator.comparingLong(RunInput::tick));
        List<RunInput> numbered = new ArrayList<>();
        long sequence = 0;
        for (RunInput input : inputs) {
            if (input instanceof RunInput.Operated operated) {
                Command one = operated.command();
                sequence++;
                numbered.add(new RunInput.Operated(
                        new Command(one.tick(), sequence, one.target(), one.verb(), one.value(), one.text()), false));
            } else {
                numbered.add(input);
            }
        }
        return numbered;
    }

    private RunSpec spec(int number, long seed) {
        return new RunSpec(
                "incident-" + number,
                PLANT,
                content.engines().packHash(PLANT),
                START,
                seed,
                TASK,
                content.scorers().rubricHash(TASK),
                content.engines().version(),
                "robot",
                0,
                0,
                RunRules.practice(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
    }
}
