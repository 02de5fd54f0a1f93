package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.StudyFile;

/** Everything that is shipped: complete, in both languages, and scored so that only knowledge earns. */
class TaskContentTest {
    private static final int SEEDS = 3;
    private static TaskCatalogue catalogue;

    @BeforeAll
    static void read() {
        catalogue = TaskCatalogue.shipped();
    }

    @Test
    void theFilesHaveNoMistakes() {
        assertThat(TaskCatalogue.check(TaskFile.shipped()).stream()
                        .map(finding -> finding.messageIn(Locale.ENGLISH))
                        .toList())
                .isEmpty();
    }

    @Test
    void everyCellButTheDrillsHasATaskForEveryPlant() {
        for (TaskModule module : TaskModule.values()) {
            for (TaskLevel level : TaskLevel.values()) {
                Set<String> plants = catalogue.tasks().stream()
                        .map(TrainingTask::head)
                        .filter(head -> head.module() == module && head.level() == level)
                        .map(TrainingTask.Head::plant)
                        .collect(Collectors.toSet());
                if (module == TaskModule.ABNORMAL_HANDLING) {
                    assertThat(plants).as("from another source").isEmpty();
                } else {
                    assertThat(plants)
                            .as("%s %s", module, level)
                            .containsExactlyInAnyOrderElementsOf(StudyFile.SHIPPED);
                }
            }
        }
    }

    @Test
    void theBankIsLargeAndEveryAreaHasEveryLevel() {
        assertThat(catalogue.bank()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(catalogue.bank().stream().map(BankItem::id)).doesNotHaveDuplicates();
        assertThat(catalogue.tasks().stream().map(TrainingTask::id)).doesNotHaveDuplicates();
        for (KnowledgeArea area : KnowledgeArea.values()) {
            for (TaskLevel level : TaskLevel.values()) {
                boolean report = area == KnowledgeArea.REPORT && level != TaskLevel.SENIOR;
                long items = catalogue.bank().stream()
                        .filter(item -> item.area() == area && item.level() == level)
                        .count();
                assertThat(items).as("%s %s", area, level).isGreaterThanOrEqualTo(report ? 0 : 5);
            }
        }
        assertThat(catalogue.bank().stream().map(item -> item.question().kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("choice", "number", "order", "match");
        assertThat(catalogue.bank().stream().map(BankItem::cognitive).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(BankItem.Cognitive.values());
    }

    private static Stream<Question> questions() {
        Stream<Question> drawn = catalogue.tasks().stream()
                .flatMap(task -> Stream.iterate(0L, seed -> seed + 1)
                        .limit(SEEDS)
                        .flatMap(seed -> catalogue.form(task, seed).questions().stream()));
        return Stream.concat(drawn, catalogue.bank().stream().map(BankItem::question));
    }

    @Test
    void theKeyEarnsAllAndNothingOrEverythingEarnsNothing() {
        questions().forEach(question -> {
            assertThat(question.fits(question.key())).as(question.id()).isTrue();
            assertThat(question.share(question.key())).as(question.id()).isEqualTo(1);
            assertThat(question.share(List.of())).as(question.id()).isZero();
            everything(question).forEach(all -> {
                assertThat(question.fits(all)).as(question.id()).isTrue();
                assertThat(question.share(all)).as("%s %s", question.id(), all).isZero();
            });
        });
    }

    /** What somebody answers who ticks all there is, or puts everything into one place. */
    private static List<List<String>> everything(Question question) {
        if (question instanceof Choice choice && choice.several()) {
            return List.of(choice.options().stream().map(Choice.Option::id).toList());
        }
        if (question instanceof Grid grid) {
            return List.of(List.copyOf(grid.pairs()));
        }
        if (question instanceof NodeSplit split) {
            return split.nodes().stream()
                    .map(node -> split.things().stream()
                            .map(thing -> thing.id() + "=" + node.id())
                            .toList())
                    .toList();
        }
        return List.of();
    }

    @Test
    void theTextsAreInBothLanguages() {
        List<LocalText> texts = new ArrayList<>();
        catalogue.tasks().forEach(task -> {
            texts.add(task.head().title());
            texts.add(task.head().intro());
            task.sections().forEach(section -> {
                texts.add(section.title());
                section.text().ifPresent(texts::add);
            });
        });
        questions().forEach(question -> {
            texts.add(question.head().prompt());
            texts.add(question.head().why());
            texts.addAll(labels(question));
        });
        for (LocalText text : texts) {
            assertThat(text.zh()).isNotBlank();
            // the names of the terms themselves may be Chinese in both languages
            boolean term = text.zh().equals(text.en());
            assertThat(term || !text.en().matches(".*\\p{IsHan}.*"))
                    .as(text.en())
                    .isTrue();
        }
    }

    private static List<LocalText> labels(Question question) {
        if (question instanceof Choice choice) {
            return choice.options().stream().map(Choice.Option::text).toList();
        }
        if (question instanceof Ordering order) {
            return order.steps().stream().map(Labelled::text).toList();
        }
        if (question instanceof Matching match) {
            return Stream.concat(match.left().stream(), match.right().stream())
                    .map(Labelled::text)
                    .toList();
        }
        return List.of();
    }

    @Test
    void aPaperFollowsFromItsSeedAndNoQuestionComesTwice() {
        for (TrainingTask task : catalogue.tasks()) {
            List<String> first = ids(task, 7);
            assertThat(ids(task, 7)).isEqualTo(first);
            assertThat(new HashSet<>(first)).hasSameSizeAs(first);
        }
        TrainingTask drawn = catalogue.task("prep-rig-1");
        assertThat(ids(drawn, 8)).isNotEqualTo(ids(drawn, 7));
    }

    private static List<String> ids(TrainingTask task, long seed) {
        return catalogue.form(task, seed).questions().stream().map(Question::id).toList();
    }

    @Test
    void theLevelsOfPreparationDiffer() {
        for (String plant : List.of("rig", "debutanizer", "column")) {
            List<Set<String>> kinds = Stream.of("-1", "-2", "-3")
                    .map(level -> catalogue.task("prep-" + plant + level).sections().stream()
                            .flatMap(section -> section.questions().stream())
                            .map(Question::kind)
                            .collect(Collectors.toSet()))
                    .toList();
            assertThat(kinds.get(0)).containsOnly("choice", "match");
            assertThat(kinds.get(1)).contains("grid", "nodes", "number");
            assertThat(kinds.get(2)).contains("nodes", "rating", "match", "number");
        }
    }
}
