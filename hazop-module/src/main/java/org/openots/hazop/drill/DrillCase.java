package org.openots.hazop.drill;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.common.assessment.Rubric;
import org.openots.common.text.LocalText;

/**
 * What may happen in a drill, and what is right then. Secret.
 *
 * @param faults what goes wrong, the first one first
 * @param key what is right
 * @param sequence what is to be done in the plant, of 100 points; nothing where nothing is
 * @param expert what an expert does, to prove that the drill can be done
 * @param debrief what happened, told when the run is over
 */
public record DrillCase(
        List<Fault> faults, Key key, Optional<Rubric> sequence, List<ExpertOrder> expert, LocalText debrief) {
    /** Keeps unmodifiable copies. */
    public DrillCase {
        faults = List.copyOf(faults);
        expert = List.copyOf(expert);
    }

    /**
     * A fault of the plant pack.
     *
     * @param fault its id
     * @param strength 0 to 1
     * @param laterSeconds time after the first fault, s; 0 for the first
     */
    public record Fault(String fault, double strength, double laterSeconds) {}

    /**
     * What is right.
     *
     * @param deviations deviation by deviation the ids of the options that name it
     * @param causes cause by cause the ids of the options that name it
     * @param single for parts where one option is chosen: share of the points, 0 to 1, by id of the option
     */
    public record Key(
            List<List<String>> deviations, List<List<String>> causes, Map<DrillPart, Map<String, Double>> single) {
        /** Keeps unmodifiable copies. */
        public Key {
            deviations = deviations.stream().map(List::copyOf).toList();
            causes = causes.stream().map(List::copyOf).toList();
            single = Collections.unmodifiableMap(new LinkedHashMap<>(single));
        }

        /** The groups of a part of which several may be chosen. */
        List<List<String>> groups(DrillPart part) {
            return part == DrillPart.DEVIATION ? deviations : causes;
        }
    }

    /**
     * Something an expert does.
     *
     * @param atSeconds time after the first fault began, s
     * @param target what he operates
     * @param verb what he does to it
     * @param value the number of the verb, 0 if it takes none
     */
    public record ExpertOrder(double atSeconds, String target, String verb, double value) {}
}
