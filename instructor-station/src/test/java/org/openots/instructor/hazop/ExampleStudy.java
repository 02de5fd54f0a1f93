package org.openots.instructor.hazop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.StudyFile;
import org.openots.hazop.study.StudyHead;
import org.openots.hazop.worksheet.WorksheetScorer;
import org.openots.instructor.catalog.HazopContent;
import org.openots.instructor.catalog.OfferedStudy;

/** The example study of the requirements, said to be of the plant whose tags it uses. */
public final class ExampleStudy {
    /** Its id. */
    public static final String ID = "ethanol-water-column-training";

    private ExampleStudy() {}

    /** The study as the station offers it. */
    public static OfferedStudy offered() {
        OfferedStudy plain = OfferedStudy.of(new StudyFile("example-study.json", text()));
        Study study = plain.study();
        StudyHead head = study.head();
        StudyHead withPlant = new StudyHead(
                head.formatVersion(),
                head.id(),
                Optional.of("ethanol-water-column"),
                head.title(),
                head.disclaimer(),
                head.standards(),
                head.riskMatrix());
        return new OfferedStudy(
                new Study(
                        withPlant,
                        study.vocabulary(),
                        study.organisation(),
                        study.nodes(),
                        study.tags(),
                        study.deviations(),
                        study.lopa()),
                plain.matrix(),
                plain.digest(),
                plain.file());
    }

    /** The study alone, without a scorer. */
    public static HazopContent content() {
        return new HazopContent(List.of(offered()), Optional.empty());
    }

    /** The study with a scorer. */
    public static HazopContent content(WorksheetScorer scorer) {
        return new HazopContent(List.of(offered()), Optional.of(scorer));
    }

    /** The file. */
    public static String text() {
        try (InputStream in = ExampleStudy.class.getResourceAsStream("example-study.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
