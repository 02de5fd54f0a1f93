package org.openots.simulator.automation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.signal.SignalBoard;

/**
 * Reads the four automation files of a plant pack: instruments.json, control.json, interlocks.json and field.json. Checks
 * them together and names every mistake with file, JSON pointer, value, rule and what to do. Names of process variables
 * and actuators are checked later, when a run is built on a process.
 */
public final class AutomationPack {
    /** Names of the files. */
    public static final List<String> FILES =
            List.of("instruments.json", "control.json", "interlocks.json", "field.json");

    /** Versions that are read: each only has more fields than the one before. */
    private static final String[] VERSIONS = {"1.0", "1.1"};

    /** As before, for what people do in the field. */
    private static final String[] FIELD_VERSIONS = {"1.0", "1.1", "1.2", "1.3"};

    /** Mistakes in numbers and texts, after which all names are still what they are. */
    private static final Set<ErrorCode> NUMBERS =
            Set.of(CommonError.JSON_NUMBER_RANGE, CommonError.JSON_BLANK_TEXT, AutomationError.PACK_NUMBER_RULE);

    private static final Set<String> TEXTS = Set.of("text", "zh", "en");

    private static final String PLANTS = "/org/openots/plants/";

    private final Function<String, Optional<byte[]>> files;
    private final UnaryOperator<String> shown;
    private final Findings findings;
    private final PackReferences references = new PackReferences();

    private AutomationPack(Function<String, Optional<byte[]>> files, UnaryOperator<String> shown, Findings findings) {
        this.files = files;
        this.shown = shown;
        this.findings = findings;
    }

    /**
     * Reads and checks the files.
     *
     * @param files gives the bytes of a file by its name, or nothing if there is no such file
     * @param findings takes the mistakes; when it collects them, a definition read with mistakes must not be used
     * @return the automation; empty if there is any mistake
     */
    public static Optional<AutomationDefinition> read(Function<String, Optional<byte[]>> files, Findings findings) {
        return read(files, name -> name, findings);
    }

    /**
     * Reads and checks the files.
     *
     * @param files gives the bytes of a file by its name, or nothing if there is no such file
     * @param shown what messages call a file
     * @param findings takes the mistakes; when it collects them, a definition read with mistakes must not be used
     * @return the automation; empty if there is any mistake
     */
    public static Optional<AutomationDefinition> read(
            Function<String, Optional<byte[]>> files, UnaryOperator<String> shown, Findings findings) {
        return new AutomationPack(files, shown, findings).read(Use.RUN);
    }

    /**
     * Reads and checks the files, and gives what is there even when some numbers are wrong.
     *
     * @param files gives the bytes of a file by its name, or nothing if there is no such file
     * @param shown what messages call a file
     * @param findings collects the mistakes
     * @return the automation with stand-ins for numbers, for checks of names only; empty while any name is in doubt
     */
    public static Optional<AutomationDefinition> usable(
            Function<String, Optional<byte[]>> files, UnaryOperator<String> shown, Findings findings) {
        return new AutomationPack(files, shown, findings).read(Use.NAMES);
    }

    /**
     * Reads the automation of a plant that comes with the suite.
     *
     * @param plant its id, for example {@code ethanol-water-rig}
     * @return the automation
     * @throws OtsException if there is no such plant or its files have mistakes
     */
    public static AutomationDefinition builtIn(String plant) {
        Findings findings = Findings.collecting();
        Optional<AutomationDefinition> definition = read(
                file -> Optional.of(StrictJson.bytes(AutomationPack.class, PLANTS + plant + "/" + file)), findings);
        findings.throwIfAny();
        return definition.orElseThrow();
    }

    private enum Use {
        RUN,
        NAMES
    }

    private Optional<AutomationDefinition> read(Use use) {
        int before = findings.all().size();
        JsonCursor instrumentFile = open("instruments.json", "openots-instruments", VERSIONS);
        JsonCursor controlFile = open("control.json", "openots-control", VERSIONS);
        JsonCursor interlockFile = open("interlocks.json", "openots-interlocks", VERSIONS);
        JsonCursor fieldFile = open("field.json", "openots-field", FIELD_VERSIONS);
        AlarmFile alarms = new AlarmFile(references);
        AutomationDefinition.Instruments measured = new InstrumentFile(references, alarms).read(instrumentFile);
        FieldFile field = new FieldFile(references);
        List<String> localPanels = field.localPanels(fieldFile);
        ControlFile motors = new ControlFile(references, localPanels);
        SignalScales scales = new SignalScales(measured, references);
        LoopFile loops = new LoopFile(references, alarms, scales);
        AutomationDefinition.Control control = control(controlFile, motors, loops);
        InterlockFile interlocks = new InterlockFile(references, scales, control);
        AutomationDefinition definition = new AutomationDefinition(
                measured.with(alarms.alarms()), control, interlocks.read(interlockFile), field.read(fieldFile));
        instrumentFile.finish();
        controlFile.finish();
        interlockFile.finish();
        fieldFile.finish();
        references.check(findings);
        references.checkSelected(control.loops().selectors());
        List<Finding> own = findings.all().subList(before, findings.all().size());
        if (references.areKnown() && own.stream().allMatch(AutomationPack::leavesNames)) {
            SignalBoard board =
                    new Assembly(definition, new AnyProcess(), event -> {}, new Assembly.Setting(1, 0, Set.of())).board;
            references.checkConditions(board);
            references.checkUnits(board);
            own = findings.all().subList(before, findings.all().size());
            boolean usable = own.stream().allMatch(AutomationPack::leavesNames);
            return own.isEmpty() || (usable && use == Use.NAMES) ? Optional.of(definition) : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean leavesNames(Finding finding) {
        boolean lacksText = finding.code() == CommonError.JSON_MISSING_FIELD
                && TEXTS.contains(String.valueOf(finding.arguments().get(0)));
        return lacksText || NUMBERS.contains(finding.code());
    }

    private AutomationDefinition.Control control(JsonCursor root, ControlFile motors, LoopFile loops) {
        AutomationDefinition.Power power = motors.power(root);
        AutomationDefinition.Devices devices = motors.devices(root);
        AutomationDefinition.Valves valves = new ValveFile(references).read(root);
        return new AutomationDefinition.Control(power, devices, valves, loops.read(root));
    }

    /** A file; a place with nothing when it is missing, no JSON or of another format, so that the others are read. */
    private JsonCursor open(String file, String format, String... versions) {
        Optional<byte[]> bytes = files.apply(file);
        String name = shown.apply(file);
        if (bytes.isEmpty()) {
            findings.report(new Finding(name, "", AutomationError.PACK_FILE_MISSING, List.of()));
        }
        JsonCursor root =
                bytes.map(present -> StrictJson.parse(name, present, findings)).orElse(StrictJson.nothing(name));
        if (root.isPresent()) {
            root.requireFormat(format, versions);
        }
        return root;
    }

    /** A process that knows every name, for checking the references among the files alone. */
    private static final class AnyProcess implements ProcessPort {
        @Override
        public int variable(String name) {
            return 0;
        }

        @Override
        public double read(int variable) {
            return 0;
        }

        @Override
        public int actuator(String name) {
            return 0;
        }

        @Override
        public void drive(int actuator, double fraction) {
            // nothing to drive
        }
    }
}
