package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A closure that {@code sim conserve} has found, as docs/validation.md states it. The page is written by the tests of the
 * simulator core, which are not seen from here; what this module adds to it is looked up, or put into its table when the page
 * is being written ({@code -Dopenots.validation=write}).
 *
 * @param plant id of the plant
 * @param story start-up, upset, shutdown or loss-of-utilities
 * @param closure largest relative error of its balances
 */
record StatedClosure(String plant, String story, double closure) {
    private static final String LIMIT = "≤ 1e-9";
    private static final Path PAGE = Path.of("..", "docs", "validation.md");
    private static final String ENGLISH = "<a id=\"english\"></a>";
    private static final String TABLE = "| `conservation.";

    /** Asserts that the page states the claim with its limit in both languages, or writes it. */
    void state() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        if (List.of("write", "update").contains(System.getProperty("openots.validation", ""))) {
            int middle = lines.indexOf(ENGLISH);
            List<String> page = new ArrayList<>(with(lines.subList(0, middle), row(true)));
            page.addAll(with(lines.subList(middle, lines.size()), row(false)));
            Files.writeString(PAGE, String.join("\n", page) + "\n");
        } else {
            List<String> rows =
                    lines.stream().filter(line -> line.startsWith(beginning())).toList();
            assertThat(rows).as("%s in docs/validation.md", beginning()).hasSize(2);
            assertThat(rows).allSatisfy(row -> assertThat(row).contains("| " + LIMIT + " |"));
        }
    }

    private String beginning() {
        return TABLE + plant + "." + story + "` |";
    }

    private String row(boolean chinese) {
        String text = chinese
                ? plant + "，" + story + "（sim conserve）：组分、惰性气体、能量闭合误差的最大值"
                : plant + ", " + story + " (sim conserve): largest closure of components, inert and energy";
        String source = chinese ? "不变量，见 integrator-and-ledger.md" : "invariant, see integrator-and-ledger.md";
        String figure = String.format(Locale.ROOT, "%.1e", closure).replace("e-0", "e-");
        return beginning() + " " + text + " | " + figure + " | " + LIMIT + " | 1 | " + source
                + " | StudyCommandsTest |";
    }

    /** One language's half of the page, with the row in its place: rows are sorted by their ids. */
    private List<String> with(List<String> half, String row) {
        List<String> result = new ArrayList<>(half);
        result.removeIf(line -> line.startsWith(beginning()));
        int place = -1;
        for (int i = 0; i < result.size(); i++) {
            if (result.get(i).startsWith(TABLE) && result.get(i).compareTo(row) < 0) {
                place = i + 1;
            } else if (result.get(i).startsWith(TABLE) && place < 0) {
                place = i;
            }
        }
        assertThat(place).as("table of conservation in docs/validation.md").isNotNegative();
        result.add(place, row);
        return result;
    }
}
