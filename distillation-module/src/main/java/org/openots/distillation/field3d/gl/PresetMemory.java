package org.openots.distillation.field3d.gl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.distillation.field3d.state.Quality;

/**
 * Remembers the preset that was chosen for a graphics card, in a small JSON file ({@code docs/data-formats/field-preset.md}). What
 * was measured on another card, or cannot be understood, is measured again.
 */
public final class PresetMemory {
    static final String FORMAT = "openots-field-preset";
    static final String VERSION = "1.0";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final String renderer;

    /**
     * Reads and writes nothing yet.
     *
     * @param file where it is remembered
     * @param renderer name of the card
     */
    public PresetMemory(Path file, String renderer) {
        this.file = file;
        this.renderer = renderer;
    }

    /**
     * What is remembered for this card.
     *
     * @return its preset; empty if it has to be measured
     * @throws OtsException if the file is there and cannot be read
     */
    public Optional<Quality> recall() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            boolean known = FORMAT.equals(root.path("format").asText())
                    && VERSION.equals(root.path("formatVersion").asText())
                    && renderer.equals(root.path("renderer").asText());
            String name = root.path("preset").asText();
            return Arrays.stream(Quality.values())
                    .filter(level -> known && level.name().equals(name))
                    .findFirst();
        } catch (JsonProcessingException e) {
            // not worth a question to the user: the measurement takes two seconds and writes the file anew
            return Optional.empty();
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNREADABLE, file, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Remembers.
     *
     * @param level chosen for this card
     * @throws OtsException if the file cannot be written
     */
    public void remember(Quality level) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("renderer", renderer)
                .put("preset", level.name());
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, root.toPrettyString() + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new OtsException(CommonError.FILE_UNWRITABLE, file, String.valueOf(e.getMessage()));
        }
    }
}
