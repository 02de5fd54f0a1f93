package org.openots.common.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.text.Localizable;

/** Where a reader reports mistakes: either the first one is thrown, or all are collected. Not thread-safe. */
public final class Findings {
    private final boolean failFast;
    private final List<Finding> found = new ArrayList<>();

    private Findings(boolean failFast) {
        this.failFast = failFast;
    }

    /**
     * Throws at the first mistake.
     *
     * @return an empty sink
     */
    public static Findings throwing() {
        return new Findings(true);
    }

    /**
     * Collects all mistakes. Readers go on with stand-in values (NaN, 0, empty), so a result read with findings must
     * not be used.
     *
     * @return an empty sink
     */
    public static Findings collecting() {
        return new Findings(false);
    }

    /**
     * Reports a mistake; one that is already known, for example of a field that two readers asked for, counts once.
     *
     * @param finding the mistake
     * @throws OtsException with this mistake when the sink throws at the first
     */
    public void report(Finding finding) {
        if (failFast) {
            throw finding.toException();
        }
        if (found.stream().noneMatch(finding::isSameAs)) {
            found.add(finding);
        }
    }

    /**
     * Reports what something refused.
     *
     * @param refusal what was thrown
     * @param elsewhere where the refused value stands, for a refusal that does not say it
     * @throws OtsException when the sink throws at the first mistake
     */
    public void report(OtsException refusal, Finding.Place elsewhere) {
        report(Finding.of(refusal, elsewhere));
    }

    /**
     * The mistakes so far.
     *
     * @return a copy, in the order found
     */
    public List<Finding> all() {
        return List.copyOf(found);
    }

    /**
     * Whether nothing was reported.
     *
     * @return true when there is no mistake
     */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Throws what was collected.
     *
     * @throws OtsException the mistake itself when it is the only one, or one exception that lists all
     */
    public void throwIfAny() {
        if (found.size() == 1) {
            throw found.get(0).toException();
        }
        if (!found.isEmpty()) {
            throw new OtsException(CommonError.JSON_FINDINGS, found.size(), new Lines(all()));
        }
    }

    private record Lines(List<Finding> findings) implements Localizable {
        @Override
        public String in(Locale locale) {
            return findings.stream().map(f -> f.in(locale)).collect(Collectors.joining("\n"));
        }
    }
}
