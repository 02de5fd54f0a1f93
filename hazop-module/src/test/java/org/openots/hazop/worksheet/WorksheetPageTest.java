package org.openots.hazop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.hazop.Journals;
import org.openots.hazop.study.Pages;

/** The page on the records of a worksheet: its example is read, and what is written looks like it. */
class WorksheetPageTest {
    private static final String ID = "h20260301-080000-0f0001";

    @TempDir
    private Path folder;

    private static List<String> example() {
        return new ArrayList<>(Pages.example("hazop-worksheet.md").lines().toList());
    }

    private SheetState replay(List<String> lines) {
        try (WorksheetStore store = new WorksheetStore(Journals.of(folder, ID, lines), Clock.systemUTC())) {
            return store.view(ID).state();
        }
    }

    @Test
    void theExampleIsAWorksheet() {
        SheetState state = replay(example());
        assertThat(state.head().owner()).isEqualTo("s07");
        assertThat(state.content().of("D01")).hasSize(1);
        assertThat(state.content().of("D01").get(0).text()).isEqualTo("进料泵 P-101A 跳停");
        // the second line was taken back
        assertThat(state.content().of("D01").get(0).lines()).hasSize(1);
        assertThat(state.submitted()).containsOnlyKeys("D01");
        assertThat(state.scores().values())
                .singleElement()
                .satisfies(score -> assertThat(score.answers().get(0).outcome()).isEqualTo(AnswerScore.Outcome.CREDIT));
        assertThat(state.handIn().orElseThrow().receipt()).isEqualTo("00112233aabbccdd");
    }

    @Test
    void whatIsWrittenEqualsThePage() {
        SheetState state = replay(example());
        JsonNode opened = Pages.json(example().get(0));
        assertThat(SheetRecord.head(state.head())).isEqualTo(opened.path("body"));
        for (String line : example().subList(1, 6)) {
            JsonNode body = Pages.json(line).path("body");
            SheetEdit edit = new SheetEdit(body.path("id").asText(), OperationJson.read(body.path("op")));
            assertThat(SheetRecord.edit(edit)).isEqualTo(body);
        }
        JsonNode scored = Pages.json(example().get(7));
        assertThat(SheetRecord.score(state.scores().values().iterator().next())).isEqualTo(scored.path("body"));
    }

    @Test
    void everyColumnAndOperationIsOnThePage() {
        List<String> words = new ArrayList<>();
        for (SheetColumn column : SheetColumn.values()) {
            words.add(column.word());
        }
        words.addAll(List.of("set", "insert-cause", "insert-line", "remove", "undo", "redo"));
        Pages.tells("hazop-worksheet.md", new java.util.TreeSet<>(words));
    }

    @Test
    void aRecordThatDoesNotFitIsDamageAndNamed() {
        damaged("hazop-worksheet\",\"formatVersion\":\"1.0", "hazop-worksheet\",\"formatVersion\":\"2.0", "1: ");
        damaged("\"kind\":\"undo\"", "\"kind\":\"fly\"", "6: ");
        damaged("l-01.severity", "l-09.severity", "4: ");
        damaged("deviation-scored", "surprise", "8: kind surprise");
        damaged("{\"kind\":\"sheet-handed-in\"", "{\"kind\":", "9: ");
    }

    private void damaged(String right, String wrong, String place) {
        List<String> lines =
                example().stream().map(line -> line.replace(right, wrong)).toList();
        assertThat(lines).isNotEqualTo(example());
        assertThatThrownBy(() -> replay(lines))
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(WorksheetError.SHEET_DAMAGED))
                .hasMessageContaining("(" + place);
    }
}
