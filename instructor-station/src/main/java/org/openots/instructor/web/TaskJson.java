package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.hazop.task.AttemptHead;
import org.openots.hazop.task.AttemptScore;
import org.openots.hazop.task.AttemptState;
import org.openots.hazop.task.Choice;
import org.openots.hazop.task.Grid;
import org.openots.hazop.task.Labelled;
import org.openots.hazop.task.Matching;
import org.openots.hazop.task.NodeSplit;
import org.openots.hazop.task.Numeric;
import org.openots.hazop.task.OptionNumbers;
import org.openots.hazop.task.Ordering;
import org.openots.hazop.task.Question;
import org.openots.hazop.task.Ratings;
import org.openots.hazop.task.SheetPart;
import org.openots.hazop.task.Shuffle;
import org.openots.hazop.task.TaskForm;
import org.openots.hazop.task.TrainingTask;
import org.openots.instructor.hazop.TaskDesk;

/** An attempt as JSON. Right answers, reasons and points go along only when they are due; see {@link AttemptState}. */
final class TaskJson {
    private final TaskDesk desk;

    TaskJson(TaskDesk desk) {
        this.desk = desk;
    }

    ObjectNode summary(AttemptState state) {
        ObjectNode node = head(state.head());
        desk.catalogue().find(state.head().task()).ifPresent(task -> {
            node.put("module", task.head().module().code())
                    .put("plant", task.head().plant());
            node.set("title", Json.text(task.head().title()));
        });
        times(node, state);
        if (state.submission().isPresent()) {
            total(node, state);
        }
        return node;
    }

    private static ObjectNode head(AttemptHead head) {
        return Json.object()
                .put("id", head.id())
                .put("owner", head.owner())
                .put("task", head.task())
                .put("level", head.level().word())
                .put("openedAt", Instant.ofEpochMilli(head.opened()).toString());
    }

    private static void times(ObjectNode node, AttemptState state) {
        state.submission()
                .ifPresent(done -> node.putObject("submitted")
                        .put("at", Instant.ofEpochMilli(done.at()).toString())
                        .put("receipt", done.receipt()));
        state.release()
                .ifPresent(done ->
                        node.put("releasedAt", Instant.ofEpochMilli(done.at()).toString()));
    }

    private void total(ObjectNode node, AttemptState state) {
        TaskDesk.Total total = desk.total(state);
        Json.number(node, "earned", total.earned());
        Json.number(node, "possible", total.possible());
        Json.number(node, "percent", total.percent());
        node.put("waiting", total.waiting()).put("pending", total.pending());
    }

    /**
     * The whole attempt.
     *
     * @param state the attempt
     * @param teacher whether the reader may see everything once it is submitted
     */
    ObjectNode whole(AttemptState state, boolean teacher) {
        boolean all = state.feedback() || (teacher && state.submission().isPresent());
        boolean handedIn =
                desk.sheet(state).filter(sheet -> sheet.handIn().isPresent()).isPresent();
        ObjectNode node = parts(state, all, handedIn);
        if (all) {
            total(node, state);
        }
        return node;
    }

    /**
     * A task for a teacher to look at, with all its pages.
     *
     * @param state an attempt that is kept nowhere
     * @param key whether right answers and reasons go along
     */
    ObjectNode preview(AttemptState state, boolean key) {
        return parts(state, key, true).put("preview", true);
    }

    private ObjectNode parts(AttemptState state, boolean all, boolean unlocked) {
        TrainingTask task = desk.catalogue().task(state.head().task());
        TaskForm form = desk.form(state.head());
        ObjectNode node = head(state.head())
                .put("module", task.head().module().code())
                .put("plant", task.head().plant())
                .put("minutes", task.head().minutes())
                .put("revision", state.revision())
                .put("feedback", all);
        node.set("title", Json.text(task.head().title()));
        node.set("intro", Json.text(task.head().intro()));
        Json.number(node, "passPercent", task.head().passPercent());
        times(node, state);
        ArrayNode pages = node.putArray("pages");
        for (TaskForm.Page page : form.pages()) {
            boolean locked = page.afterSheet() && !unlocked;
            ObjectNode one = pages.addObject()
                    .put("id", page.id())
                    .put("afterSheet", page.afterSheet())
                    .put("locked", locked);
            one.set("title", Json.text(page.title()));
            if (locked) {
                // it would tell some of what belongs into the worksheet
                one.put("count", page.questions().size()).putArray("questions");
                continue;
            }
            page.text().ifPresent(text -> one.set("text", Json.text(text)));
            ArrayNode questions = one.putArray("questions");
            page.questions().forEach(question -> questions.add(question(question, state, all)));
        }
        task.sheet().ifPresent(part -> node.set("sheet", sheet(state, part, task, all)));
        return node;
    }

    private ObjectNode question(Question question, AttemptState state, boolean all) {
        ObjectNode node = offered(question)
                .put("id", question.id())
                .put("kind", question.kind())
                .put("checked", state.checked().contains(question.id()))
                .put("settled", state.settled(question));
        node.set("prompt", Json.text(question.head().prompt()));
        Json.number(node, "weight", question.head().weight());
        List<String> answer = state.answer(question.id());
        OptionNumbers numbers = OptionNumbers.of(question);
        numbers.told(answer).forEach(node.putArray("answer")::add);
        if (all || state.feedback(question.id())) {
            ObjectNode due = node.putObject("feedback");
            Json.number(due, "earned", question.head().weight() * question.share(answer));
            numbers.told(question.key()).forEach(due.putArray("key")::add);
            numbers.told(question.either()).forEach(due.putArray("either")::add);
            due.set("why", Json.text(question.head().why()));
            if (question instanceof NodeSplit split) {
                ObjectNode overlaps = due.putObject("overlap");
                split.overlaps(answer)
                        .forEach(
                                (place, value) -> Json.number(overlaps, Integer.toString(numbers.value(place)), value));
            }
        }
        return node;
    }

    /**
     * What a question shows before it is answered, put together field by field, so that no key can come along: ids of what
     * is offered are places in the order shown, see {@link OptionNumbers}.
     */
    private static ObjectNode offered(Question question) {
        ObjectNode node = Json.object();
        if (question instanceof Choice choice) {
            node.put("several", choice.several());
            texts(
                    node.putArray("options"),
                    choice.options().stream().map(Choice.Option::text).toList());
        } else if (question instanceof Numeric number) {
            node.put("unit", number.unit());
        } else if (question instanceof Ordering order) {
            labels(node.putArray("steps"), order.shown());
        } else if (question instanceof Matching match) {
            labels(node.putArray("left"), match.left());
            labels(node.putArray("right"), match.right());
        } else if (question instanceof Grid grid) {
            labels(node.putArray("rows"), grid.rows());
            labels(node.putArray("columns"), grid.columns());
        } else if (question instanceof NodeSplit split) {
            node.put("named", split.named());
            labels(node.putArray("nodes"), split.nodes());
            ArrayNode things = labels(node.putArray("things"), split.things());
            // a thing is found on the drawing by its tag
            for (int i = 0; i < things.size(); i++) {
                ((ObjectNode) things.get(i)).put("tag", split.things().get(i).id());
            }
        } else if (question instanceof Ratings ratings) {
            node.put("severities", ratings.severities()).put("likelihoods", ratings.likelihoods());
            labels(
                    node.putArray("scenarios"),
                    ratings.scenarios().stream().map(Ratings.Scenario::about).toList());
        }
        return node;
    }

    private static ArrayNode labels(ArrayNode array, List<Labelled> labels) {
        return texts(array, labels.stream().map(Labelled::text).toList());
    }

    private static ArrayNode texts(ArrayNode array, List<LocalText> texts) {
        texts.forEach(text ->
                array.addObject().put("id", Integer.toString(array.size())).set("text", Json.text(text)));
        return array;
    }

    private ObjectNode sheet(AttemptState state, SheetPart part, TrainingTask task, boolean all) {
        ObjectNode node = Json.object();
        state.sheet().ifPresent(id -> node.put("id", id));
        part.deviations().forEach(node.putArray("deviations")::add);
        Json.number(node, "weight", part.weight());
        Json.number(node, "auditWeight", part.auditWeight());
        ArrayNode given = node.putArray("given");
        // in the order of the attempt: that of the file would tell the columns
        new Shuffle(state.head().seed())
                .of("given", part.given(), item -> item)
                .forEach(item -> desk.catalogue()
                        .words(task.head().plant(), item)
                        .ifPresent(text -> given.add(Json.text(text))));
        desk.sheet(state)
                .ifPresent(written -> node.put("handedIn", written.handIn().isPresent())
                        .put("submitted", written.submitted().size()));
        if (all) {
            desk.sheetTotal(state).ifPresent(total -> {
                Json.number(node, "earned", total.earned());
                node.put("waiting", total.waiting()).put("pending", total.pending());
            });
            state.score().flatMap(AttemptScore::audit).ifPresent(audit -> node.set("audit", audit(audit)));
        }
        return node;
    }

    private static ObjectNode audit(AttemptScore.Audit audit) {
        ObjectNode node = Json.object();
        Json.number(node, "earned", audit.earned());
        Json.number(node, "possible", audit.possible());
        ArrayNode flags = node.putArray("flags");
        audit.flags().forEach(flag -> {
            ObjectNode one = flags.addObject()
                    .put("deviation", flag.deviation())
                    .put("line", flag.line())
                    .put("rule", flag.rule().word());
            one.set("text", Json.text(flag.text()));
        });
        return node;
    }
}
