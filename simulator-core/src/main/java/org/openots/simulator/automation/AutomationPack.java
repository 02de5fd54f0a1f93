package org.openots.simulator.automation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openots.common.error.OtsException;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.process.ProcessPort;

/**
 * Reads the four automation files of a plant pack: instruments.json, control.json, interlocks.json and field.json. Checks
 * them together and names every mistake with file, JSON pointer, value, rule and what to do.
 */
public final class AutomationPack {
    /** Names of the files. */
    public static final List<String> FILES =
            List.of("instruments.json", "control.json", "interlocks.json", "field.json");

    private static final String VERSION = "1.0";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, String> files;
    private final List<PackMistake> mistakes = new ArrayList<>();
    private final PackReferences references = new PackReferences();

    private AutomationPack(Map<String, String> files) {
        this.files = Map.copyOf(files);
    }

    /**
     * What reading gave.
     *
     * @param definition the automation; empty if there is any mistake
     * @param mistakes all mistakes, in the order of the files
     */
    public record Result(Optional<AutomationDefinition> definition, List<PackMistake> mistakes) {
        /** Copies the list. */
        public Result {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * Reads and checks the files.
     *
     * @param files text of each file by its name
     * @return the automation, or the mistakes
     */
    public static Result check(Map<String, String> files) {
        return new AutomationPack(files).read();
    }

    /**
     * Reads files that are known to be right.
     *
     * @param files text of each file by its name
     * @return the automation
     * @throws OtsException if there is any mistake; it names the places, {@link #check} tells more
     */
    public static AutomationDefinition load(Map<String, String> files) {
        Result result = check(files);
        return result.definition()
                .orElseThrow(() -> new OtsException(
                        AutomationError.PACK_MISTAKES,
                        result.mistakes().size(),
                        result.mistakes().stream()
                                .map(mistake -> mistake.file() + "#" + mistake.pointer())
                                .collect(Collectors.joining(", "))));
    }

    private Result read() {
        PackNode instrumentRoot = open("instruments.json", "openots-instruments");
        PackNode controlRoot = open("control.json", "openots-control");
        PackNode interlockRoot = open("interlocks.json", "openots-interlocks");
        PackNode fieldRoot = open("field.json", "openots-field");
        if (!mistakes.isEmpty()) {
            return new Result(Optional.empty(), mistakes);
        }
        AutomationDefinition.Instruments instruments = new InstrumentFile(references).read(instrumentRoot);
        instrumentRoot.done();
        FieldFile fieldFile = new FieldFile(references);
        AutomationDefinition.Control control = control(controlRoot, instruments, fieldFile.localPanels(fieldRoot));
        InterlockFile interlockFile = new InterlockFile(references, control.devices(), control.valves());
        AutomationDefinition definition = new AutomationDefinition(
                instruments, control, interlockFile.read(interlockRoot), fieldFile.read(fieldRoot));
        interlockRoot.done();
        fieldRoot.done();
        references.check();
        if (mistakes.isEmpty()) {
            Assembly dry = new Assembly(definition, new AnyProcess(), event -> {}, 1, 0);
            references.checkConditions(dry.board);
        }
        return new Result(mistakes.isEmpty() ? Optional.of(definition) : Optional.empty(), mistakes);
    }

    private AutomationDefinition.Control control(
            PackNode root, AutomationDefinition.Instruments instruments, List<String> localPanels) {
        ControlFile file = new ControlFile(references, localPanels);
        LoopFile loops = new LoopFile(references, instruments.transmitters());
        AutomationDefinition.Power power = file.power(root);
        AutomationDefinition.Devices devices = file.devices(root);
        AutomationDefinition.Valves valves = file.valves(root);
        var controllers = loops.loops(root);
        var schemes = loops.schemes(root);
        int initial = root.whole("initialScheme", 1, Math.max(1, schemes.size()));
        root.done();
        return new AutomationDefinition.Control(power, devices, valves, controllers, schemes, initial);
    }

    private PackNode open(String file, String format) {
        JsonNode json = MissingNode.getInstance();
        String text = files.get(file);
        if (text == null) {
            mistakes.add(new PackMistake(AutomationError.PACK_FILE_MISSING, file, "", List.of()));
            return new PackNode(file, "", json, mistakes);
        }
        try {
            json = MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            mistakes.add(new PackMistake(
                    AutomationError.PACK_NOT_JSON, file, "", List.of(String.valueOf(broken.getOriginalMessage()))));
            return new PackNode(file, "", json, mistakes);
        }
        PackNode root = new PackNode(file, "", json, mistakes);
        root.word("format", format);
        root.word("formatVersion", VERSION);
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
