package org.openots.hazop.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/** What is written and read again is the same. */
class StudyWriterTest {
    private static final Schema SCHEMA = Pages.schema(StudyReader.class, "hazop-study.schema.json");

    private static Study read(String json) {
        return StudyReader.read("study.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theExampleOfThePageAndTheStudiesOfTheSuiteComeBack() {
        List<StudyFile> files = new ArrayList<>(StudyFile.shipped());
        files.add(new StudyFile("example.json", Pages.example("hazop-study.md")));
        for (StudyFile file : files) {
            String written = StudyWriter.text(file.study());
            assertThat(read(written)).as(file.shown()).isEqualTo(file.study());
            assertThat(SCHEMA.validate(Pages.json(written))).as(file.shown()).isEmpty();
            assertThat(StudyWriter.text(read(written))).isEqualTo(written);
        }
    }

    @Test
    void version01IsRaisedWithAllItsIdsAndWords() {
        byte[] bytes = StrictJson.bytes(StudyReader.class, "first-version.json");
        Study first = StudyReader.read("first.json", bytes);
        String written = StudyWriter.text(first);
        assertThat(SCHEMA.validate(Pages.json(written))).isEmpty();
        Study raised = read(written);
        assertThat(raised.keyItems().map(KeyItem::key).toList())
                .isEqualTo(first.keyItems().map(KeyItem::key).toList());
        assertThat(raised.tags()).isEqualTo(first.tags());
        assertThat(raised.deviations())
                .extracting(Deviation::risk)
                .isEqualTo(first.deviations().stream().map(Deviation::risk).toList());
        assertThat(raised.deviations().get(0).causes())
                .isEqualTo(first.deviations().get(0).causes());
        assertThat(raised.deviations().get(0).consequences().get(0).proof())
                .isEqualTo(new Judgement(StudyWriter.NOT_TOLD));
        Findings findings = Findings.collecting();
        StudyReader.read("raised.json", written.getBytes(StandardCharsets.UTF_8), findings);
        assertThat(findings.all()).isEmpty();
    }
}
