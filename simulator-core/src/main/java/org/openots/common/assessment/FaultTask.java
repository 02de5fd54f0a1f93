package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * What makes a rubric one of a hidden fault: it is to be noticed, named and handled. One rubric serves every fault it has
 * a case for, so that the task tells nothing; the case that counts is that of the fault which began in the run.
 *
 * @param detection points for noticing it soon
 * @param diagnosis points for naming it
 * @param recovery points for a plant that is back in its bands or safe
 * @param falseMark what a mark costs while there is no fault
 * @param units the parts of the plant with all faults of its menu, in the order they are offered in
 * @param cases one for each fault the task can be about
 */
public record FaultTask(
        Detection detection,
        Diagnosis diagnosis,
        double recovery,
        FalseMark falseMark,
        List<Unit> units,
        List<FaultCase> cases) {
    /** Keeps unmodifiable copies. */
    public FaultTask {
        units = List.copyOf(units);
        cases = List.copyOf(cases);
    }

    /**
     * Points for noticing.
     *
     * @param points full marks
     */
    public record Detection(double points) {}

    /**
     * Points for naming the fault.
     *
     * @param points for the fault itself
     * @param sameUnit for another fault of its unit
     */
    public record Diagnosis(double points, double sameUnit) {}

    /**
     * What it costs to report something abnormal while there is nothing: without this, reporting all the time would be
     * the quickest detection.
     *
     * @param points each
     * @param max at most
     */
    public record FalseMark(double points, double max) {}

    /**
     * A part of the plant with its faults.
     *
     * @param id unique in the rubric
     * @param text its name
     * @param faults ids of faults
     */
    public record Unit(String id, LocalText text, List<String> faults) {
        /** Keeps an unmodifiable copy. */
        public Unit {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The case of a fault.
     *
     * @param fault its id
     * @return the case, or nothing for a fault the task is not about
     */
    public Optional<FaultCase> caseOf(String fault) {
        return cases.stream().filter(one -> one.fault().equals(fault)).findFirst();
    }

    /**
     * The unit of a fault.
     *
     * @param fault its id
     * @return the unit, or nothing for a fault that is not offered
     */
    public Optional<Unit> unitOf(String fault) {
        return units.stream().filter(unit -> unit.faults().contains(fault)).findFirst();
    }

    /**
     * The faults a trainee chooses from, unit by unit; an answer is a place in this list, from 1.
     *
     * @return ids of faults
     */
    public List<String> offered() {
        return units.stream().flatMap(unit -> unit.faults().stream()).toList();
    }

    /** Points of a case beside those of the rubric's own rules. */
    double maximum() {
        double response =
                cases.isEmpty() ? 0 : cases.get(0).asRubric(Optional.empty()).stepMaximum();
        return detection.points() + diagnosis.points() + response;
    }
}
