package org.openots.simulator.operation;

/**
 * One operation on a plant. Takes effect at the start of its tick; commands of one tick take effect in sequence order.
 *
 * @param tick the tick at whose start it takes effect, counted from the start of the run
 * @param sequence position among all commands of the run, unique and rising
 * @param target what is operated, for example {@code LIC-702}, {@code HV-701}, {@code I-03}
 * @param verb what is done to it, for example {@code sp}, {@code position}, {@code start}, {@code reset}
 * @param value the number of the operation in engineering units; 0 when the verb takes none
 * @param text the text of the operation; empty when the verb takes none
 */
public record Command(long tick, long sequence, String target, String verb, double value, String text) {}
