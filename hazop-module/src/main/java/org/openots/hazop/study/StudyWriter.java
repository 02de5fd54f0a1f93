package org.openots.hazop.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.openots.common.text.LocalText;
import org.openots.hazop.risk.LopaInputs;

/**
 * Writes studies as {@code hazop-study} 1.0; what is read again equals what was written. A study of version 0.1 is raised
 * to 1.0: what it does not tell is written as such ({@code judgement} or {@code notModelled} with that reason, layer
 * {@code procedure}), and its rows have no scenarios, which a person has to add.
 */
public final class StudyWriter {
    static final LocalText NOT_TOLD =
            new LocalText("0.1 版的文件没有说明如何证明", "The file of version 0.1 does not say how it is proved");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StudyWriter() {}

    /**
     * A study as JSON.
     *
     * @param study the study
     * @return the root object, fields in the order of the page about the format
     */
    public static ObjectNode json(Study study) {
        ObjectNode root = head(study.head());
        vocabulary(root, study.vocabulary());
        organisation(root, study.organisation());
        root.put("riskMatrix", study.head().riskMatrix());
        ArrayNode nodes = root.putArray("nodes");
        study.nodes().forEach(node -> nodes.add(node(node)));
        ArrayNode tags = root.putArray("tags");
        study.tags().forEach(tag -> tags.add(tag(tag)));
        ArrayNode rows = root.putArray("deviations");
        study.deviations().forEach(row -> rows.add(RowWriter.json(row)));
        ArrayNode lopa = root.putArray("lopa");
        study.lopa().forEach(row -> lopa.add(lopa(row)));
        return root;
    }

    /**
     * A study as the text of a file.
     *
     * @param study the study
     * @return laid out for people, with a line break at the end
     */
    public static String text(Study study) {
        return json(study).toPrettyString() + "\n";
    }

    private static ObjectNode head(StudyHead head) {
        ObjectNode root = NODES.objectNode()
                .put("format", "hazop-study")
                .put("formatVersion", "1.0")
                .put("id", head.id());
        head.plant().ifPresent(plant -> root.put("plant", plant));
        root.putArray("language").add("zh").add("en");
        root.set("title", text(head.title()));
        root.set("disclaimer", text(head.disclaimer()));
        root.set("standards", texts(head.standards()));
        return root;
    }

    private static void vocabulary(ObjectNode root, Vocabulary words) {
        ObjectNode terms = root.putObject("terminology");
        words.terminology()
                .forEach((name, term) ->
                        terms.putObject(name).put("zh", term.zh()).put("iec", term.iec()));
        ArrayNode guideWords = root.putArray("guideWords");
        words.guideWords()
                .forEach(word -> guideWords.addObject().put("id", word.id()).set("text", text(word.text())));
        ArrayNode parameters = root.putArray("parameters");
        words.parameters().forEach(parameter -> {
            ObjectNode node = parameters.addObject().put("id", parameter.id());
            node.set("text", text(parameter.text()));
            node.set("guideWords", texts(parameter.guideWords()));
        });
    }

    private static void organisation(ObjectNode root, Organisation organisation) {
        ArrayNode team = root.putArray("team");
        organisation.team().forEach(role -> {
            ObjectNode node = team.addObject().put("role", role.role());
            node.set("name", text(role.name()));
            node.put("required", role.required());
            node.set("duty", text(role.duty()));
        });
        ArrayNode documents = root.putArray("preparation");
        organisation.preparation().forEach(document -> {
            ObjectNode node = documents.addObject().put("id", document.id());
            node.set("name", text(document.name()));
            node.put("required", document.required());
        });
    }

    private static ObjectNode node(Node node) {
        ObjectNode json = NODES.objectNode().put("id", node.id());
        json.set("name", text(node.name()));
        json.set("boundary", text(node.boundary()));
        json.set("designIntent", text(node.designIntent()));
        json.set("tags", texts(node.tags()));
        if (!node.units().isEmpty()) {
            json.set("units", texts(node.units()));
        }
        return json;
    }

    private static ObjectNode tag(Tag tag) {
        ObjectNode json = NODES.objectNode().put("tag", tag.tag());
        json.set("name", text(tag.name()));
        json.put("kind", lower(tag.kind())).put("nodeId", tag.nodeId());
        aliases(json, tag.aliases());
        tag.plantTag().ifPresent(name -> json.put("plantTag", name));
        if (tag.recommended()) {
            json.put("recommended", true);
        }
        return json;
    }

    private static ObjectNode lopa(LopaRow row) {
        ObjectNode json = NODES.objectNode().put("id", row.id());
        if (row.scenarioId().isPresent()) {
            json.put("scenarioId", row.scenarioId().get());
        } else {
            json.put("deviationId", row.deviationId())
                    .put("causeId", row.causeId())
                    .put("consequenceId", row.consequenceId());
        }
        LopaInputs inputs = row.inputs();
        json.put("initiatingEventFrequencyPerYear", inputs.initiatingFrequency());
        if (!inputs.enablingConditions().isEmpty()) {
            json.set("enablingConditions", factors(inputs.enablingConditions()));
        }
        json.set("conditionalModifiers", factors(inputs.conditionalModifiers()));
        ArrayNode layers = json.putArray("independentProtectionLayers");
        inputs.layers()
                .forEach(layer -> layers.addObject()
                        .put("safeguardId", layer.safeguardId())
                        .put("pfd", layer.pfd())
                        .set("source", text(layer.source().orElse(NOT_TOLD))));
        return json.put("tolerableFrequencyPerYear", inputs.tolerableFrequency());
    }

    private static ArrayNode factors(List<LopaInputs.Factor> factors) {
        ArrayNode list = NODES.arrayNode();
        factors.forEach(factor -> {
            ObjectNode node = list.addObject();
            node.set("name", text(factor.name()));
            node.put("probability", factor.probability());
        });
        return list;
    }

    static ObjectNode text(LocalText text) {
        return NODES.objectNode().put("zh", text.zh()).put("en", text.en());
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    static void aliases(ObjectNode json, Aliases aliases) {
        if (!aliases.equals(Aliases.NONE)) {
            ObjectNode node = json.putObject("aliases");
            node.set("zh", texts(aliases.zh()));
            node.set("en", texts(aliases.en()));
        }
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String hyphens(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }
}
