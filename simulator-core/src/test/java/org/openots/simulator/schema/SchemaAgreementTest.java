package org.openots.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.FormatPage;
import org.openots.common.json.FormatSchema;
import org.openots.common.json.StrictJson;
import org.openots.simulator.automation.AutomationPack;
import org.openots.simulator.automation.EveryFieldRun;
import org.openots.simulator.engine.PackCheck;
import org.openots.simulator.flowsheet.FlowsheetBuilder;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.thermo.PropertyDatabase;

/**
 * Schemas and readers agree on the form of a file. Single mistakes are put into correct files: what the schema rejects,
 * the reader names at its place in both languages; what the reader rejects for its form, the schema rejects.
 */
class SchemaAgreementTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Mistakes of form alone; what numbers and names must be to each other only the reader knows. */
    private static final Set<ErrorCode> FORM = Set.of(
            CommonError.JSON_MISSING_FIELD,
            CommonError.JSON_UNKNOWN_FIELD,
            CommonError.JSON_MISTYPED_FIELD,
            CommonError.JSON_WRONG_TYPE,
            CommonError.JSON_BLANK_TEXT,
            CommonError.JSON_NAME,
            CommonError.JSON_WRONG_FORMAT,
            CommonError.JSON_WRONG_VERSION,
            CommonError.JSON_NOT_ALLOWED,
            CommonError.JSON_QUANTITY);

    private final List<String> disagreements = new ArrayList<>();
    private int rejected;

    /** Puts mistakes into a file and gives each to both. */
    private void agree(JsonNode file, int most, Function<JsonNode, List<Finding>> check) {
        FormatSchema schema = FormatSchema.ofFile(file);
        assertThat(schema.mistakes(file)).isEmpty();
        // any seed will do; another one for every format, so that shared parts are tried at several places
        long seed = file.path("format").asText().hashCode();
        for (Mutations.Mutation mutation : Mutations.of(file, seed, most)) {
            JsonNode wrong = mutation.file();
            List<String> told = schema.mistakes(wrong);
            List<Finding> found;
            try {
                found = check.apply(wrong);
            } catch (RuntimeException e) {
                disagreements.add(file.path("format").asText() + " " + mutation.what() + " breaks the reader: " + e);
                continue;
            }
            rejected += told.isEmpty() ? 0 : 1;
            compare(file.path("format").asText() + " " + mutation.what(), mutation, told, found);
        }
    }

    private void compare(String what, Mutations.Mutation mutation, List<String> told, List<Finding> found) {
        if (!told.isEmpty() && found.stream().noneMatch(f -> names(f, mutation))) {
            disagreements.add(what + ": only the schema rejects: " + told.get(0) + "; the reader says "
                    + found.stream().map(f -> f.in(Locale.ENGLISH)).toList());
        }
        Optional<Finding> form =
                found.stream().filter(f -> FORM.contains(f.code())).findFirst();
        boolean byComponent =
                mutation.place().matches(".*[fF]ractions/[a-z-]+"); // only the reader knows all components
        if (told.isEmpty() && form.isPresent() && !byComponent) {
            disagreements.add(what + ": only the reader rejects: " + form.get().in(Locale.ENGLISH));
        }
    }

    /** The place itself, what holds it, or something below that; in both languages. */
    private static boolean names(Finding finding, Mutations.Mutation mutation) {
        String zh = finding.in(Locale.SIMPLIFIED_CHINESE);
        return finding.pointer().startsWith(mutation.holder())
                && zh.matches("(?s).*\\p{IsHan}.*")
                && !zh.equals(finding.in(Locale.ENGLISH));
    }

    private void agreed(int least) {
        if (!disagreements.isEmpty()) {
            fail(disagreements.size() + " of more than " + rejected + ":\n" + String.join("\n", disagreements));
        }
        assertThat(rejected).as("mistakes that the schema rejects").isGreaterThan(least);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A shipped pack with other files in front of its own. */
    private record Changed(PackSource shipped, Map<String, byte[]> files) implements PackSource {
        @Override
        public Optional<byte[]> read(String name) {
            return Optional.ofNullable(files.get(name)).or(() -> shipped.read(name));
        }

        @Override
        public List<String> list(String folderName) {
            return files.keySet().stream()
                    .filter(name -> name.startsWith(folderName))
                    .map(name -> name.substring(folderName.length()))
                    .toList();
        }

        @Override
        public String display(String name) {
            return name;
        }
    }

    private static Function<JsonNode, List<Finding>> packCheck(PackSource pack, String file) {
        return changed -> PackCheck.check(new Changed(pack, Map.of(file, bytes(changed)))).stream()
                .filter(finding -> finding.file().equals(file))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void shippedPacks(String plant) {
        PackSource pack = PlantPack.shippedFiles(plant);
        List<String> files = new ArrayList<>(PlantPack.FILES);
        files.addAll(List.of(PlantPack.PLOT, "ic/cold.json", "ic/normal.json"));
        for (String file : files) {
            agree(json(pack.read(file).orElseThrow()), 4, packCheck(pack, file));
        }
        agreed(25);
    }

    /** The files of a pack that the other methods do not read whole, without the rest of the check. */
    @ParameterizedTest
    @ValueSource(strings = {"plant.json", "faults.json", "layout.json", "plot.json", "ic/cold.json", "ic/normal.json"})
    void everyFieldOfTheRest(String file) {
        PackSource pack = PlantPack.shippedFiles("ethanol-water-rig");
        agree(json(pack.read(file).orElseThrow()), 40, changed -> {
            Findings findings = Findings.collecting();
            PackSource source = new Changed(pack, Map.of(file, bytes(changed)));
            PlantPack.read(source, findings)
                    .ifPresent(read -> List.of("cold", "normal").forEach(id -> read.readCondition(id, findings)));
            return findings.all().stream().filter(f -> f.file().equals(file)).toList();
        });
        agreed(20);
    }

    /** Every field of every kind of equipment. */
    @Test
    void everyKindOfEquipment() {
        byte[] file = StrictJson.bytes(FlowsheetBuilder.class, "/org/openots/simulator/flowsheet/every-kind.json");
        PropertyDatabase database = new PropertyDatabase();
        agree(json(file), 160, changed -> {
            Findings findings = Findings.collecting();
            FlowsheetBuilder.check(StrictJson.parse("f", bytes(changed), findings), database, findings);
            return findings.all();
        });
        agreed(120);
    }

    /** Every field of instruments, control, interlocks and field. */
    @ParameterizedTest
    @ValueSource(strings = {"instruments.json", "control.json", "interlocks.json", "field.json"})
    void everyFieldOfTheAutomation(String file) {
        Map<String, String> files = EveryFieldRun.files();
        agree(json(String.valueOf(files.get(file)).getBytes(StandardCharsets.UTF_8)), 1500, changed -> {
            Findings findings = Findings.collecting();
            AutomationPack.read(
                    name -> name.equals(file)
                            ? Optional.of(bytes(changed))
                            : Optional.ofNullable(files.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    findings);
            return findings.all().stream().filter(f -> f.file().equals(file)).toList();
        });
        agreed(30);
    }

    /** The closure of textbook columns is read for one purpose and stops at the first mistake. */
    @Test
    void columnA() {
        byte[] file = StrictJson.bytes(FlowsheetBuilder.class, "/org/openots/plants/column-a/flowsheet.json");
        agree(json(file), 1000, changed -> {
            try {
                FlowsheetBuilder.build(
                        StrictJson.parse("f", bytes(changed), Findings.throwing()), new PropertyDatabase());
                return List.of();
            } catch (OtsException refusal) {
                return List.of(Finding.of(refusal, new Finding.Place("f", "")));
            }
        });
        agreed(100);
    }

    /** A pack's own property data; every form of every correlation is in one of these. */
    @ParameterizedTest
    @ValueSource(strings = {"ethanol", "water", "isobutane", "nitrogen", "nrtl", "ideal", "peng-robinson", "sources"})
    void propertyData(String name) {
        String path = name + ".json";
        byte[] shipped = StrictJson.bytes(PropertyDatabase.class, "/org/openots/simulator/thermo/" + path);
        agree(json(shipped), 150, changed -> own(path, changed));
        for (String example : FormatPage.of("component-properties.md").examples()) {
            JsonNode file = json(example.getBytes(StandardCharsets.UTF_8));
            if (file.path("format").asText().equals(name)) {
                agree(file, 150, changed -> own(path, changed));
            }
        }
        agreed(10);
    }

    private static List<Finding> own(String path, JsonNode changed) {
        String example = FormatPage.of("component-properties.md").examples().get(2);
        Map<String, byte[]> files = new HashMap<>(Map.of("sources.json", example.getBytes(StandardCharsets.UTF_8)));
        files.put(path, bytes(changed));
        Function<String, Optional<byte[]>> own = file -> Optional.ofNullable(files.get(file));
        Findings findings = Findings.collecting();
        if (path.equals("sources.json")) {
            PropertyDatabase.checkSources(own, file -> file, findings);
        } else {
            new PropertyDatabase(own, file -> file).check(path, findings);
        }
        return findings.all();
    }
}
