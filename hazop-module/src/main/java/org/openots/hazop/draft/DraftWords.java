package org.openots.hazop.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Effect;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.hazop.study.Vocabulary;
import org.openots.hazop.verification.Sighting;

/** Says in the words of a study what an indicator shows: node, parameter, guide word. */
final class DraftWords {
    /** Parameters by the first letters of a tag (ISA-5.1), the longest first; of several the first that a study has. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "PD",
            List.of("pressure-drop", "differential-pressure"),
            "F",
            List.of("flow"),
            "L",
            List.of("level"),
            "T",
            List.of("temperature"),
            "P",
            List.of("pressure"),
            "A",
            List.of("composition"),
            "J",
            List.of("heating"));

    private static final List<String> UP = List.of("MORE", "AS_WELL_AS");
    private static final List<String> DOWN = List.of("LESS", "PART_OF", "NO");

    private final Study study;
    private final Map<String, Tag> tags = new HashMap<>();

    DraftWords(Study study) {
        this.study = study;
        study.tags().forEach(tag -> tags.putIfAbsent(plain(tag.inPlant()), tag));
    }

    /**
     * Where a deviation is and what it is.
     *
     * @param node id of the node
     * @param parameter id of the parameter
     * @param guideWord id of the guide word
     */
    record Place(String node, String parameter, String guideWord) {
        /** Sorts rows by node, then by what deviates. */
        String order() {
            return node + " " + parameter + " " + guideWord;
        }
    }

    private static String plain(String name) {
        return name.replace("-", "");
    }

    /** The place of a movement; nothing if its tag is in no node or the study has no words for it. */
    Optional<Place> place(Sighting movement) {
        Tag tag = tags.get(plain(movement.signal()));
        if (tag == null) {
            return Optional.empty();
        }
        List<String> words = movement.effect().kind() == Effect.Kind.UP ? UP : DOWN;
        return parameter(movement.signal())
                .flatMap(parameter -> words.stream()
                        .filter(parameter.guideWords()::contains)
                        .findFirst()
                        .map(word -> new Place(tag.nodeId(), parameter.id(), word)));
    }

    private Optional<Vocabulary.Parameter> parameter(String signal) {
        return PARAMETERS.keySet().stream()
                .filter(signal::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .flatMap(letters -> PARAMETERS.getOrDefault(letters, List.of()).stream()
                        .flatMap(id -> study.vocabulary().parameter(id).stream())
                        .findFirst());
    }

    /** A deviation in words. */
    LocalText deviation(Place place) {
        LocalText node = study.node(place.node()).orElseThrow().name();
        LocalText parameter =
                study.vocabulary().parameter(place.parameter()).orElseThrow().text();
        LocalText word =
                study.vocabulary().guideWord(place.guideWord()).orElseThrow().text();
        return new LocalText(
                node.zh() + "：" + parameter.zh() + " " + word.zh(),
                node.en() + ": " + parameter.en() + " " + word.en());
    }

    /** An effect in words. */
    LocalText effect(Effect effect) {
        boolean up = effect.kind() == Effect.Kind.UP;
        Tag tag = tags.get(plain(effect.signal()));
        String zh = tag == null ? "" : tag.name().zh();
        String en = tag == null ? "" : tag.name().en() + " ";
        return new LocalText(
                zh + effect.signal() + (up ? " 升高" : " 降低"), en + effect.signal() + (up ? " rises" : " falls"));
    }
}
