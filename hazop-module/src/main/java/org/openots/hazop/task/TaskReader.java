package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Node;

/** Reads {@code hazop-tasks} 1.0 and {@code hazop-items} 1.0. */
final class TaskReader {
    static final String TASKS = "hazop-tasks";
    static final String ITEMS = "hazop-items";
    private static final String VERSION = "1.0";
    private static final LocalText STUDY = new LocalText("HAZOP 分析", "study");
    private static final LocalText NODE = new LocalText("节点", "node");
    private static final LocalText DEVIATION = new LocalText("偏差", "deviation");
    private static final LocalText ITEM = new LocalText("答案条目", "key item");
    private static final int LONGEST_MINUTES = 240;
    private static final int MOST_DRAWN = 60;
    private static final double ALL = 100;

    private final TaskPlaces places;

    TaskReader(TaskPlaces places) {
        this.places = places;
    }

    List<BankItem> items(TaskFile file, Findings findings) {
        JsonCursor root = StrictJson.parse(file.shown(), file.json(), findings);
        root.requireFormat(ITEMS, VERSION);
        root.at("title").localText();
        List<BankItem> items = new ArrayList<>();
        QuestionReader questions = new QuestionReader(Optional.empty());
        List<JsonCursor> list = root.at("items").items();
        for (JsonCursor c : list) {
            TaskLevel level = c.at("level").oneOf(TaskLevel.class);
            KnowledgeArea area = c.at("area").oneOf(KnowledgeArea.class);
            BankItem.Cognitive cognitive = c.at("cognitive").oneOf(BankItem.Cognitive.class);
            JsonCursor from = c.at("source");
            BankItem.Source source = new BankItem.Source(
                    from.at("document").text(), from.at("clause").localText());
            Optional<String> plant = c.optional("plant").map(p -> p.nameOf(places.ids(), STUDY));
            questions.read(c).ifPresent(q -> items.add(new BankItem(level, area, cognitive, source, plant, q)));
        }
        if (root.isPresent()) {
            QuestionReader.unique(
                    root.nearest("items"), items.stream().map(BankItem::id).toList());
            root.finish();
        }
        return items;
    }

    List<TrainingTask> tasks(TaskFile file, List<BankItem> bank, Findings findings) {
        JsonCursor root = StrictJson.parse(file.shown(), file.json(), findings);
        root.requireFormat(TASKS, VERSION);
        String study = root.at("study").nameOf(places.ids(), STUDY);
        Optional<TaskPlace> place = places.find(study);
        List<TrainingTask> tasks = new ArrayList<>();
        if (place.isPresent()) {
            QuestionReader questions = new QuestionReader(Optional.of(new StudyQuestions(place.get())));
            for (JsonCursor c : root.at("tasks").items()) {
                tasks.add(task(c, place.get(), questions, bank));
            }
            root.finish();
        }
        return tasks;
    }

    private static TrainingTask task(JsonCursor c, TaskPlace place, QuestionReader questions, List<BankItem> bank) {
        TrainingTask.Head head = new TrainingTask.Head(
                NameForm.FILE.read(c.at("id")),
                c.at("module").oneOf(TaskModule.class),
                c.at("level").oneOf(TaskLevel.class),
                place.study().id(),
                c.at("title").localText(),
                c.at("intro").localText(),
                c.at("minutes").integer(1, LONGEST_MINUTES),
                c.at("passPercent").between(1, ALL));
        List<Section> sections = c.optional("sections")
                .map(list -> list.list(s -> section(s, questions, head, bank)))
                .orElse(List.of());
        Optional<SheetPart> sheet = c.optional("sheet").map(s -> sheet(s, place));
        boolean empty = sections.stream()
                .allMatch(s -> s.questions().isEmpty() && s.draws().isEmpty());
        if (empty && sheet.isEmpty()) {
            c.report(TaskError.EMPTY_TASK, head.id());
        }
        QuestionReader.unique(
                c.nearest("sections"),
                sections.stream()
                        .flatMap(s -> s.questions().stream())
                        .map(Question::id)
                        .toList());
        return new TrainingTask(head, sections, sheet);
    }

    private static Section section(
            JsonCursor c, QuestionReader questions, TrainingTask.Head head, List<BankItem> bank) {
        List<Question> own = new ArrayList<>();
        c.optional("questions")
                .ifPresent(
                        list -> list.items().forEach(one -> questions.read(one).ifPresent(own::add)));
        List<Section.Draw> draws = c.optional("draws")
                .map(list -> list.list(one -> draw(one, head, bank)))
                .orElse(List.of());
        return new Section(
                NameForm.FILE.read(c.at("id")),
                c.at("title").localText(),
                c.optional("text").map(JsonCursor::localText),
                c.optional("afterSheet").map(JsonCursor::bool).orElse(false),
                own,
                draws);
    }

    private static Section.Draw draw(JsonCursor c, TrainingTask.Head head, List<BankItem> bank) {
        Section.Draw draw = new Section.Draw(
                c.at("area").oneOf(KnowledgeArea.class),
                c.at("count").integer(1, MOST_DRAWN),
                c.at("weight").positive());
        int there = TaskForm.candidates(bank, draw.area(), head.level(), head.plant())
                .size();
        if (there < draw.count()) {
            c.nearest("count")
                    .report(
                            TaskError.BANK_TOO_SMALL,
                            draw.area().name(),
                            head.level().word(),
                            draw.count(),
                            there);
        }
        return draw;
    }

    private static SheetPart sheet(JsonCursor c, TaskPlace place) {
        List<String> known = place.study().nodes().stream().map(Node::id).toList();
        List<String> nodes = c.at("nodes").list(one -> one.nameOf(known, NODE));
        List<String> deviations = new ArrayList<>();
        for (JsonCursor one : c.at("deviations").items()) {
            String id = one.nameOf(place.deviationIds(), DEVIATION);
            deviations.add(id);
            place.study()
                    .deviation(id)
                    .map(Deviation::nodeId)
                    .filter(node -> !nodes.contains(node))
                    .ifPresent(node -> one.report(TaskError.DEVIATION_NODE, id, String.join(" ", nodes)));
        }
        List<String> given = c.optional("given")
                .map(list -> list.list(one -> one.nameOf(place.itemIds(), ITEM)))
                .orElse(List.of());
        return new SheetPart(
                nodes,
                deviations,
                c.at("weight").positive(),
                c.optional("auditWeight").map(JsonCursor::notNegative).orElse(0.0),
                given);
    }
}
