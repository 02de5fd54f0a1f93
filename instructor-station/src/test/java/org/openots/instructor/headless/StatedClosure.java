package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A closure that {@code sim conserve} has found, for docs/validation.md: left in target/validation in the form in which the
 * simulator core's tests leave their claims, and looked up on the page unless the page is just being written.
 *
 * @param plant id of the plant
 * @param story start-up, upset, shutdown or loss-of-utilities
 * @param closure largest relative error of its balances
 */
record StatedClosure(String plant, String story, double closure) {
    private static final String LIMIT = "≤ 1e-9";
    private static final Path PAGE = Path.of("..", "docs", "validation.md");

    private String id() {
        return "conservation." + plant + "." + story;
    }

    /** Keeps the claim and asserts that the page states it, in both languages. */
    void state() throws IOException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("topic", "CONSERVATION").put("id", id());
        node.putObject("text")
                .put("zh", plant + "，" + story + "（sim conserve）：组分、惰性气体、能量闭合误差的最大值")
                .put("en", plant + ", " + story + " (sim conserve): largest closure of components, inert and energy");
        node.put("measured", closure).put("limit", LIMIT).put("unit", "1");
        node.putObject("source")
                .put("zh", "不变量，见 integrator-and-ledger.md")
                .put("en", "invariant, see integrator-and-ledger.md");
        node.put("test", "StudyCommandsTest");
        Path file = Path.of("target", "validation", id() + ".json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().writeValue(file.toFile(), node);
        if (!"write".equals(System.getProperty("openots.validation"))) {
            List<String> rows = Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| `" + id() + "` |"))
                    .toList();
            assertThat(rows).as("%s in docs/validation.md", id()).hasSize(2);
            assertThat(rows).allSatisfy(row -> assertThat(row).contains("| " + LIMIT + " |"));
        }
    }
}
