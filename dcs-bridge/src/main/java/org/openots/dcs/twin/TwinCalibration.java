package org.openots.dcs.twin;

/**
 * What a calibration found, so that it can be taken up again after a restart. Never changes.
 *
 * @param seconds how long the record was, s
 * @param fit the parameters
 * @param base what the residuals are without a fault
 * @param state of the fitted model at the end of the record, for an engine of the same version
 */
public record TwinCalibration(double seconds, FitResult fit, ResidualMonitor.Base base, State state) {
    /** State of a model: bytes that nobody changes. */
    public static final class State {
        private final byte[] bytes;

        /**
         * Keeps a copy.
         *
         * @param bytes from {@link TwinModel#save}
         */
        public State(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /**
         * The bytes.
         *
         * @return a copy
         */
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
