package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.common.error.OtsException;

/** Attempts in their journals: what is acknowledged is there after a crash, and nothing counts twice. */
class AttemptStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final TaskCatalogue CATALOGUE = TaskCatalogue.shipped();
    private static final String ID = "t20260301-080000-000001";

    @TempDir
    private Path folder;

    private static AttemptHead head(String task) {
        return new AttemptHead(
                ID,
                "s1",
                task,
                CATALOGUE.task(task).head().level(),
                CATALOGUE.digest(),
                7,
                Optional.empty(),
                CLOCK.millis());
    }

    private static TaskForm form(String task) {
        return CATALOGUE.form(CATALOGUE.task(task), 7);
    }

    private static AttemptEdit edit(String id, Question question) {
        return new AttemptEdit(id, question.id(), question.key());
    }

    private static void refused(TaskError code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OtsException.class, e -> assertThat(e.errorCode()).isEqualTo(code));
    }

    @Test
    void whatWasAcknowledgedIsThereAgain() throws IOException {
        TaskForm form = form("prep-rig-2");
        Question first = form.questions().get(0);
        Question second = form.questions().get(1);
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            store.open(head("prep-rig-2"));
            store.answer(ID, form, List.of(edit("e1", first), edit("e2", second)));
            store.answer(ID, form, List.of(new AttemptEdit("e3", second.id(), List.of())));
        }
        // half a record, as a crash leaves it
        try (Stream<Path> files = Files.walk(folder)) {
            Path last = files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().contains("current")
                            && !file.getFileName().toString().contains("lock"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Files.write(last, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        }
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            assertThat(store.lost()).isEmpty();
            AttemptState state = store.view(ID);
            assertThat(state.answer(first.id())).isEqualTo(first.key());
            assertThat(state.answer(second.id())).isEmpty();
            long revision = state.revision();
            // the same edit again, as after a lost answer of the station
            assertThat(store.answer(ID, form, List.of(edit("e1", first))).revision())
                    .isEqualTo(revision);
            AttemptState done = store.submit(ID, form, Optional.empty());
            assertThat(done.score().orElseThrow().earned())
                    .isEqualTo(first.head().weight());
            assertThat(store.submit(ID, form, Optional.empty()).submission()).isEqualTo(done.submission());
        }
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            AttemptState state = store.view(ID);
            assertThat(state.submission().orElseThrow().receipt()).hasSize(16);
            assertThat(state.score().orElseThrow().earned())
                    .isEqualTo(first.head().weight());
            assertThat(state.feedback()).isTrue();
            refused(TaskError.SUBMITTED, () -> store.answer(ID, form, List.of(edit("e9", first))));
        }
    }

    @Test
    void aJuniorQuestionIsCheckedOnceAndChangesNoMore() {
        TaskForm form = form("prep-rig-1");
        Question question = form.questions().get(0);
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            store.open(head("prep-rig-1"));
            refused(TaskError.NOT_ANSWERED, () -> store.check(ID, form, question.id()));
            store.answer(ID, form, List.of(edit("e1", question)));
            assertThat(store.view(ID).feedback(question.id())).isFalse();
            assertThat(store.check(ID, form, question.id()).feedback(question.id()))
                    .isTrue();
            refused(
                    TaskError.CHECKED,
                    () -> store.answer(ID, form, List.of(new AttemptEdit("e2", question.id(), List.of()))));
            refused(TaskError.QUESTION_UNKNOWN, () -> store.check(ID, form, "nothing"));
        }
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            assertThat(store.view(ID).checked()).containsExactly(question.id());
        }
    }

    @Test
    void aSeniorAttemptTellsNothingBeforeItsRelease() {
        TaskForm form = form("prep-rig-3");
        Question question = form.questions().get(1);
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            store.open(head("prep-rig-3"));
            store.answer(ID, form, List.of(edit("e1", question)));
            refused(TaskError.NOT_JUNIOR, () -> store.check(ID, form, question.id()));
            refused(TaskError.NOT_SUBMITTED, () -> store.release(ID, "t"));
            assertThat(store.submit(ID, form, Optional.empty()).feedback()).isFalse();
            AttemptState released = store.release(ID, "t");
            assertThat(released.feedback()).isTrue();
            assertThat(store.release(ID, "other").release()).isEqualTo(released.release());
        }
    }

    @Test
    void theWorksheetIsOpenedOnceAndSettlesTheQuestionsItWouldAnswer() {
        TaskForm form = form("tool-rig-3");
        Question nodes = form.question("nodes").orElseThrow();
        Question other = form.question("l1-gap").orElseThrow();
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            store.open(head("tool-rig-3"));
            store.answer(ID, form, List.of(edit("e1", nodes)));
            assertThat(store.openSheet(ID, () -> "h1").sheet()).contains("h1");
            assertThat(store.openSheet(ID, () -> "h2").sheet()).contains("h1");
            refused(
                    TaskError.BEFORE_SHEET,
                    () -> store.answer(ID, form, List.of(new AttemptEdit("e2", nodes.id(), List.of()))));
            store.answer(ID, form, List.of(edit("e3", other)));
        }
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            AttemptState state = store.view(ID);
            assertThat(state.sheet()).contains("h1");
            assertThat(state.settled(nodes)).isTrue();
            assertThat(state.settled(other)).isFalse();
            assertThat(state.answer(nodes.id())).isEqualTo(nodes.key());
        }
    }

    @Test
    void wrongEditsAreRefusedAndNotKept() {
        TaskForm form = form("prep-rig-2");
        Question question = form.questions().get(0);
        try (AttemptStore store = new AttemptStore(folder, CLOCK)) {
            store.open(head("prep-rig-2"));
            refused(
                    TaskError.ANSWER_FORM,
                    () -> store.answer(ID, form, List.of(new AttemptEdit("e1", question.id(), List.of("zz")))));
            refused(TaskError.EDIT_FORM, () -> store.answer(ID, form, List.of(edit("E 1", question))));
            assertThat(store.view(ID).answers()).isEmpty();
            refused(TaskError.ATTEMPT_UNKNOWN, () -> store.view("t-none"));
        }
    }
}
