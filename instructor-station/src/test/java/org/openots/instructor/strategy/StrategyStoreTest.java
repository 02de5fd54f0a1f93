package org.openots.instructor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;

/** The store of strategies: who may move what where, what never changes, and what a damaged disk does. */
class StrategyStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH.plusSeconds(1_000_000_000), ZoneOffset.UTC);
    private static final String TRAINING = "TR-JL-BASIC";
    private static final String EXAM = "EX-JL-M-2026A";

    @TempDir
    private Path folder;

    private StrategyStore open() {
        return new StrategyStore(folder, CLOCK, StrategyFiles.content());
    }

    private static Strategy file(String name) {
        return StrategyReader.read(name, StrategyFiles.bytes(name), Findings.throwing());
    }

    private static Strategy titled(String name, String title) {
        ObjectNode json = StrategyWriter.json(file(name));
        ((ObjectNode) json.path("title")).put("zh", title);
        return StrategyReader.read(name, json.toString().getBytes(StandardCharsets.UTF_8), Findings.throwing());
    }

    private static Strategy named(String id) {
        byte[] json =
                StrategyWriter.json(file("training")).put("id", id).toString().getBytes(StandardCharsets.UTF_8);
        return StrategyReader.read(id, json, Findings.throwing());
    }

    private static void refused(StrategyStoreError code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(code);
            assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
            assertThat(e.messageIn(Locale.ENGLISH)).doesNotContainPattern("\\p{IsHan}");
        });
    }

    private static DryRun passed(StrategyVersion version) {
        DryRun.Part part = new DryRun.Part(
                "S1",
                "ethanol-water-rig",
                "A-1",
                "",
                100,
                Optional.of(100.0),
                0,
                List.of(),
                List.of(),
                DryRun.Verdict.PASSED);
        return new DryRun(
                version.document().id(), version.document().version(), version.hash(), "0.5.0", List.of(part));
    }

    @Test
    void aTrainingStrategyIsPublishedAndOnlyANewVersionCanBeWritten() {
        try (StrategyStore store = open()) {
            StrategyView draft = store.save("", file("training"), "teacher");
            assertThat(draft.newest().state()).isEqualTo(Strategy.State.DRAFT);
            assertThat(draft.inUse()).isEmpty();
            StrategyView published = store.publish(TRAINING, 1, draft.token(), "teacher");
            assertThat(published.inUse()).contains(published.newest());
            StrategyView next = store.save(published.token(), titled("training", "新"), "other");
            assertThat(next.versions()).hasSize(2);
            assertThat(next.newest().document().version()).isEqualTo(2);
            assertThat(next.inUse().orElseThrow().document().version()).isEqualTo(1);
            refused(StrategyStoreError.STATE, () -> store.publish(TRAINING, 1, next.token(), "teacher"));
            StrategyView both = store.publish(TRAINING, 2, next.token(), "other");
            assertThat(both.versions().stream().map(StrategyVersion::state))
                    .containsExactly(Strategy.State.RETIRED, Strategy.State.PUBLISHED);
            StrategyView retired = store.retire(TRAINING, 2, both.token(), "teacher", "old");
            assertThat(retired.inUse()).isEmpty();
            refused(StrategyStoreError.STATE, () -> store.retire(TRAINING, 2, retired.token(), "teacher", ""));
            refused(StrategyStoreError.STATE, () -> store.seal(TRAINING, 2, retired.token(), "teacher"));
        }
    }

    @Test
    void theSecondOfTwoEditorsIsRefused() {
        try (StrategyStore store = open()) {
            StrategyView seen = store.save("", file("training"), "first");
            StrategyView saved = store.save(seen.token(), titled("training", "甲"), "first");
            refused(StrategyStoreError.STALE, () -> store.save(seen.token(), titled("training", "乙"), "second"));
            refused(StrategyStoreError.STALE, () -> store.save("", file("training"), "second"));
            refused(StrategyStoreError.STALE, () -> store.publish(TRAINING, 1, seen.token(), "second"));
            assertThat(store.view(TRAINING)).isEqualTo(saved);
            assertThat(saved.newest().document().title().zh()).isEqualTo("甲");
            assertThat(saved.newest().document().version()).isEqualTo(1);
        }
    }

    @Test
    void anExamIsReadByASecondPersonSolvedByRobotsAndSealed() {
        try (StrategyStore store = open()) {
            StrategyView draft = store.save("", file("exam"), "editor");
            refused(StrategyStoreError.STATE, () -> store.publish(EXAM, 1, draft.token(), "editor"));
            refused(StrategyStoreError.STATE, () -> store.seal(EXAM, 1, draft.token(), "officer"));
            refused(StrategyStoreError.FOUR_EYES, () -> store.review(EXAM, 1, draft.token(), "editor"));
            StrategyView read = store.review(EXAM, 1, draft.token(), "reader");
            assertThat(read.newest().reviewer()).isEqualTo("reader");
            DryRun other = new DryRun(
                    EXAM, 1, "0".repeat(64), "0.5.0", passed(read.newest()).parts());
            refused(StrategyStoreError.DRY_RUN, () -> store.dryRun(other, read.token(), "officer"));
            DryRun nothing = new DryRun(EXAM, 1, read.newest().hash(), "0.5.0", List.of());
            refused(StrategyStoreError.DRY_RUN, () -> store.dryRun(nothing, read.token(), "officer"));
            refused(StrategyStoreError.STATE, () -> store.seal(EXAM, 1, read.token(), "officer"));
            StrategyView solved = store.dryRun(passed(read.newest()), read.token(), "officer");
            StrategyView sealed = store.seal(EXAM, 1, solved.token(), "officer");
            assertThat(sealed.newest().frozen()).isTrue();
            assertThat(sealed.newest().dryRun().orElseThrow().path("passed").asBoolean())
                    .isTrue();
            assertThat(sealed.newest().hash()).isEqualTo(draft.newest().hash());
            assertThat(store.save(sealed.token(), file("exam"), "editor").versions())
                    .hasSize(2);
        }
    }

    @Test
    void anEditVoidsTheReview() {
        try (StrategyStore store = open()) {
            StrategyView draft = store.save("", file("exam"), "editor");
            StrategyView read = store.review(EXAM, 1, draft.token(), "reader");
            StrategyView edited = store.save(read.token(), titled("exam", "改"), "reader");
            assertThat(edited.newest().state()).isEqualTo(Strategy.State.DRAFT);
            assertThat(edited.versions()).hasSize(1);
            assertThat(edited.newest().reviewer()).isEmpty();
            // both have written it now
            refused(StrategyStoreError.FOUR_EYES, () -> store.review(EXAM, 1, edited.token(), "editor"));
            refused(StrategyStoreError.FOUR_EYES, () -> store.review(EXAM, 1, edited.token(), "reader"));
        }
    }

    @Test
    void whatHasMistakesIsKeptAsADraftOnly() {
        try (StrategyStore store = open()) {
            ObjectNode json = StrategyWriter.json(file("training"));
            ((ObjectNode) json.path("scoring")).put("passMark", 0);
            Strategy wrong =
                    StrategyReader.read("t", json.toString().getBytes(StandardCharsets.UTF_8), Findings.throwing());
            StrategyView draft = store.save("", wrong, "teacher");
            refused(StrategyStoreError.NOT_SOUND, () -> store.publish(TRAINING, 1, draft.token(), "teacher"));
            refused(StrategyStoreError.UNKNOWN, () -> store.view("none"));
            Strategy alike = named("tr-jl-basic");
            refused(StrategyStoreError.ID_CASE, () -> store.save("", alike, "teacher"));
            refused(StrategyStoreError.UNKNOWN, () -> store.save("x", named("TR-OTHER"), "teacher"));
            refused(StrategyStoreError.VERSION_UNKNOWN, () -> store.version(TRAINING, 7));
        }
    }

    @Test
    void everythingIsThereAfterARestart() {
        StrategyView before;
        try (StrategyStore store = open()) {
            StrategyView draft = store.save("", file("training"), "teacher");
            before = store.publish(TRAINING, 1, draft.token(), "teacher");
            before = store.save(before.token(), titled("training", "新"), "other");
            store.save("", file("exam"), "editor");
        }
        try (StrategyStore store = open()) {
            assertThat(store.damaged()).isEmpty();
            assertThat(store.all()).hasSize(2);
            assertThat(store.view(TRAINING)).isEqualTo(before);
            assertThat(store.publish(TRAINING, 2, before.token(), "other")
                            .inUse()
                            .orElseThrow()
                            .by())
                    .isEqualTo("other");
        }
    }

    @Test
    void aChangedFileIsNamedAndAMissingOneWrittenAgain() throws IOException {
        String hash;
        try (StrategyStore store = open()) {
            StrategyView draft = store.save("", file("training"), "teacher");
            hash = store.publish(TRAINING, 1, draft.token(), "teacher").newest().hash();
        }
        Path file = folder.resolve("versions").resolve(TRAINING + "@1-" + hash.substring(0, 12) + ".json");
        Files.delete(file);
        open().close();
        assertThat(file).isRegularFile();
        Files.writeString(file, Files.readString(file).replace("\"passMark\":60", "\"passMark\":10"));
        try (StrategyStore store = open()) {
            assertThat(store.damaged()).containsOnlyKeys(file.getFileName().toString());
            refused(StrategyStoreError.FILE_CHANGED, () -> store.version(TRAINING, 1));
            assertThat(store.view(TRAINING).newest().document().scoring().passMark())
                    .isEqualTo(60);
            store.save("", file("exam"), "editor");
        }
    }

    @Test
    void aDamagedJournalIsNamedAndTheOthersAreNotAffected() throws IOException {
        try (StrategyStore store = open()) {
            store.save("", file("training"), "teacher");
            store.save("", file("exam"), "editor");
        }
        Path journal;
        try (Stream<Path> files = Files.list(folder.resolve("journal").resolve(EXAM))) {
            journal = files.filter(f -> f.toString().endsWith(".journal"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal, bytes);
        try (StrategyStore store = open()) {
            assertThat(store.damaged()).containsOnlyKeys(EXAM);
            assertThat(store.all().stream().map(StrategyView::id)).containsExactly(TRAINING);
            refused(StrategyStoreError.DAMAGED, () -> store.save("", file("exam"), "editor"));
        }
    }

    @Test
    void aFreshStationHasASoundStrategyForEachPlantWithTasks() {
        try (StrategyStore store = open()) {
            ShippedStrategies.into(store, StrategyFiles.content());
            ShippedStrategies.into(store, StrategyFiles.content());
            assertThat(store.all().stream().map(StrategyView::id)).contains("TR-ethanol-water-rig");
            assertThat(store.all()).allSatisfy(view -> {
                assertThat(view.versions()).hasSize(1);
                assertThat(view.inUse()).isPresent();
            });
            List<TrainingRules.Unit> units =
                    store.all().get(0).newest().document().units().orElseThrow();
            assertThat(units.get(0).tasks()).contains("A-1", "R-20F");
        }
    }

    @Test
    void everyMessageIsThereInBothLanguages() throws IOException {
        for (String suffix : new String[] {"", "_en"}) {
            Properties texts = new Properties();
            try (InputStream in =
                    Strategy.class.getResourceAsStream("StrategyStoreMessages" + suffix + ".properties")) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            assertThat(texts.stringPropertyNames())
                    .isEqualTo(Arrays.stream(StrategyStoreError.values())
                            .map(Enum::name)
                            .collect(Collectors.toSet()));
        }
    }
}
