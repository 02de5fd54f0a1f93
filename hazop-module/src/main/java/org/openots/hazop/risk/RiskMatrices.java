package org.openots.hazop.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;

/** The matrices of the suite, and those in files. */
public final class RiskMatrices {
    /** Ids of the matrices that come with the suite. */
    public static final List<String> SHIPPED = List.of("risk-5x5");

    private static final String ROOT = "/org/openots/hazop/risk/";

    private RiskMatrices() {}

    /**
     * A matrix of the suite.
     *
     * @param id its id
     * @return the matrix
     * @throws OtsException if the suite has none of that id
     */
    public static RiskMatrix shipped(String id) {
        if (!SHIPPED.contains(id)) {
            throw new OtsException(RiskError.NO_MATRIX, id, String.join(" ", SHIPPED));
        }
        String file = id + ".json";
        return RiskMatrixReader.read(file, StrictJson.bytes(RiskMatrices.class, ROOT + file), Findings.throwing());
    }

    /**
     * A matrix by name.
     *
     * @param name id of a matrix of the suite, or path of a file
     * @return the matrix
     * @throws OtsException if there is neither, or the file is wrong
     */
    public static RiskMatrix named(String name) {
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            return shipped(name);
        }
        try {
            return RiskMatrixReader.read(
                    String.valueOf(path.getFileName()), Files.readAllBytes(path), Findings.throwing());
        } catch (IOException e) {
            throw FileErrors.unreadable(name, e);
        }
    }
}
