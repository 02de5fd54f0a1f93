package org.openots.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.openots.common.json.NameForm;
import org.openots.simulator.plant.PlantPack;

/** Names of equipment in the drawings of a plant, which people speak of although nobody measures or operates it. */
final class SpokenNames {
    private SpokenNames() {}

    /** Every word of the drawings that has the form of a tag. */
    static Set<String> of(PlantPack pack) {
        Set<String> names = new TreeSet<>();
        collect(pack.layout(), names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            for (String word : node.textValue().split("[ /、，,]+", -1)) {
                if (NameForm.TAG.fits(word) && word.chars().anyMatch(Character::isDigit)) {
                    names.add(word);
                }
            }
        }
        node.forEach(child -> collect(child, names));
    }
}
