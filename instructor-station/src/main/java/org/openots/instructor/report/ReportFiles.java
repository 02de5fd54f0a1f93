package org.openots.instructor.report;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.openots.distillation.font.SuiteFont;
import org.openots.hazop.report.RecordJson;
import org.openots.hazop.report.RecordWorkbook;
import org.openots.hazop.report.Report;
import org.openots.hazop.report.SheetReport;
import org.openots.hazop.report.StudyReport;
import org.openots.hazop.report.StudyWorkbook;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyWriter;

/**
 * Makes the files of studies and worksheets. One at a time, whoever asks: a document takes a second and tens of megabytes
 * while it is made, and a class that prints together must not take the memory of the exam.
 */
public final class ReportFiles {
    /**
     * How a file is wanted.
     *
     * @param format what file
     * @param locale Chinese or English
     * @param date day of the print, ISO
     * @param zone zone of the times in it
     */
    public record Wish(ReportFormat format, Locale locale, String date, ZoneId zone) {}

    /**
     * A study with its key.
     *
     * @param study the study
     * @param matrix its risk matrix
     * @param wish how
     * @return the file
     * @throws org.openots.common.error.OtsException if a text is too long for the format
     */
    public synchronized byte[] study(Study study, RiskMatrix matrix, Wish wish) {
        return switch (wish.format()) {
            case JSON -> StudyWriter.text(study).getBytes(StandardCharsets.UTF_8);
            case XLSX -> StudyWorkbook.write(study);
            default -> file(StudyReport.of(study, matrix, wish.locale(), wish.date()), wish.format());
        };
    }

    /**
     * What a student wrote, without anything of the key.
     *
     * @param source the worksheet
     * @param wish how
     * @return the file
     * @throws org.openots.common.error.OtsException if a text is too long for the format
     */
    public synchronized byte[] sheet(SheetReport.Source source, Wish wish) {
        if (wish.format() == ReportFormat.JSON) {
            return RecordJson.bytes(source.state(), source.author());
        }
        return file(SheetReport.of(source, wish.locale(), wish.zone(), wish.date()), wish.format());
    }

    /**
     * What a student wrote with its released score.
     *
     * @param source the worksheet
     * @param score the score
     * @param wish how; JSON has no form for scores
     * @return the file
     * @throws org.openots.common.error.OtsException if a text is too long for the format
     */
    public synchronized byte[] scored(SheetReport.Source source, SheetReport.Score score, Wish wish) {
        return file(SheetReport.scored(source, score, wish.locale(), wish.zone(), wish.date()), wish.format());
    }

    private static byte[] file(Report report, ReportFormat format) {
        return switch (format) {
            case PDF -> PdfReport.write(report, SuiteFont.bytes());
            case DOCX -> DocxReport.write(report);
            default -> RecordWorkbook.write(report);
        };
    }
}
