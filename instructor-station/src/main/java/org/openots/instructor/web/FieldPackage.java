package org.openots.instructor.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.openots.common.error.OtsException;
import org.openots.instructor.error.StationError;

/**
 * The archive with the 3D field station, as students download it. The build lays it beside the station's jar; a station without it
 * works and says so.
 *
 * @param file where it is, if it is there
 */
public record FieldPackage(Path file) {
    /** Name of the archive beside the station's jar. */
    public static final String NAME = "openots-field.zip";

    /** Third-party components and their licences, in the jar of the field station's module. */
    private static final String LICENCES = "org/openots/distillation/field3d/THIRD-PARTY.txt";

    /**
     * The archive beside the jar, or beside the folder of classes, from which this station runs.
     *
     * @return where it should be
     */
    static FieldPackage beside() {
        CodeSource source = FieldPackage.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return new FieldPackage(Path.of(NAME));
        }
        try {
            return new FieldPackage(Path.of(location.toURI()).resolveSibling(NAME));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("place of the classes: " + location, e);
        }
    }

    /**
     * Its size.
     *
     * @return bytes; 0 if it is not there
     */
    long bytes() {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * Opens it.
     *
     * @return its content, to be closed
     * @throws OtsException if it is not there
     */
    InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new OtsException(StationError.NO_FIELD_PACKAGE, file);
        }
    }

    /** The page of licences, UTF-8. */
    static byte[] licences() {
        try (InputStream in = FieldPackage.class.getClassLoader().getResourceAsStream(LICENCES)) {
            if (in == null) {
                throw new IllegalStateException(LICENCES + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("class path resource " + LICENCES, e);
        }
    }
}
