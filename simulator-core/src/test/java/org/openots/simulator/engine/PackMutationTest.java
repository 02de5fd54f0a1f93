package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.Finding;
import org.openots.common.json.FormatSchema;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/**
 * Single mistakes in the shipped packs: each is named where it is, and no correct place is blamed for it. Places are
 * chosen by a seed ({@link PackMutations}).
 */
class PackMutationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Files of conditions have one form; those with charges and with a stored state are two. */
    private static final List<String> CONDITIONS = List.of("ic/cold.json", "ic/normal.json");

    /**
     * What is right by itself and no longer fits something else, so that only that can be named: a state that was stored
     * with more equipment, presets of a signal that a pump has only with the field taken away, an impairment that only
     * the sensor taken away has.
     */
    private static final Set<String> ELSEWHERE = Set.of("OTS-PROC-004", "OTS-AUT-014", "OTS-AUT-012");

    private final List<String> wrong = new ArrayList<>();
    private int tried;

    /** A pack with one file changed. */
    private record Changed(Map<String, byte[]> files, String file, byte[] bytes) implements PackSource {
        @Override
        public Optional<byte[]> read(String name) {
            return name.equals(file) ? Optional.of(bytes) : Optional.ofNullable(files.get(name));
        }

        @Override
        public String display(String name) {
            return name;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "debutanizer", "ethanol-water-column"})
    void everyMistakeIsNamedWhereItIs(String plant) {
        Map<String, byte[]> shipped = files(plant);
        List<String> files = new ArrayList<>(PlantPack.FILES);
        files.add(PlantPack.PLOT);
        files.addAll(CONDITIONS);
        for (String file : files) {
            JsonNode right = json(shipped.getOrDefault(file, new byte[0]));
            // any seed will do; another one for every file, so that shared parts are tried at several places
            for (PackMutations.Mutation mutation : PackMutations.of(right, (plant + file).hashCode())) {
                JsonNode changed = mutation.file();
                byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
                judge(file, mutation, changed, PackCheck.check(new Changed(shipped, file, bytes)));
                tried++;
            }
        }
        assertThat(wrong).as("of " + tried).isEmpty();
        assertThat(tried).isGreaterThan(150);
    }

    private static Map<String, byte[]> files(String plant) {
        PackSource shipped = PlantPack.shippedFiles(plant);
        Map<String, byte[]> files = new HashMap<>();
        PlantPack.FILES.forEach(file -> files.put(file, shipped.read(file).orElseThrow()));
        files.put(PlantPack.PLOT, shipped.read(PlantPack.PLOT).orElseThrow());
        for (String condition : PlantPack.load(shipped).initialConditionIds()) {
            String file = PlantPack.conditionFile(condition);
            files.put(file, shipped.read(file).orElseThrow());
        }
        return files;
    }

    private void judge(String file, PackMutations.Mutation mutation, JsonNode changed, List<Finding> found) {
        boolean mustBeNamed = mutation.alwaysWrong()
                || !FormatSchema.ofFile(changed).mistakes(changed).isEmpty();
        if (mustBeNamed && found.stream().noneMatch(f -> isThere(f, file, mutation))) {
            wrong.add("not named: " + file + " " + mutation.what() + ": " + texts(found));
        }
        for (Finding finding : found) {
            if (!isThere(finding, file, mutation) && !isMissed(finding, mutation, mustBeNamed)) {
                wrong.add("blamed for " + file + " " + mutation.what() + ": " + finding.in(Locale.ENGLISH));
            }
        }
    }

    /** The place itself, what holds it, or something below that. */
    private static boolean isThere(Finding finding, String file, PackMutations.Mutation mutation) {
        return finding.file().equals(file) && (finding.pointer() + "/").startsWith(mutation.holder() + "/");
    }

    /**
     * Only when nothing is wrong with the place itself may another be named: one that uses what is gone, and says so by
     * its name.
     */
    private static boolean isMissed(Finding finding, PackMutations.Mutation mutation, boolean mustBeNamed) {
        String text = finding.in(Locale.ENGLISH);
        boolean named = mutation.names().stream().anyMatch(text::contains);
        boolean elsewhere = ELSEWHERE.stream().anyMatch(text::contains);
        return !mustBeNamed && (named || elsewhere);
    }

    private static List<String> texts(List<Finding> found) {
        return found.stream().map(f -> f.in(Locale.ENGLISH)).limit(3).toList();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
