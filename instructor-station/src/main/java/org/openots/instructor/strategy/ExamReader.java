package org.openots.instructor.strategy;

import java.util.Optional;
import org.openots.common.json.JsonCursor;

/** Reads the groups that only exam strategies have. */
final class ExamReader {
    private static final int DAY = 86_400;
    private static final int MANY = 1000;
    private static final double WHOLE = 100;

    private ExamReader() {}

    static ExamRules.Paper paper(JsonCursor p, String version) {
        return new ExamRules.Paper(
                p.at("assembly").oneOf(ExamRules.Paper.Assembly.class),
                p.at("seedPolicy").oneOf(ExamRules.Paper.SeedPolicy.class),
                StrategyReader.some(p.at("sections"), section -> section(section, version)),
                p.at("sectionOrder").oneOf(ExamRules.Paper.SectionOrder.class),
                p.at("backNavigation").bool());
    }

    private static ExamRules.Section section(JsonCursor s, String version) {
        boolean always = version.equals(StrategyReader.FORMAT_VERSION);
        return new ExamRules.Section(
                s.at("id").text(),
                s.at("title").localText(),
                s.at("unit").text(),
                always
                        ? Optional.of(s.at("initialCondition").text())
                        : s.optional("initialCondition").map(JsonCursor::text),
                s.optional("task").map(JsonCursor::text),
                s.at("weight").between(0, WHOLE),
                s.at("timeLimitSec").integer(1, DAY),
                pick(s.at("pick")));
    }

    private static ExamRules.Pick pick(JsonCursor p) {
        return new ExamRules.Pick(
                StrategyReader.some(p.at("pool"), JsonCursor::text),
                p.at("count").integer(1, MANY),
                p.optional("noRepeatWithin").map(n -> n.integer(0, MANY)),
                p.optional("equating")
                        .map(e -> new ExamRules.Equating(
                                e.at("metric").oneOf(ExamRules.Equating.Metric.class),
                                e.at("target").between(0, 1),
                                e.at("tolerance").between(0, 1),
                                e.at("minN").integer(1, MANY))));
    }

    static ExamRules.Security security(JsonCursor s) {
        JsonCursor collusion = s.at("collusion");
        return new ExamRules.Security(
                s.at("singleSession").oneOf(ExamRules.Security.SingleSession.class),
                s.at("bindSeat").bool(),
                StrategyReader.some(s.at("allowedStations"), JsonCursor::text),
                s.at("lockdownClient").oneOf(ExamRules.Security.Lockdown.class),
                s.at("blurWarnings").integer(0, MANY),
                s.at("capture").list(c -> c.oneOf(ExamRules.Security.Capture.class)),
                new ExamRules.Collusion(
                        collusion.at("report").bool(),
                        collusion.at("autoPenalty").bool()));
    }

    static ExamRules.Staffing staffing(JsonCursor s) {
        return new ExamRules.Staffing(
                s.at("invigilatorsPer30").integer(1, MANY),
                s.at("assessorsMin").integer(0, MANY),
                s.at("supervisorsMin").integer(0, MANY),
                s.at("supervisorMayAssess").bool(),
                s.at("recusal").list(r -> r.oneOf(ExamRules.Staffing.Recusal.class)));
    }

    static ExamRules.Audit audit(JsonCursor a) {
        JsonCursor years = a.at("retentionYears");
        return new ExamRules.Audit(
                a.at("replayRequired").bool(),
                new ExamRules.Retention(
                        StrategyReader.years(years.at("paper")),
                        StrategyReader.years(years.at("electronic")),
                        StrategyReader.years(years.at("video"))));
    }
}
