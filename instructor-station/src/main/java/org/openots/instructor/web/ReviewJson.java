package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.Appeal;
import org.openots.hazop.review.ReleasedScore;
import org.openots.hazop.review.Ruling;
import org.openots.hazop.review.ScoredAnswer;
import org.openots.hazop.review.ScoredRow;
import org.openots.hazop.review.Tally;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetState;
import org.openots.hazop.worksheet.SheetView;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.ReviewDesk;
import org.openots.instructor.hazop.ReviewDesk.Found;
import org.openots.instructor.hazop.SheetResult;
import org.openots.instructor.people.Person;
import org.openots.instructor.store.People;

/** What examiners see, with the key; never sent to a student. Answers of the queue carry no names. */
final class ReviewJson {
    private final HazopDesk desk;
    private final ReviewDesk review;
    private final People people;

    ReviewJson(HazopDesk desk, ReviewDesk review, People people) {
        this.desk = desk;
        this.review = review;
        this.people = people;
    }

    /** A cell of the key with the answers that wait for it. */
    private record Group(String study, String digest, String deviation, String column) {}

    /** Waiting answers by deviation and column, the same text once, and the open appeals. */
    ObjectNode queue() {
        Map<Group, Map<String, List<Found>>> groups = new LinkedHashMap<>();
        List<Found> waiting = review.waiting();
        for (Found found : waiting) {
            Group group = new Group(
                    found.study().id(), digest(found.ref().sheet()), found.ref().deviation(), column(found));
            groups.computeIfAbsent(group, key -> new LinkedHashMap<>())
                    .computeIfAbsent(ReviewDesk.sameText(found.score().text()), key -> new ArrayList<>())
                    .add(found);
        }
        ObjectNode node = Json.object().put("waiting", waiting.size());
        ArrayNode list = node.putArray("groups");
        groups.entrySet().stream()
                .sorted((a, b) -> order(a.getKey()).compareTo(order(b.getKey())))
                .forEach(group -> list.add(group(group.getKey(), group.getValue())));
        ArrayNode appeals = node.putArray("appeals");
        review.openAppeals().forEach(appeal -> appeals.add(appeal(appeal)));
        return node;
    }

    private static String order(Group group) {
        List<String> columns = Arrays.stream(Column.values()).map(Column::word).toList();
        return group.study() + " " + group.digest() + " " + group.deviation() + " " + columns.indexOf(group.column());
    }

    private String digest(String sheet) {
        return desk.store().view(sheet).state().head().study().digest();
    }

    private static String column(Found found) {
        return found.column().map(Column::word).orElse(Tally.RISK);
    }

    private static ObjectNode group(Group group, Map<String, List<Found>> texts) {
        Found first = texts.values().iterator().next().get(0);
        ObjectNode node = cell(first);
        ArrayNode answers = node.putArray("answers");
        texts.values().forEach(same -> {
            Found one = same.get(0);
            ObjectNode answer = answers.addObject()
                    .put("text", one.score().text())
                    .put("code", one.score().reasonCode());
            answer.set("reason", Json.text(one.score().reason()));
            ArrayNode refs = answer.putArray("refs");
            same.forEach(found -> refs.add(ref(found.ref())));
        });
        return node.put("digest", group.digest());
    }

    /** The cell of the key that an answer belongs to. */
    private static ObjectNode cell(Found found) {
        ObjectNode node = Json.object();
        node.putObject("study")
                .put("id", found.study().id())
                .set("title", Json.text(found.study().head().title()));
        node.putObject("deviation")
                .put("id", found.deviation().id())
                .set("text", Json.text(found.deviation().text()));
        node.put("column", column(found));
        ArrayNode items = node.putArray("items");
        found.column().ifPresent(column -> {
            node.put("outside", found.limits().each().getOrDefault(column, 0.0));
            for (KeyItem item : found.deviation().items(column)) {
                items.addObject()
                        .put("id", item.id())
                        .put("points", found.limits().items().getOrDefault(item.id(), 0.0))
                        .set("text", Json.text(item.text()));
            }
        });
        if (found.column().isEmpty()) {
            node.put("outside", found.score().possible());
        }
        return node;
    }

    private static ObjectNode ref(AnswerRef ref) {
        return Json.object()
                .put("sheet", ref.sheet())
                .put("deviation", ref.deviation())
                .put("index", ref.index());
    }

    private ObjectNode appeal(Appeal appeal) {
        Found found = review.find(appeal.answer());
        ScoredAnswer released = review.store()
                .released(appeal.answer().sheet())
                .flatMap(score -> score.answer(appeal.answer()))
                .orElseThrow();
        ObjectNode node = cell(found)
                .put("text", found.score().text())
                .put("appeal", appeal.reason())
                .put("at", Instant.ofEpochMilli(appeal.at()).toString())
                .put("earned", released.counted() ? released.earned() : 0)
                .put("item", released.item())
                .put("decider", name(review.store().decider(appeal.answer())));
        node.set("reason", Json.text(released.reason()));
        node.putArray("refs").add(ref(appeal.answer()));
        return node;
    }

    /** How the scorer reads an answer, and what people decided on it so far. */
    ObjectNode reading(Found found) {
        ObjectNode node = cell(found).put("text", found.score().text());
        review.read(found).ifPresent(reading -> {
            node.put("understood", reading.understood())
                    .put("outcome", reading.outcome().name().toLowerCase(Locale.ROOT));
            ArrayNode nearest = node.putArray("nearest");
            reading.nearest()
                    .forEach(near -> found.deviation()
                            .keyItems()
                            .filter(item -> item.id().equals(near.item()))
                            .forEach(item -> nearest.addObject()
                                    .put("id", near.item())
                                    .put("column", near.column().word())
                                    .put("credit", near.credit())
                                    .set("text", Json.text(item.text()))));
            ArrayNode doubts = node.putArray("doubts");
            reading.doubts().forEach(doubt -> doubts.add(Json.text(doubt)));
        });
        node.put("scorer", desk.content().scorer().map(WorksheetScorer::version).orElse(""));
        ArrayNode rulings = node.putArray("rulings");
        review.store().rulings(found.ref()).forEach(ruling -> rulings.add(ruling(ruling)));
        review.earlier(found).ifPresent(ruling -> node.set("earlier", ruling(ruling)));
        return node;
    }

    /** The name of an account's owner; the account when it is gone. */
    private String name(String account) {
        return people.find(account).map(Person::name).orElse(account);
    }

    private ObjectNode ruling(Ruling ruling) {
        return Json.object()
                .put("name", name(ruling.examiner()))
                .put("examiner", ruling.examiner())
                .put("basis", ruling.verdict().basis().name().toLowerCase(Locale.ROOT))
                .put("item", ruling.verdict().item())
                .put("points", ruling.verdict().points())
                .put("reason", ruling.reason())
                .put("at", Instant.ofEpochMilli(ruling.at()).toString());
    }

    /** A worksheet of the list. */
    ObjectNode sheet(SheetView view) {
        SheetState state = view.state();
        SheetHead head = state.head();
        SheetResult result = review.result(view);
        ObjectNode node = Json.object()
                .put("id", head.id())
                .put("owner", head.owner())
                .put("study", head.study().id())
                .put("level", head.level())
                .put("state", result.state().word())
                .put("openedAt", Instant.ofEpochMilli(head.opened()).toString())
                .put("deviations", head.deviations().size())
                .put("submitted", state.submitted().size())
                .put("earned", result.earned())
                .put("possible", result.possible())
                .put("waiting", result.waiting())
                .put("unscored", result.unscored())
                .put("ready", result.ready());
        people.find(head.owner()).ifPresent(who -> node.put("name", who.name()).put("seat", who.seat()));
        desk.study(head.study())
                .map(OfferedStudy::study)
                .ifPresent(study -> node.set("title", Json.text(study.head().title())));
        ArrayNode nodes = node.putArray("nodes");
        desk.study(head.study())
                .ifPresent(offered -> offered.study().deviations().stream()
                        .filter(row -> head.deviations().contains(row.id()))
                        .map(row -> row.nodeId())
                        .distinct()
                        .forEach(nodes::add));
        state.handIn()
                .ifPresent(done ->
                        node.put("handInAt", Instant.ofEpochMilli(done.at()).toString()));
        result.released().ifPresent(released -> release(node, released, result));
        return node;
    }

    private static void release(ObjectNode node, ReleasedScore released, SheetResult result) {
        node.put("releasedAt", Instant.ofEpochMilli(released.at()).toString())
                .put("releasedBy", released.examiner())
                .put("appeals", result.appeals().size() - result.corrections().size());
        if (!result.corrections().isEmpty()) {
            int last = result.corrections().size() - 1;
            node.put("corrected", result.corrections().get(last).totalAfter());
        }
    }

    /** All answers of a worksheet, for whoever decides one again. */
    ObjectNode answers(SheetView view) {
        ObjectNode node = sheet(view);
        SheetResult result = review.result(view);
        ArrayNode rows = node.putArray("rows");
        Optional<OfferedStudy> study = desk.study(view.state().head().study());
        for (ScoredRow row : result.rows().values()) {
            ObjectNode one = rows.addObject()
                    .put("deviation", row.deviation())
                    .put("scorer", row.scorer())
                    .put("earned", row.earned())
                    .put("possible", row.possible());
            study.flatMap(offered -> offered.study().deviation(row.deviation()))
                    .ifPresent(deviation -> one.set("text", Json.text(deviation.text())));
            ArrayNode answers = one.putArray("answers");
            for (int i = 0; i < row.answers().size(); i++) {
                ScoredAnswer answer = row.answers().get(i);
                ObjectNode item = answers.addObject()
                        .put("text", answer.text())
                        .put("column", answer.column())
                        .put("outcome", answer.outcome().name().toLowerCase(Locale.ROOT))
                        .put("earned", answer.counted() ? answer.earned() : 0)
                        .put("possible", answer.possible())
                        .put("examinerName", answer.examiner().isEmpty() ? "" : name(answer.examiner()));
                item.set("reason", Json.text(answer.reason()));
                item.set("ref", ref(new AnswerRef(view.state().head().id(), row.deviation(), i)));
            }
        }
        return node;
    }
}
