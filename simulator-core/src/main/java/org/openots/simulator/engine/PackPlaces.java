package org.openots.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Finds where the files of a pack speak of a part of the process. */
final class PackPlaces {
    /** Fields of a flowsheet that name an actuator or several. */
    private static final Set<String> ACTUATORS = Set.of("tag", "valve", "fan", "fans", "louvre", "pumps");

    private final PackSource source;
    /** Where the automation files first have a text. */
    private final Map<String, Finding.Place> texts = new HashMap<>();

    PackPlaces(PackSource source) {
        this.source = source;
        for (String file : AutomationPack.FILES) {
            read(file).ifPresent(root -> collect(root, source.display(file), ""));
        }
    }

    private Optional<JsonNode> read(String file) {
        return source.read(file)
                .map(bytes ->
                        StrictJson.parse(file, bytes, Findings.collecting()).raw());
    }

    private void collect(JsonNode node, String file, String pointer) {
        if (node.isTextual()) {
            texts.putIfAbsent(node.textValue(), new Finding.Place(file, pointer));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(field.getValue(), file, pointer + "/" + field.getKey());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), file, pointer + "/" + i);
        }
    }

    /**
     * The first text that is the name, or for a name made of a tag ({@code P-701.dry}) the tag; the file of the
     * instruments when there is none.
     */
    Finding.Place of(String name) {
        Finding.Place exact = texts.get(name);
        if (exact != null) {
            return exact;
        }
        String tag = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return texts.getOrDefault(tag, new Finding.Place(source.display(AutomationPack.FILES.get(0)), ""));
    }

    /** An actuator of the flowsheet. */
    record Tag(String name, Finding.Place place) {}

    /** All actuators that the flowsheet names and the automation has to move. */
    List<Tag> actuators() {
        String file = "flowsheet.json";
        List<Tag> tags = new ArrayList<>();
        read(file).ifPresent(root -> actuators(root, source.display(file), "", tags));
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
