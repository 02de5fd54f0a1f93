package org.openots.hazop.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * The words of a study.
 *
 * @param terminology terms by the name of the thing, in file order
 * @param guideWords the guide words
 * @param parameters the parameters, each with the guide words that make sense with it
 */
public record Vocabulary(Map<String, Term> terminology, List<GuideWord> guideWords, List<Parameter> parameters) {
    /** Keeps unmodifiable copies. */
    public Vocabulary {
        terminology = Collections.unmodifiableMap(new LinkedHashMap<>(terminology));
        guideWords = List.copyOf(guideWords);
        parameters = List.copyOf(parameters);
    }

    /**
     * A term in the words of the Chinese standards and of IEC 61882.
     *
     * @param zh GB/T 35320 and AQ/T 3049
     * @param iec IEC 61882
     */
    public record Term(String zh, String iec) {}

    /**
     * A guide word.
     *
     * @param id for example {@code AS_WELL_AS}
     * @param text in both languages
     */
    public record GuideWord(String id, LocalText text) {}

    /**
     * A parameter (characteristic).
     *
     * @param id for example {@code flow}
     * @param text in both languages
     * @param guideWords ids of those that make sense with it
     */
    public record Parameter(String id, LocalText text, List<String> guideWords) {
        /** Keeps an unmodifiable copy. */
        public Parameter {
            guideWords = List.copyOf(guideWords);
        }
    }

    /**
     * A parameter by id.
     *
     * @param id its id
     * @return the parameter, or nothing
     */
    public Optional<Parameter> parameter(String id) {
        return parameters.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /**
     * A guide word by id.
     *
     * @param id its id
     * @return the guide word, or nothing
     */
    public Optional<GuideWord> guideWord(String id) {
        return guideWords.stream().filter(g -> g.id().equals(id)).findFirst();
    }
}
