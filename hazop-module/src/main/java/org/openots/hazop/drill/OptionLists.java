package org.openots.hazop.drill;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Difference;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.EffectReader;
import org.openots.hazop.study.Order;
import org.openots.hazop.study.Safeguard;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Vocabulary;

/** The options that the drills of a plant choose theirs from. */
final class OptionLists {
    private static final LocalText NODE = new LocalText("节点", "node");
    private static final LocalText PARAMETER = new LocalText("参数", "parameter");
    private static final LocalText GUIDE_WORD = new LocalText("引导词", "guide word");
    private static final LocalText SAFEGUARD = new LocalText("分析中的措施", "safeguard of the study");
    private static final String TEXT = "text";

    /** The condition of a state that is left when no other holds. */
    private static final String ALWAYS = "true";

    private final Study study;
    private final Map<DrillPart, Map<String, Drill.Option>> options = new EnumMap<>(DrillPart.class);
    private final Map<String, List<Order>> disabling = new LinkedHashMap<>();
    private final Map<String, Effect> limits = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final String emergencyStop;

    OptionLists(JsonCursor root, Study study) {
        this.study = study;
        options.put(DrillPart.DEVIATION, named(root.at("deviations"), this::deviation));
        options.put(DrillPart.CAUSE, named(root.at("causes"), OptionLists::text));
        options.put(DrillPart.ACTION, named(root.at("actions"), OptionLists::text));
        options.put(DrillPart.SAFEGUARD, named(root.at("safeguards"), this::safeguard));
        list(root, "limits", DrillPart.LIMIT, this::limit);
        list(root, "trips", DrillPart.TRIPPED, OptionLists::text);
        list(root, "states", DrillPart.STATE, this::state);
        this.emergencyStop =
                root.optional("emergencyStop").map(JsonCursor::text).orElse("");
    }

    private void list(JsonCursor root, String field, DrillPart part, Function<JsonCursor, LocalText> words) {
        options.put(part, root.optional(field).map(list -> named(list, words)).orElse(Map.of()));
    }

    private static Map<String, Drill.Option> named(JsonCursor list, Function<JsonCursor, LocalText> words) {
        Map<String, Drill.Option> found = new LinkedHashMap<>();
        for (JsonCursor one : list.items()) {
            String id = one.at("id").text();
            if (found.put(id, new Drill.Option(id, words.apply(one))) != null) {
                one.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
            }
        }
        return found;
    }

    private static LocalText text(JsonCursor one) {
        return one.at(TEXT).localText();
    }

    /** A deviation in the words of the study: node, parameter, guide word. */
    private LocalText deviation(JsonCursor one) {
        Vocabulary words = study.vocabulary();
        String node =
                one.at("nodeId").nameOf(study.nodes().stream().map(n -> n.id()).toList(), NODE);
        String parameter = one.at("parameter")
                .nameOf(
                        words.parameters().stream()
                                .map(Vocabulary.Parameter::id)
                                .toList(),
                        PARAMETER);
        String guideWord = one.at("guideWord")
                .nameOf(
                        words.guideWords().stream()
                                .map(Vocabulary.GuideWord::id)
                                .toList(),
                        GUIDE_WORD);
        LocalText nodeName = study.node(node).map(n -> n.name()).orElse(DrillReader.OPTION);
        LocalText parameterName =
                words.parameter(parameter).map(Vocabulary.Parameter::text).orElse(DrillReader.OPTION);
        LocalText guideName =
                words.guideWord(guideWord).map(Vocabulary.GuideWord::text).orElse(DrillReader.OPTION);
        Optional<LocalText> subject = one.optional("subject").map(JsonCursor::localText);
        return new LocalText(
                node + " " + nodeName.zh() + "："
                        + subject.map(s -> s.zh() + " ").orElse("") + parameterName.zh() + " " + guideName.zh(),
                node + " " + nodeName.en() + ": "
                        + subject.map(s -> s.en() + " ").orElse("") + parameterName.en() + " " + guideName.en());
    }

    /** A safeguard of the study in its words, which can be taken away as it is there; or one in words of its own. */
    private LocalText safeguard(JsonCursor one) {
        Optional<JsonCursor> reference = one.optional("safeguardId");
        if (reference.isEmpty()) {
            return text(one);
        }
        List<Safeguard> all = study.deviations().stream()
                .flatMap(row -> row.safeguards().stream())
                .toList();
        String id = reference.get().nameOf(all.stream().map(Safeguard::id).toList(), SAFEGUARD);
        Optional<Safeguard> guard =
                all.stream().filter(known -> known.id().equals(id)).findFirst();
        guard.map(Safeguard::proof)
                .filter(Difference.class::isInstance)
                .map(Difference.class::cast)
                .ifPresent(proof -> disabling.put(one.at("id").text(), proof.disable()));
        return guard.map(known -> new LocalText(known.text().zh(), known.text().en()))
                .orElse(DrillReader.OPTION);
    }

    private LocalText limit(JsonCursor one) {
        String id = one.at("id").text();
        if (!id.equals(DrillRules.NONE)) {
            limits.put(id, EffectReader.read(one, List.of()));
        }
        return text(one);
    }

    private LocalText state(JsonCursor one) {
        states.put(
                one.at("id").text(), one.optional("when").map(JsonCursor::text).orElse(ALWAYS));
        return text(one);
    }

    /** The options of a part by their ids. */
    Map<String, Drill.Option> of(DrillPart part) {
        return options.getOrDefault(part, Map.of());
    }

    /** The options of a part in the order of the file. */
    List<Drill.Option> all(DrillPart part) {
        return List.copyOf(of(part).values());
    }

    /** The orders that take a safeguard away; none when it cannot be. */
    List<Order> disabling(String safeguard) {
        return disabling.getOrDefault(safeguard, List.of());
    }

    /** How a limit is seen to be reached; nothing for the option that none is. */
    Optional<Effect> limit(String id) {
        return Optional.ofNullable(limits.get(id));
    }

    /** Conditions by state. */
    Map<String, String> states() {
        return states;
    }

    /** The button that stops the plant, empty when the file names none. */
    String emergencyStop() {
        return emergencyStop;
    }
}
