package org.openots.simulator.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openots.common.json.StrictJson;

/** The page of the format names every field that the files of plant A and the pack with every field use. */
class AutomationFormatPageTest {
    private static final Set<String> EVERYWHERE = Set.of("format", "formatVersion", "text", "zh", "en");

    @Test
    void everyFieldIsDocumented() throws IOException {
        String page = Files.readString(Path.of("../docs/data-formats/plant-automation.md"));
        Set<String> fields = new TreeSet<>();
        for (String file : AutomationPack.FILES) {
            byte[] bytes = StrictJson.bytes(AutomationPack.class, "/org/openots/plants/ethanol-water-rig/" + file);
            collect(new ObjectMapper().readTree(bytes), fields);
            collect(new ObjectMapper().readTree(EveryFieldRun.files().get(file)), fields);
        }
        fields.removeAll(EVERYWHERE);
        assertThat(fields).isNotEmpty();
        for (String field : fields) {
            assertThat(page).containsPattern("[`.\\s]" + field + "[`\\[.]");
        }
    }

    private static void collect(JsonNode node, Set<String> fields) {
        node.fieldNames().forEachRemaining(fields::add);
        node.forEach(child -> collect(child, fields));
    }
}
