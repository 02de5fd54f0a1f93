package org.openots.common.assessment;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;

/**
 * How a hidden fault was noticed, named and handled. Secret until the task has ended.
 *
 * @param fault the fault that began; nothing while there was none
 * @param onset when it began, s of model time; NaN while there was none
 * @param chosen number of the fault that the trainee named; nothing while he named none
 * @param marks how often he reported something abnormal
 * @param markedAt when he last did, s of model time; NaN when never
 * @param signs how the fault shows; nothing while there was none
 * @param parts the four parts of the score, in order
 */
public record FaultReport(
        Optional<String> fault,
        double onset,
        Optional<Integer> chosen,
        int marks,
        double markedAt,
        Optional<LocalText> signs,
        List<Part> parts) {
    /** Keeps an unmodifiable copy. */
    public FaultReport {
        parts = List.copyOf(parts);
    }

    /** The parts of the score of a fault task. */
    public enum Kind {
        /** Noticing it. */
        DETECTION("发现", "Detection"),
        /** Naming it. */
        DIAGNOSIS("诊断", "Diagnosis"),
        /** Acting on it. */
        RESPONSE("处置", "Response"),
        /** The plant afterwards. */
        RECOVERY("恢复", "Recovery");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * Its name for people.
         *
         * @return in both languages
         */
        public LocalText text() {
            return new LocalText(zh, en);
        }
    }

    /**
     * One part.
     *
     * @param kind which
     * @param points full marks
     * @param earned marks so far
     * @param reason why
     * @param time when it was decided, s of model time; NaN while it is open
     */
    public record Part(Kind kind, double points, double earned, LocalText reason, double time) {}
}
