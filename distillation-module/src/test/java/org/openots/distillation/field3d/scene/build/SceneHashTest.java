package org.openots.distillation.field3d.scene.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.SceneHash;
import org.openots.distillation.field3d.scene.ShippedPlant;
import org.openots.simulator.plant.PlantPack;

/**
 * The scenes of the shipped plants are, to the last bit, the ones whose hashes are stored, so that no change of them goes unseen. The
 * message names what is different. {@code -Dgolden.accept=true} writes the hashes anew; say in the commit why the scene changed.
 */
class SceneHashTest {
    private static final Path STORED = Path.of(
            "src",
            "test",
            "resources",
            "org",
            "openots",
            "distillation",
            "field3d",
            "scene",
            "build",
            "scene-hashes.properties");

    static java.util.List<String> ids() {
        return PlantPack.SHIPPED;
    }

    private static SortedMap<String, String> stored() throws IOException {
        Properties read = new Properties();
        if (Files.exists(STORED)) {
            try (var in = Files.newBufferedReader(STORED, StandardCharsets.UTF_8)) {
                read.load(in);
            }
        }
        return new TreeMap<>(
                read.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, read::getProperty)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSceneIsTheStoredOne(String id) throws IOException {
        SortedMap<String, String> now = new TreeMap<>();
        SceneHash.of(ShippedPlant.of(id).scene()).forEach((part, hash) -> now.put(id + "." + part, hash));
        SortedMap<String, String> all = stored();
        if (Boolean.getBoolean("golden.accept")) {
            all.keySet().removeIf(key -> key.startsWith(id + "."));
            all.putAll(now);
            Files.createDirectories(STORED.getParent());
            Files.writeString(
                    STORED,
                    all.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                            .collect(Collectors.joining()),
                    StandardCharsets.UTF_8);
            return;
        }
        all.keySet().removeIf(key -> !key.startsWith(id + "."));
        assertThat(now)
                .as("the scene has changed: explain it, and -Dgolden.accept=true stores the new hashes")
                .isEqualTo(all);
    }

    @Test
    void oneMovedPartChangesTheHashOfThePartsAlone() {
        Scene scene = ShippedPlant.of("ethanol-water-rig").scene();
        var parts = new java.util.ArrayList<>(scene.parts());
        Part first = parts.get(0);
        parts.set(
                0,
                new Part(
                        first.archetype(),
                        new Matrix4f(first.place()).translateLocal(new Vector3f(1e-5f, 0, 0)),
                        first.tint(),
                        first.item()));
        Scene moved = new Scene(
                scene.plant(),
                scene.cells(),
                scene.archetypes(),
                parts,
                scene.motions(),
                scene.labels(),
                scene.items(),
                scene.walk(),
                scene.leaks(),
                scene.views(),
                scene.lamps(),
                scene.low(),
                scene.high());
        SortedMap<String, String> before = SceneHash.of(scene);
        SortedMap<String, String> after = SceneHash.of(moved);
        assertThat(after.remove("parts")).isNotEqualTo(before.remove("parts"));
        assertThat(after).isEqualTo(before);
    }
}
