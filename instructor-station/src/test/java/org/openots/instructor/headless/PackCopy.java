package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openots.simulator.plant.PackSource;
import org.openots.simulator.plant.PlantPack;

/** A copy of the shipped plant pack that a test may break. */
final class PackCopy {
    private final Path folder;

    private PackCopy(Path folder) {
        this.folder = folder;
    }

    /** Copies the pack into a folder. */
    static PackCopy of(Path folder) {
        PackSource shipped = PlantPack.shippedFiles("ethanol-water-rig");
        List<String> names = new ArrayList<>(PlantPack.FILES);
        PlantPack.load(shipped).initialConditionIds().forEach(id -> names.add("ic/" + id + ".json"));
        try {
            for (String name : names) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.resolveSibling("."));
                Files.write(file, shipped.read(name).orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackCopy(folder);
    }

    /** Puts a file into the copy. */
    PackCopy put(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file out of the copy. */
    PackCopy remove(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of a text in a file, which must be there. */
    PackCopy replace(String name, String right, String wrong) {
        try {
            Path file = folder.resolve(name);
            String text = Files.readString(file);
            int at = text.indexOf(right);
            assertThat(at).as(name + " has " + right).isNotNegative();
            Files.writeString(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
