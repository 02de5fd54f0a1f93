package org.openots.instructor.catalog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.openots.hazop.risk.RiskMatrices;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;

/**
 * A study that worksheets can be opened on. Holds its key, so it never leaves the server as a whole.
 *
 * @param study the study
 * @param matrix its risk matrix
 * @param digest digest of its file
 * @param file its file, kept with the worksheets that are written on it
 */
public record OfferedStudy(Study study, RiskMatrix matrix, String digest, StudyFile file) {
    /** Bytes of a digest: enough to tell versions of one file apart. */
    private static final int DIGEST_BYTES = 8;

    /**
     * Reads a study's file.
     *
     * @param file the file
     * @return the study
     * @throws org.openots.common.error.OtsException if the file is wrong
     */
    public static OfferedStudy of(StudyFile file) {
        Study study = file.study();
        return new OfferedStudy(study, RiskMatrices.shipped(study.head().riskMatrix()), digest(file.json()), file);
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
