package org.openots.simulator.plant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;

/** Where the files of a plant pack are read from: the suite's own packs, or a folder that somebody is writing. */
public interface PackSource {
    /**
     * Reads a file of the pack.
     *
     * @param name for example {@code plant.json} or {@code ic/cold.json}
     * @return its bytes, or nothing if the pack has no such file
     */
    Optional<byte[]> read(String name);

    /**
     * The files of a folder of the pack. Only somebody's own packs are asked; the suite's have nothing that is not used.
     *
     * @param folderName for example {@code properties}
     * @return their names without the folder, in natural order; empty if there is no such folder
     */
    default List<String> list(String folderName) {
        return List.of();
    }

    /**
     * All files of the pack, in folders too. Only somebody's own packs are asked.
     *
     * @return their names with {@code /} between folders, in natural order; empty for a pack of the suite
     */
    default List<String> allFiles() {
        return List.of();
    }

    /**
     * What messages call a file.
     *
     * @param name for example {@code plant.json}
     * @return a path people recognise
     */
    String display(String name);

    /**
     * A pack by name.
     *
     * @param name folder that holds {@code plant.json}, or id of a plant shipped with the suite
     * @return the source
     * @throws OtsException if it is neither
     */
    static PackSource named(String name) {
        if (Files.isDirectory(Path.of(name))) {
            return folder(Path.of(name));
        }
        if (!PlantPack.SHIPPED.contains(name)) {
            throw new OtsException(PlantError.NO_PACK, name, String.join(" ", PlantPack.SHIPPED));
        }
        return shipped(name);
    }

    /**
     * A pack shipped with the suite.
     *
     * @param id plant id
     * @return the source
     */
    static PackSource shipped(String id) {
        return new PackSource() {
            @Override
            public Optional<byte[]> read(String name) {
                try (InputStream in = PackSource.class.getResourceAsStream("/org/openots/plants/" + id + "/" + name)) {
                    return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(name, e);
                }
            }

            @Override
            public String display(String name) {
                return id + "/" + name;
            }
        };
    }

    /**
     * A pack in a folder.
     *
     * @param folder its path
     * @return the source
     */
    static PackSource folder(Path folder) {
        return new PackSource() {
            @Override
            public Optional<byte[]> read(String name) {
                Path file = folder.resolve(name);
                try {
                    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
                } catch (IOException e) {
                    throw FileErrors.unreadable(file.toString(), e);
                }
            }

            @Override
            public List<String> list(String folderName) {
                Path inner = folder.resolve(folderName);
                if (!Files.isDirectory(inner)) {
                    return List.of();
                }
                try (Stream<Path> files = Files.list(inner)) {
                    return files.map(file -> String.valueOf(file.getFileName()))
                            .sorted()
                            .toList();
                } catch (IOException e) {
                    throw FileErrors.unreadable(inner.toString(), e);
                }
            }

            @Override
            public List<String> allFiles() {
                try (Stream<Path> files = Files.walk(folder)) {
                    return files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
                } catch (IOException e) {
                    throw FileErrors.unreadable(folder.toString(), e);
                }
            }

            @Override
            public String display(String name) {
                Path last = folder.toAbsolutePath().normalize().getFileName();
                return last == null ? name : last + "/" + name;
            }
        };
    }
}
