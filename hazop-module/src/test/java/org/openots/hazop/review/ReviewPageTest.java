package org.openots.hazop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.hazop.study.Pages;
import org.openots.hazop.wording.Wordings;
import org.openots.hazop.wording.WordingsFile;

/** The pages on decisions and wordings: their examples are read, and what is written looks like them. */
class ReviewPageTest {
    private static final Map<String, Class<?>> BODIES = Map.of(
            ReviewRecord.RULED, Ruling.class,
            ReviewRecord.RELEASED, ReleasedScore.class,
            ReviewRecord.APPEALED, Appeal.class,
            ReviewRecord.CORRECTED, Correction.class,
            ReviewRecord.PROPOSED, Proposal.class,
            ReviewRecord.SETTLED, Proposal.Outcome.class);

    private static List<String> example() {
        return Pages.example("hazop-review.md").lines().toList();
    }

    private static ReviewBook replay(List<String> lines) throws JsonProcessingException {
        ReviewBook book = new ReviewBook();
        for (String line : lines) {
            book.take(ReviewRecord.read(line));
        }
        return book;
    }

    @Test
    void theExampleIsAJournal() throws JsonProcessingException {
        ReviewBook book = replay(example());
        assertThat(book.rulings(Reviews.FIRST)).hasSize(1);
        assertThat(book.released(Reviews.SHEET)).isPresent();
        assertThat(book.corrections(Reviews.SHEET)).hasSize(1);
        assertThat(book.wordings().aliases()).hasSize(1);
        assertThat(book.outcome("p-2").orElseThrow().state()).isEqualTo(Proposal.State.REFUSED);
    }

    @Test
    void whatIsWrittenEqualsThePage() throws JsonProcessingException {
        Set<String> fields = new TreeSet<>();
        for (String line : example()) {
            JsonNode node = Pages.json(line);
            Class<?> type = BODIES.get(node.path("kind").asText());
            if (type != null) {
                Object body = ReviewRecord.body(node.path("body"), type);
                assertThat(ReviewRecord.json(body)).isEqualTo(node.path("body"));
                names(node.path("body"), fields);
            }
        }
        fields.remove("cause");
        Pages.tells("hazop-review.md", fields);
    }

    private static void names(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names(child, names));
    }

    @Test
    void aRecordThatDoesNotFitIsRefused() {
        for (String[] wrong : new String[][] {
            {"\"formatVersion\":\"1.0\"", "\"formatVersion\":\"2.0\""},
            {"\"basis\":\"none\"", "\"basis\":\"maybe\""},
            {"\"examiner\":\"assessor\",", ""},
            {"\"student\":\"s07\"", "\"student\":\"s07\",\"surplus\":1"},
            {"\"index\":0", "\"index\":null"},
            {"\"kind\":\"answer-ruled\"", "\"kind\":\"answer-guessed\""}
        }) {
            List<String> lines = example().stream()
                    .map(line -> line.replace(wrong[0], wrong[1]))
                    .toList();
            assertThat(lines).isNotEqualTo(example());
            assertThatThrownBy(() -> replay(lines))
                    .as(wrong[1])
                    .isInstanceOfAny(JsonProcessingException.class, IllegalArgumentException.class);
        }
    }

    @Test
    void theExampleOfWordingsIsReadAndWrittenAgain() {
        String example = Pages.example("hazop-wordings.md");
        Wordings wordings = WordingsFile.read(StrictJson.parse("wordings.json", example, Findings.throwing()));
        assertThat(wordings.version()).isEqualTo(2);
        assertThat(WordingsFile.write(wordings)).isEqualTo(Pages.json(example));
        Pages.tells("hazop-wordings.md", Set.of("concept", "itemText", "aliases", "words", "version"));
    }
}
