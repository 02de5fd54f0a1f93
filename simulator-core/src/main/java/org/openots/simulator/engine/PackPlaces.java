package org.openots.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.simulator.automation.AutomationPack;
import org.openots.simulator.plant.PackSource;

/** Finds where the automation files of a pack speak of a part of the process. */
final class PackPlaces {
    /** Fields of a flowsheet that name an actuator or several. */
    private static final Set<String> ACTUATORS = Set.of("tag", "valve", "fan", "fans", "louvre", "pumps");

    private PackPlaces() {}

    /**
     * The first text that is the name, or for a name made of a tag ({@code P-701.dry}) the tag; the file of the
     * instruments when there is none.
     */
    static Finding.Place of(PackSource source, String name) {
        String tag = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return find(source, name)
                .or(() -> find(source, tag))
                .orElse(new Finding.Place(source.display(AutomationPack.FILES.get(0)), ""));
    }

    private static Optional<Finding.Place> find(PackSource source, String text) {
        for (String file : AutomationPack.FILES) {
            Optional<byte[]> bytes = source.read(file);
            if (bytes.isPresent()) {
                JsonNode root = StrictJson.parse(file, bytes.get(), Findings.collecting())
                        .raw();
                Optional<String> pointer = find(root, "", text);
                if (pointer.isPresent()) {
                    return Optional.of(new Finding.Place(source.display(file), pointer.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> find(JsonNode node, String pointer, String text) {
        if (node.isTextual()) {
            return node.textValue().equals(text) ? Optional.of(pointer) : Optional.empty();
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Optional<String> found = find(field.getValue(), pointer + "/" + field.getKey(), text);
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> found = find(node.get(i), pointer + "/" + i, text);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An actuator of the flowsheet. */
    record Tag(String name, Finding.Place place) {}

    /** All actuators that the flowsheet names and the automation has to move. */
    static List<Tag> actuators(PackSource source) {
        String file = "flowsheet.json";
        List<Tag> tags = new ArrayList<>();
        source.read(file)
                .ifPresent(bytes -> actuators(
                        StrictJson.parse(file, bytes, Findings.collecting()).raw(), source.display(file), "", tags));
        return tags;
    }

    private static void actuators(JsonNode node, String file, String pointer, List<Tag> tags) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String place = pointer + "/" + field.getKey();
            if (ACTUATORS.contains(field.getKey())) {
                actuator(field.getValue(), new Finding.Place(file, place), tags);
            }
            actuators(field.getValue(), file, place, tags);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            actuators(node.get(i), file, pointer + "/" + i, tags);
        }
    }

    /** One name or a list of names; what has a dot in its name is moved by faults only. */
    private static void actuator(JsonNode node, Finding.Place place, List<Tag> tags) {
        if (node.isTextual() && NameForm.TAG.fits(node.asText())) {
            tags.add(new Tag(node.asText(), place));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            actuator(node.get(i), new Finding.Place(place.file(), place.pointer() + "/" + i), tags);
        }
    }
}
