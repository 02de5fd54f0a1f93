package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;

/** Reads the questions that stand on their own; those that take their words from a study are in {@link StudyQuestions}. */
final class QuestionReader {
    static final LocalText OPTION = new LocalText("选项", "option");
    private static final int MOST_STEPS = 10;

    private static final List<String> KINDS = List.of(
            "choice", "true-false", "number", "order", "match", "grid", "nodes", "study-choice", "columns", "rating");
    private static final List<Labelled> TRUE_FALSE = List.of(
            new Labelled("true", new LocalText("对", "True")), new Labelled("false", new LocalText("错", "False")));

    /** Ids of the options of a question of true or false, in their fixed order. */
    static final List<String> TRUE_FALSE_IDS =
            TRUE_FALSE.stream().map(Labelled::id).toList();

    private final Optional<StudyQuestions> study;

    /** Nothing for questions of the bank, which refer to no study. */
    QuestionReader(Optional<StudyQuestions> study) {
        this.study = study;
    }

    /** Nothing when the kind is unknown, which is reported. */
    Optional<Question> read(JsonCursor c) {
        QuestionHead head = new QuestionHead(
                c.at("id").text(),
                c.at("prompt").localText(),
                c.at("why").localText(),
                c.optional("weight").map(JsonCursor::positive).orElse(1.0));
        String kind = c.at("kind").text();
        return switch (kind) {
            case "choice" -> Optional.of(choice(c, head));
            case "true-false" -> Optional.of(trueFalse(c, head));
            case "number" -> Optional.of(numeric(c, head));
            case "order" -> Optional.of(ordering(c, head));
            case "match" -> Optional.of(matching(c, head));
            case "grid", "nodes", "study-choice", "columns", "rating" -> ofStudy(c, head, kind);
            default -> {
                unknown(c, kind);
                yield Optional.empty();
            }
        };
    }

    private static void unknown(JsonCursor c, String kind) {
        if (!kind.isBlank()) {
            c.at("kind").report(TaskError.KIND_UNKNOWN, kind, String.join(", ", KINDS));
        }
    }

    private Optional<Question> ofStudy(JsonCursor c, QuestionHead head, String kind) {
        if (study.isEmpty()) {
            unknown(c, kind);
            return Optional.empty();
        }
        return study.get().read(c, head, kind);
    }

    private static Choice choice(JsonCursor c, QuestionHead head) {
        boolean several = c.optional("several").map(JsonCursor::bool).orElse(false);
        Choice.Rule rule = c.optional("rule")
                .map(place -> place.oneOf(Choice.Rule.class))
                .orElse(several ? Choice.Rule.HALF : Choice.Rule.EXACT);
        List<Choice.Option> options = c.at("options")
                .list(o -> new Choice.Option(
                        o.at("id").text(),
                        o.at("text").localText(),
                        o.optional("worth")
                                .map(w -> w.oneOf(Choice.Worth.class))
                                .orElse(Choice.Worth.WRONG)));
        Choice choice = new Choice(head, several, rule, options);
        checked(c, choice);
        return choice;
    }

    /** Reports a choice that has no answer, or of which everything may be ticked. */
    static void checked(JsonCursor c, Choice choice) {
        unique(
                c.nearest("options"),
                choice.options().stream().map(Choice.Option::id).toList());
        int right = choice.key().size();
        int wrong = choice.options().size() - right - choice.either().size();
        boolean sound = choice.several() ? right >= 1 && wrong >= 1 : right == 1 && wrong >= 1;
        if (!sound) {
            cheap(c, right + " / " + wrong, "需要的对/错选项数不够", "too few right or wrong options");
        }
    }

    static void cheap(JsonCursor c, String found, String zh, String en) {
        c.report(TaskError.CHEAP_QUESTION, new LocalText(zh + "（" + found + "）", en + " (" + found + ")"));
    }

    static void unique(JsonCursor c, List<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> c.report(CommonError.JSON_DUPLICATE_NAME, id));
    }

    private static Choice trueFalse(JsonCursor c, QuestionHead head) {
        String answer = Boolean.toString(c.at("answer").bool());
        return new Choice(
                head,
                false,
                Choice.Rule.EXACT,
                TRUE_FALSE.stream()
                        .map(one -> new Choice.Option(
                                one.id(),
                                one.text(),
                                one.id().equals(answer) ? Choice.Worth.RIGHT : Choice.Worth.WRONG))
                        .toList());
    }

    private static Numeric numeric(JsonCursor c, QuestionHead head) {
        return new Numeric(
                head,
                c.at("value").number(),
                c.at("tolerance").notNegative(),
                c.optional("unit").map(JsonCursor::text).orElse(""));
    }

    private static Ordering ordering(JsonCursor c, QuestionHead head) {
        List<Labelled> steps = labels(c.at("steps"));
        if (steps.size() < 3 || steps.size() > MOST_STEPS) {
            cheap(c.nearest("steps"), String.valueOf(steps.size()), "步骤数应为 3 到 10", "3 to 10 steps are needed");
        }
        return new Ordering(head, steps, steps);
    }

    static List<Labelled> labels(JsonCursor list) {
        List<Labelled> labels =
                list.list(o -> new Labelled(o.at("id").text(), o.at("text").localText()));
        unique(list, labels.stream().map(Labelled::id).toList());
        return labels;
    }

    private static Matching matching(JsonCursor c, QuestionHead head) {
        List<Labelled> right = labels(c.at("right"));
        List<String> known = right.stream().map(Labelled::id).toList();
        List<Labelled> left = new ArrayList<>();
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonCursor one : c.at("left").items()) {
            Labelled thing = new Labelled(one.at("id").text(), one.at("text").localText());
            left.add(thing);
            pairs.put(thing.id(), one.at("answer").nameOf(known, OPTION));
        }
        unique(c.nearest("left"), left.stream().map(Labelled::id).toList());
        if (right.size() < 2 || left.size() < 2) {
            cheap(c, left.size() + " / " + right.size(), "左右各需至少 2 项", "2 on each side are needed");
        }
        return new Matching(head, left, right, pairs);
    }
}
