package org.openots.hazop.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.RiskStages;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Node;
import org.openots.hazop.study.Scenario;
import org.openots.hazop.study.Vocabulary;

/** Reads the questions that take their words from a study: lists of key items, grids, nodes, ratings. */
final class StudyQuestions {
    private static final LocalText ITEM = new LocalText("答案条目", "key item");
    private static final LocalText DEVIATION = new LocalText("偏差", "deviation");
    private static final LocalText NODE = new LocalText("节点", "node");
    private static final LocalText PARAMETER = new LocalText("参数", "parameter");
    private static final LocalText GUIDE_WORD = new LocalText("引导词", "guide word");
    private static final LocalText SCENARIO = new LocalText("事故剧情", "scenario");
    private static final LocalText PAIR = new LocalText("参数和引导词的组合", "pair of parameter and guide word");
    private static final LocalText THING = new LocalText("图上的设备", "thing of the drawing");
    private static final Map<Column, LocalText> COLUMNS = Map.of(
            Column.CAUSE, new LocalText("原因", "Cause"),
            Column.CONSEQUENCE, new LocalText("后果", "Consequence"),
            Column.SAFEGUARD, new LocalText("现有措施", "Existing safeguard"),
            Column.RECOMMENDATION, new LocalText("建议措施", "Recommendation"));

    private final TaskPlace place;

    StudyQuestions(TaskPlace place) {
        this.place = place;
    }

    Optional<Question> read(JsonCursor c, QuestionHead head, String kind) {
        return switch (kind) {
            case "grid" -> Optional.of(grid(c, head));
            case "nodes" -> Optional.of(nodes(c, head));
            case "study-choice" -> Optional.of(items(c, head));
            case "columns" -> Optional.of(columns(c, head));
            default -> Optional.of(ratings(c, head));
        };
    }

    /** Items of one column of a deviation among items of other rows. */
    private Choice items(JsonCursor c, QuestionHead head) {
        String deviation = c.at("deviation").nameOf(place.deviationIds(), DEVIATION);
        Column column = c.at("column").oneOf(Column.class);
        List<Choice.Option> options = new ArrayList<>();
        for (JsonCursor one : c.at("right").items()) {
            options.add(option(one, deviation, column, true));
        }
        for (JsonCursor one : c.at("decoys").items()) {
            options.add(option(one, deviation, column, false));
        }
        Choice choice = new Choice(head, true, Choice.Rule.SHARE, options);
        QuestionReader.checked(c, choice);
        return choice;
    }

    private Choice.Option option(JsonCursor one, String deviation, Column column, boolean right) {
        String id = one.nameOf(place.itemIds(), ITEM);
        Optional<? extends KeyItem> item = place.item(id);
        if (item.isPresent() && place.belongs(id, deviation, column) != right) {
            one.report(TaskError.ITEM_PLACE, id, deviation, column.word());
        }
        return new Choice.Option(
                id,
                item.map(KeyItem::text).orElse(new LocalText(id, id)),
                right ? Choice.Worth.RIGHT : Choice.Worth.WRONG);
    }

    /** Items of one deviation to be put in the columns of the worksheet. */
    private Matching columns(JsonCursor c, QuestionHead head) {
        List<Labelled> left = new ArrayList<>();
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonCursor one : c.at("items").items()) {
            String id = one.nameOf(place.itemIds(), ITEM);
            place.item(id).ifPresent(item -> {
                left.add(new Labelled(id, item.text()));
                pairs.put(id, item.column().word());
            });
        }
        List<Labelled> right = new ArrayList<>();
        for (Column column : Column.values()) {
            right.add(new Labelled(column.word(), COLUMNS.getOrDefault(column, ITEM)));
        }
        QuestionReader.unique(
                c.nearest("items"), left.stream().map(Labelled::id).toList());
        return new Matching(head, left, right, pairs);
    }

    private Grid grid(JsonCursor c, QuestionHead head) {
        List<Vocabulary.Parameter> parameters = place.study().vocabulary().parameters();
        List<Vocabulary.GuideWord> words = place.study().vocabulary().guideWords();
        List<String> rowIds = parameters.stream().map(Vocabulary.Parameter::id).toList();
        List<String> columnIds = words.stream().map(Vocabulary.GuideWord::id).toList();
        List<String> rows = c.at("parameters").list(one -> one.nameOf(rowIds, PARAMETER));
        List<String> columns = c.at("guideWords").list(one -> one.nameOf(columnIds, GUIDE_WORD));
        List<String> pairs = rows.stream()
                .flatMap(row -> columns.stream().map(column -> row + "/" + column))
                .toList();
        List<String> right = c.at("right").list(one -> one.nameOf(pairs, PAIR));
        List<String> either = c.optional("either")
                .map(list -> list.list(one -> one.nameOf(pairs, PAIR)))
                .orElse(List.of());
        if (pairs.size() - either.size() < 2 * right.size() || right.isEmpty()) {
            QuestionReader.cheap(
                    c,
                    right.size() + " / " + pairs.size(),
                    "有意义的组合不能多于一半，否则全勾也得分",
                    "at most half of the pairs may be right, otherwise ticking all of them earns");
        }
        return new Grid(
                head,
                parameters.stream()
                        .filter(one -> rows.contains(one.id()))
                        .map(one -> new Labelled(one.id(), one.text()))
                        .toList(),
                words.stream()
                        .filter(one -> columns.contains(one.id()))
                        .map(one -> new Labelled(one.id(), one.text()))
                        .toList(),
                right,
                either);
    }

    private NodeSplit nodes(JsonCursor c, QuestionHead head) {
        boolean named = c.at("named").bool();
        List<Labelled> things = QuestionReader.labels(c.at("things"));
        List<String> tags = things.stream().map(Labelled::id).toList();
        List<String> ids = place.study().nodes().stream().map(Node::id).toList();
        List<String> used = c.at("nodes").list(one -> one.nameOf(ids, NODE));
        List<Map<String, String>> keys = new ArrayList<>();
        for (JsonCursor one : c.at("keys").items()) {
            Map<String, String> key = new LinkedHashMap<>();
            one.fields().forEach((node, list) -> list.items().forEach(tag -> key.put(tag.nameOf(tags, THING), node)));
            one.fields().keySet().stream()
                    .filter(node -> !used.contains(node))
                    .forEach(node -> one.report(TaskError.KEY_UNKNOWN, node));
            keys.add(key);
        }
        NodeSplit split = new NodeSplit(head, labels(used, named), named, things, keys);
        if (keys.isEmpty()) {
            QuestionReader.cheap(c, "0", "没有答案", "there is no key");
        } else {
            used.forEach(node -> lump(c, split, node));
        }
        return split;
    }

    /** Everything in one node must not earn. */
    private static void lump(JsonCursor c, NodeSplit split, String node) {
        double share = split.share(
                split.things().stream().map(thing -> thing.id() + "=" + node).toList());
        if (share > 0) {
            QuestionReader.cheap(c, node, "全部设备放进一个节点也得分", "putting everything into one node earns points");
        }
    }

    private List<Labelled> labels(List<String> used, boolean named) {
        return place.study().nodes().stream()
                .filter(node -> used.contains(node.id()))
                .map(node -> new Labelled(
                        node.id(), named ? node.name() : new LocalText("节点 " + node.id(), "Node " + node.id())))
                .toList();
    }

    private Ratings ratings(JsonCursor c, QuestionHead head) {
        RiskStage stage = c.at("stage").oneOf(RiskStage.class);
        List<String> known = place.study().deviations().stream()
                .flatMap(row -> row.scenarios().stream().map(Scenario::id))
                .toList();
        List<Ratings.Scenario> scenarios = new ArrayList<>();
        for (JsonCursor one : c.at("scenarios").items()) {
            String id = one.nameOf(known, SCENARIO);
            for (Deviation row : place.study().deviations()) {
                row.scenarios().stream()
                        .filter(scenario -> scenario.id().equals(id))
                        .forEach(scenario -> scenarios.add(new Ratings.Scenario(
                                new Labelled(id, words(row, scenario, stage)), stage.of(scenario.risk()))));
            }
        }
        if (scenarios.isEmpty()) {
            QuestionReader.cheap(c, "0", "没有剧情", "there is no scenario");
        }
        return new Ratings(
                head,
                scenarios,
                place.matrix().severities().size(),
                place.matrix().likelihoods().size());
    }

    private LocalText words(Deviation row, Scenario scenario, RiskStage stage) {
        LocalText text = place.scenario(row, scenario.causeId(), scenario.consequenceId());
        List<LocalText> safeguards = scenario.safeguardIds().stream()
                .flatMap(id -> row.safeguard(id).stream())
                .map(KeyItem::text)
                .toList();
        if (stage == RiskStage.INITIAL || safeguards.isEmpty()) {
            return text;
        }
        return new LocalText(
                text.zh() + "（现有措施："
                        + String.join(
                                "；", safeguards.stream().map(LocalText::zh).toList()) + "）",
                text.en() + " (safeguards: "
                        + String.join(
                                "; ", safeguards.stream().map(LocalText::en).toList()) + ")");
    }

    /** A stage at which a scenario is rated. */
    enum RiskStage {
        INITIAL,
        EXISTING;

        org.openots.hazop.risk.Rating of(RiskStages risk) {
            return this == INITIAL ? risk.initial() : risk.existing();
        }
    }
}
