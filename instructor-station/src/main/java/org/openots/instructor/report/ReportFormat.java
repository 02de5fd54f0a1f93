package org.openots.instructor.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files a study or worksheet can be taken out as. */
public enum ReportFormat {
    /** Workbook: of a study the one to edit and read back, of a worksheet the record table. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Record table as a workbook to print; of a worksheet the same as {@link #XLSX}. */
    RECORD("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Word document. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Document to print. */
    PDF("pdf", "application/pdf"),
    /** Our own format. */
    JSON("json", "application/json");

    private final String extension;
    private final String mediaType;

    ReportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /**
     * The word on the wire and on the command line.
     *
     * @return for example {@code pdf}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All words.
     *
     * @return in declaration order
     */
    public static List<String> words() {
        return Arrays.stream(values()).map(ReportFormat::word).toList();
    }

    /**
     * The format of a word.
     *
     * @param word for example {@code pdf}
     * @return the format, or nothing
     */
    public static Optional<ReportFormat> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /**
     * End of the file's name.
     *
     * @return without the dot
     */
    public String extension() {
        return extension;
    }

    /**
     * What the file is.
     *
     * @return media type
     */
    public String mediaType() {
        return mediaType;
    }
}
