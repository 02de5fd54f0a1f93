package org.openots.simulator.automation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.common.json.Findings;
import org.openots.common.signal.SignalTable;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.process.ProcessPort;

/**
 * A run of the pack that uses every field of the automation files once, on a process that a test moves by hand: flows in
 * kg/h, pressures in kPa gauge, temperature in °C, level and composition in %.
 */
public final class EveryFieldRun implements ProcessPort {
    public static final double TICK = 0.1;
    public static final Path FOLDER = Path.of("src/test/resources/org/openots/simulator/automation/every-field");

    private static final double AMBIENT = 101_325;

    public final AutomationSystem system;
    public final List<AutomationEvent> events = new ArrayList<>();
    private final Map<String, Integer> variables = new LinkedHashMap<>();
    private final Map<String, Integer> actuators = new LinkedHashMap<>();
    private final double[] values = new double[40];
    private final double[] positions = new double[40];
    private long sequence;

    public EveryFieldRun() {
        system = new AutomationSystem(definition(files()), this, TICK, 1);
        values[variable("ambient")] = AMBIENT;
        pressures(430);
        set("t", 89.3 + 273.15);
        flow("f.1", 100);
        flow("f.2", 500);
        flow("f.3", 400);
        set("l", 0.5);
        set("w", 0.01);
    }

    /** Powered, with everything in MAN and closed. */
    public static EveryFieldRun powered() {
        EveryFieldRun run = new EveryFieldRun();
        run.system.preset("SW-1", 1);
        run.system.begin();
        run.events.addAll(run.system.drainEvents());
        return run;
    }

    public static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        for (String file : AutomationPack.FILES) {
            try {
                files.put(file, Files.readString(FOLDER.resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    public static AutomationDefinition definition(Map<String, String> files) {
        Findings findings = Findings.collecting();
        Optional<AutomationDefinition> definition = AutomationPack.read(
                file -> Optional.ofNullable(files.get(file)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                findings);
        findings.throwIfAny();
        return definition.orElseThrow();
    }

    public void set(String name, double si) {
        values[variable(name)] = si;
    }

    public void pressures(double kilopascalGauge) {
        for (String name : new String[] {"p.A", "p.B", "p.C"}) {
            pressure(name, kilopascalGauge);
        }
    }

    public void pressure(String name, double kilopascalGauge) {
        set(name, kilopascalGauge * 1000 + AMBIENT);
    }

    public void flow(String name, double kilogramsPerHour) {
        set(name, kilogramsPerHour / 3600);
    }

    public double position(String actuator) {
        return positions[actuator(actuator)] * 100;
    }

    public void tick() {
        system.scanControl();
        system.scanInstruments();
        events.addAll(system.drainEvents());
    }

    public void run(double seconds) {
        for (long i = Math.round(seconds / TICK); i > 0; i--) {
            tick();
        }
    }

    public Optional<Refusal> order(String target, String verb, double value) {
        Command command = new Command(system.view().tick(), sequence++, target, verb, value, "");
        Optional<Refusal> refusal = system.apply(command, true);
        events.addAll(system.drainEvents());
        return refusal;
    }

    public double value(String signal) {
        int index = system.signals().find(signal);
        if (index == SignalTable.NONE) {
            throw new IllegalArgumentException("no signal " + signal);
        }
        return system.view().value(index);
    }

    public byte[] save() {
        StateWriter writer = new StateWriter();
        system.save(writer);
        return writer.toByteArray();
    }

    public void restore(byte[] state) {
        StateReader reader = new StateReader(state);
        system.restore(reader);
        reader.end();
    }

    public <E> List<E> eventsOf(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public String story() {
        StringBuilder story = new StringBuilder();
        events.forEach(event -> story.append(event.text().in(Locale.ENGLISH)).append('\n'));
        return story.toString();
    }

    @Override
    public int variable(String name) {
        return variables.computeIfAbsent(name, unused -> variables.size());
    }

    @Override
    public double read(int variable) {
        return values[variable];
    }

    @Override
    public int actuator(String name) {
        return actuators.computeIfAbsent(name, unused -> actuators.size());
    }

    @Override
    public void drive(int actuator, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("actuator " + actuator + " driven to " + fraction);
        }
        positions[actuator] = fraction;
    }
}
