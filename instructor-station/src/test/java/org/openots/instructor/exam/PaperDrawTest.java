package org.openots.instructor.exam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openots.common.json.Findings;
import org.openots.instructor.strategy.SealedExams;
import org.openots.instructor.strategy.Strategy;
import org.openots.instructor.strategy.StrategyReader;

/** Papers follow from the seed alone, neighbours differ, and nobody's fault is stronger than another's. */
class PaperDrawTest {
    private static final byte[] SEED = Digests.bytes("00112233445566778899aabbccddeeff".repeat(2));
    private static final List<String> POOL = List.of("A-F03", "A-F01", "A-F05", "A-F06");
    private static final List<String> ROOM =
            IntStream.rangeClosed(1, 40).mapToObj(i -> "s" + i).toList();

    private static ObjectNode document(int count) {
        ObjectNode faults = SealedExams.section("S2", "normal", 60, 3600, POOL.toArray(String[]::new));
        faults.put("task", "A-6");
        ((ObjectNode) faults.path("pick")).put("count", count).put("noRepeatWithin", 2);
        ObjectNode document = SealedExams.sections(
                SealedExams.document(),
                List.of(SealedExams.section("S1", "normal", 40, 600, "A-3"), faults),
                "A-3@1",
                "A-6@1");
        ((ObjectNode) document.path("faults").path("severity")).put("min", 0.5).put("max", 1);
        return document;
    }

    private static Strategy strategy(ObjectNode document) {
        return StrategyReader.read("draw", document.toString().getBytes(StandardCharsets.UTF_8), Findings.throwing());
    }

    private static Map<String, List<PaperItem>> papers(ObjectNode document, byte[] seed, DrawFilter filter) {
        return new PaperDraw(strategy(document), seed, item -> 12, filter).papers(ROOM);
    }

    private static Map<String, List<PaperItem>> papers(ObjectNode document, byte[] seed) {
        return papers(document, seed, new DrawFilter(Map.of()));
    }

    private static List<String> faults(List<PaperItem> paper) {
        return paper.stream()
                .flatMap(item -> item.hidden().stream())
                .map(PaperItem.HiddenFault::fault)
                .toList();
    }

    @Test
    void theSameSeedGivesTheSamePapersAndAnotherOneOthers() {
        byte[] other = SEED.clone();
        other[0] ^= 1;
        assertThat(papers(document(2), SEED)).isEqualTo(papers(document(2), SEED));
        assertThat(papers(document(2), SEED)).isNotEqualTo(papers(document(2), other));
    }

    @Test
    void eachItemHasItsShareAndNeighboursDiffer() {
        Map<String, List<PaperItem>> papers = papers(document(2), SEED);
        List<List<String>> drawn = new ArrayList<>();
        Map<String, Set<Double>> severities = new HashMap<>();
        Set<Double> onsets = new HashSet<>();
        papers.values().forEach(paper -> {
            assertThat(paper).extracting(PaperItem::weight).containsExactly(40.0, 30.0, 30.0);
            assertThat(paper).extracting(PaperItem::limitSeconds).containsExactly(600, 1800, 1800);
            assertThat(faults(paper)).doesNotHaveDuplicates().isSubsetOf(POOL);
            drawn.add(faults(paper));
            paper.stream().flatMap(item -> item.hidden().stream()).forEach(hidden -> {
                severities
                        .computeIfAbsent(hidden.fault(), key -> new HashSet<>())
                        .add(hidden.severity());
                onsets.add(hidden.delaySeconds());
                assertThat(hidden.severity()).isBetween(0.5, 1.0);
                assertThat(hidden.delaySeconds()).isBetween(30.0, 180.0);
                assertThat(hidden.rampSeconds()).isEqualTo(12);
            });
        });
        for (int i = 2; i < drawn.size(); i++) {
            assertThat(drawn.subList(i - 2, i)).as("seat %d", i).doesNotContain(drawn.get(i));
        }
        assertThat(new HashSet<>(drawn)).as("the pool is used").hasSizeGreaterThan(8);
        assertThat(severities.keySet()).containsExactlyInAnyOrderElementsOf(POOL);
        assertThat(severities.values())
                .as("one strength of a fault for all candidates")
                .allMatch(all -> all.size() == 1);
        assertThat(onsets).as("but not one moment").hasSizeGreaterThan(20);
    }

    @Test
    void oneSeedForTheSessionIsOnePaperForAll() {
        ObjectNode document = document(2);
        ((ObjectNode) document.path("paper")).put("seedPolicy", "per-session-sealed");
        assertThat(new HashSet<>(papers(document, SEED).values())).hasSize(1);
    }

    @Test
    void aFixedPaperTakesTheFirstOfThePool() {
        ObjectNode document = document(2);
        ((ObjectNode) document.path("paper")).put("assembly", "fixed");
        assertThat(papers(document, SEED).values())
                .allSatisfy(paper -> assertThat(faults(paper)).containsExactly("A-F03", "A-F01"));
    }

    /** Asked for a mean of 0.6 ± 0.1; only draws of one easy and one hard fault, or of the two middle ones, have it. */
    @Test
    void drawsAreEquallyDifficultOnceThatIsKnown() {
        Map<String, DrawFilter.Difficulty> known = Map.of(
                "A-6/A-F03", new DrawFilter.Difficulty(40, 0.2),
                "A-6/A-F01", new DrawFilter.Difficulty(40, 0.6),
                "A-6/A-F05", new DrawFilter.Difficulty(40, 0.6),
                "A-6/A-F06", new DrawFilter.Difficulty(40, 1.0));
        Map<String, List<PaperItem>> equal = papers(document(2), SEED, new DrawFilter(known));
        assertThat(equal.values())
                .allSatisfy(paper -> assertThat(faults(paper).contains("A-F03"))
                        .as(faults(paper).toString())
                        .isEqualTo(faults(paper).contains("A-F06")));
        Map<String, DrawFilter.Difficulty> few = new HashMap<>(known);
        few.put("A-6/A-F03", new DrawFilter.Difficulty(39, 0.2));
        assertThat(papers(document(2), SEED, new DrawFilter(few)))
                .as("one candidate too few, and nothing is said about difficulty")
                .isEqualTo(papers(document(2), SEED));
    }

    /** 40,000 draws below 3: each number comes as often as the others, within four standard deviations. */
    @Test
    void noNumberIsFavoured() {
        DrawStream stream = new DrawStream(SEED, "test");
        int[] counts = new int[3];
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            counts[stream.below(3)]++;
        }
        double deviation = Math.sqrt(draws / 3.0 * 2 / 3);
        for (int count : counts) {
            assertThat(Math.abs(count - draws / 3.0)).isLessThan(4 * deviation);
        }
    }
}
