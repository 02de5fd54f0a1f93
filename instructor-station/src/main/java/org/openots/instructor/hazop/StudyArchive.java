package org.openots.instructor.hazop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.openots.common.error.FileErrors;
import org.openots.common.error.OtsException;
import org.openots.hazop.review.ReviewError;
import org.openots.hazop.study.StudyFile;
import org.openots.instructor.catalog.OfferedStudy;

/**
 * Every version of a study that a worksheet was opened on, a file each, named by the digest of its content: a worksheet
 * is always scored and reviewed against the version it was written for.
 */
public final class StudyArchive {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");

    private final Path folder;
    private final Map<String, OfferedStudy> read = new ConcurrentHashMap<>();

    /**
     * Opens the archive.
     *
     * @param folder its folder; made with the first file
     */
    public StudyArchive(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a version; kept before, nothing happens.
     *
     * @param study the study
     * @throws OtsException if the file cannot be written
     */
    public void keep(OfferedStudy study) {
        KeptFile.write(path(study.digest()), study.file().json());
    }

    private Path path(String digest) {
        return folder.resolve(digest + ".json");
    }

    /**
     * Finds a version.
     *
     * @param study id of the study, for the message
     * @param digest digest of its file
     * @return the study; nothing when it was never kept
     * @throws OtsException if the file is not what it was
     */
    public Optional<OfferedStudy> find(String study, String digest) {
        if (!DIGEST.matcher(digest).matches() || !Files.isRegularFile(path(digest))) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(digest, key -> load(study, key)));
    }

    private OfferedStudy load(String study, String digest) {
        Path file = path(digest);
        try {
            StudyFile text = new StudyFile(String.valueOf(file.getFileName()), Files.readString(file));
            OfferedStudy found = OfferedStudy.of(text);
            if (!found.digest().equals(digest)) {
                throw new OtsException(ReviewError.STUDY_MISSING, study, digest);
            }
            return found;
        } catch (IOException e) {
            throw FileErrors.unreadable(file.toString(), e);
        }
    }
}
