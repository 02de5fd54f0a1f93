package org.openots.instructor.session;

import java.util.List;

/**
 * The scenario a run goes by: which one, and what it does to the run. Secret from students.
 *
 * @param id the scenario
 * @param version its version
 * @param sha256 hash of that version, lower-case hexadecimal
 * @param by account of the instructor who began with it
 * @param inputs its events as orders, with ticks from the start of the run, sorted by tick
 */
public record RunScenario(String id, int version, String sha256, String by, List<RunInput> inputs) {
    /** Freezes the inputs. */
    public RunScenario {
        inputs = List.copyOf(inputs);
    }
}
