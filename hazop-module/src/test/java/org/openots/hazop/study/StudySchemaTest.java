package org.openots.hazop.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.risk.RiskMatrixReader;

/** Schemas, readers and pages of studies and risk matrices tell the same. */
class StudySchemaTest {
    private static final String STUDY = "hazop-study.schema.json";
    private static final String MATRIX = "hazop-risk-matrix.schema.json";
    private static final String PAGE = "hazop-study.md";

    @Test
    void areSoundAndTheirPagesNameEveryField() {
        JsonNode study = Pages.schemaNode(StudyReader.class, STUDY);
        Pages.isSound(study);
        Pages.tells(PAGE, Pages.fields(study));
        JsonNode matrix = Pages.schemaNode(RiskMatrices.class, MATRIX);
        Pages.isSound(matrix);
        Pages.tells("hazop-risk-matrix.md", Pages.fields(matrix));
    }

    /** No field is known to the reader that the schema does not have. */
    @Test
    void readerKnowsTheFieldsOfTheSchema() {
        JsonCursor root = StrictJson.parse("study.json", Pages.example(PAGE), Findings.throwing());
        assertThat(StudyReader.read(root)).isPresent();
        assertThat(Pages.fields(Pages.schemaNode(StudyReader.class, STUDY)))
                .containsAll(new TreeSet<>(root.knownFields()));
    }

    @Test
    void examplesAndShippedFilesAreAccepted() {
        Schema schema = Pages.schema(StudyReader.class, STUDY);
        assertThat(schema.validate(Pages.json(Pages.example(PAGE)))).isEmpty();
        for (StudyFile file : StudyFile.shipped()) {
            assertThat(schema.validate(Pages.json(file.text())))
                    .as(file.shown())
                    .isEmpty();
        }
        JsonNode shipped = Pages.schemaNode(RiskMatrices.class, "risk-5x5.json");
        assertThat(Pages.schema(RiskMatrices.class, MATRIX).validate(shipped)).isEmpty();
    }

    @Test
    void schemaAndReaderOfStudiesAgreeOnMistakes() {
        agree(
                PAGE,
                Pages.schema(StudyReader.class, STUDY),
                (json, findings) -> StudyReader.read("f", json, findings),
                400);
    }

    @Test
    void schemaAndReaderOfMatricesAgreeOnMistakes() {
        agree(
                "hazop-risk-matrix.md",
                Pages.schema(RiskMatrices.class, MATRIX),
                (json, findings) -> RiskMatrixReader.read("f", json, findings),
                80);
    }

    /** What the schema rejects the reader names at its place in both languages. */
    private static void agree(String page, Schema schema, BiConsumer<byte[], Findings> reader, int least) {
        List<String> disagreements = new ArrayList<>();
        int rejected = 0;
        for (Mistakes.Mistake mistake : Mistakes.in(Pages.json(Pages.example(page)))) {
            boolean wrong = !schema.validate(mistake.file()).isEmpty();
            Findings findings = Findings.collecting();
            reader.accept(mistake.file().toString().getBytes(StandardCharsets.UTF_8), findings);
            rejected += wrong ? 1 : 0;
            if (wrong != findings.all().stream().anyMatch(f -> names(f, mistake))
                    && !(findings.all().stream().noneMatch(StudySchemaTest::isOfForm) && !wrong)) {
                disagreements.add(mistake.what() + ": schema " + (wrong ? "rejects" : "accepts") + ", reader says "
                        + findings.all().stream().map(f -> f.in(Locale.ENGLISH)).toList());
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(rejected).as("mistakes that the schema rejects").isGreaterThan(least);
    }

    /** The place itself or what holds it. */
    private static boolean names(Finding finding, Mistakes.Mistake mistake) {
        String holder =
                mistake.pointer().substring(0, Math.max(0, mistake.pointer().lastIndexOf('/')));
        String zh = finding.in(Locale.SIMPLIFIED_CHINESE);
        return finding.pointer().startsWith(holder)
                && zh.matches("(?s).*\\p{IsHan}.*")
                && !zh.equals(finding.in(Locale.ENGLISH));
    }

    /** References and what numbers must be to each other only the reader knows. */
    private static boolean isOfForm(Finding finding) {
        return finding.code().code().startsWith("OTS-JSON")
                && !finding.code().name().matches("JSON_(UNKNOWN|MISTYPED|DUPLICATE)_NAME");
    }
}
