package org.openots.common.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.common.signal.SyntheticSignals;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;

/** A hidden fault is noticed, named, handled; what earns and what costs, and that nothing of it shows before. */
class FaultTaskScorerTest {
    private static final byte[] JSON = StrictJson.bytes(FaultTaskScorerTest.class, "rubric-version-1.2.json");
    private static final double EXACT = 1e-9;
    private static final int F1 = 1;
    private static final int F3_OF_THE_SAME_UNIT = 2;
    private static final int F2_OF_ANOTHER = 3;

    private final SyntheticSignals plant =
            new SyntheticSignals("E-1", "P-2", "HV-9", "FI-1", "TI-1", "REPORT", "I-01.BYPASS");
    private final Rubric rubric = RubricReader.read("fault.json", JSON, Findings.throwing());
    private TaskScorer scorer = TaskScorer.of(rubric, plant.table());
    private final List<CommandRecord> commands = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<TaskScorer.Alarm> alarms = new ArrayList<>();

    private void normal() {
        plant.set("E-1", 1).set("TI-1", 80).set("FI-1", 30);
        run(10);
    }

    private void run(double seconds) {
        double end = plant.time() + seconds - EXACT;
        while (plant.time() < end) {
            plant.next();
            scorer.observe(plant, commands, new TaskScorer.Seen(faults, alarms));
            commands.clear();
            faults.clear();
            alarms.clear();
        }
    }

    private void operate(String target, String verb, double value) {
        commands.add(new CommandRecord(plant.tick() + 1, plant.time() + 0.1, target, verb, value, "", true));
    }

    private void begin(String fault) {
        faults.add(fault);
        run(0.1);
    }

    private ScoreSheet end() {
        scorer.close();
        return scorer.sheet();
    }

    private double part(FaultReport.Kind kind) {
        return scorer.faultReport().orElseThrow().parts().stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(FaultReport.Part::earned)
                .sum();
    }

    @Test
    void whoNoticesNamesAndActsAtOnceEarnsAll() {
        normal();
        begin("F-1");
        run(20);
        operate(FaultAnswers.TARGET, FaultAnswers.MARK, 0);
        operate(FaultAnswers.TARGET, FaultAnswers.FAULT, F1);
        operate("E-1", "stop", 0);
        plant.set("E-1", 0);
        run(5);
        operate("REPORT", "send", 0);
        plant.set("REPORT", 1).set("TI-1", 50);
        run(130);
        ScoreSheet sheet = end();
        assertThat(sheet.losses()).isEmpty();
        assertThat(sheet.totals().total()).isCloseTo(100, within(EXACT));
        assertThat(sheet.steps())
                .extracting(ScoreSheet.StepScore::id)
                .containsExactly("detection", "diagnosis", "heat", "report", "safe");
        assertThat(sheet.steps()).extracting(ScoreSheet.StepScore::number).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({"mark, 30, 15", "mark, 180, 7.5", "mark, 400, 0", "alarm, 30, 15", "object, 30, 15", "action, 180, 7.5"
    })
    void noticingEarnsByItsTimeHoweverItIsDone(String how, double after, double earned) {
        normal();
        // an alarm from before the fault does not belong to it, nor does what was operated then
        alarms.add(new TaskScorer.Alarm("FI-1.L", "unack"));
        operate("E-1", "power", 5);
        run(1);
        begin("F-1");
        alarms.add(new TaskScorer.Alarm("FI-1.L", "ack"));
        alarms.add(new TaskScorer.Alarm("FI-1.L", "unack"));
        operate("P-2", "start", 0);
        run(after - 0.1);
        switch (how) {
            case "mark" -> operate(FaultAnswers.TARGET, FaultAnswers.MARK, 0);
            case "alarm" -> alarms.add(new TaskScorer.Alarm("FI-1.L", "ack"));
            case "object" -> operate("HV-9", "position", 50);
            default -> operate("E-1", "power", 2);
        }
        run(1);
        assertThat(part(FaultReport.Kind.DETECTION)).isCloseTo(earned, within(0.01));
    }

    @Test
    void aCaseMayGiveMoreTimeToNotice() {
        normal();
        begin("F-2");
        run(299.9);
        operate(FaultAnswers.TARGET, FaultAnswers.MARK, 0);
        run(1);
        assertThat(part(FaultReport.Kind.DETECTION)).isCloseTo(7.5, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, 25", "2, 10", "3, 0", "99, 0", "0, 0"})
    void theDiagnosisEarnsByFaultOrUnit(int number, double earned) {
        normal();
        begin("F-1");
        if (number > 0) {
            operate(FaultAnswers.TARGET, FaultAnswers.FAULT, number == F1 ? F2_OF_ANOTHER : F1);
            run(1);
            operate(FaultAnswers.TARGET, FaultAnswers.FAULT, number);
        } else {
            operate(FaultAnswers.TARGET, FaultAnswers.FAULT, F3_OF_THE_SAME_UNIT);
            run(1);
            operate(FaultAnswers.TARGET, FaultAnswers.FAULT, -F3_OF_THE_SAME_UNIT);
        }
        run(1);
        ScoreSheet sheet = end();
        assertThat(part(FaultReport.Kind.DIAGNOSIS)).isEqualTo(earned);
        double lost = sheet.losses().stream()
                .filter(loss -> loss.ruleId().equals("diagnosis"))
                .mapToDouble(ScoreEvent::lost)
                .sum();
        assertThat(lost).isEqualTo(25 - earned);
        double sum = sheet.losses().stream().mapToDouble(ScoreEvent::lost).sum();
        assertThat(sum)
                .as("every lost point is told")
                .isCloseTo(100 - sheet.totals().total(), within(EXACT));
    }

    @Test
    void whatAnInterlockDoesIsNotTheTraineesWork() {
        normal();
        begin("F-1");
        plant.set("E-1", 0).set("TI-1", 50);
        run(300);
        assertThat(part(FaultReport.Kind.RESPONSE)).isZero();
        assertThat(part(FaultReport.Kind.RECOVERY)).isZero();
        operate("E-1", "stop", 0);
        run(125);
        // the heater was off in time; only the order to stop it came late
        assertThat(part(FaultReport.Kind.RESPONSE)).isEqualTo(30);
        assertThat(part(FaultReport.Kind.RECOVERY)).isEqualTo(20);
        plant.set("E-1", 1);
        run(1);
        assertThat(end().totals().penalties()).isEqualTo(15);
    }

    @Test
    void reportingWithoutAFaultCostsAndWithoutAnyFaultNothingCounts() {
        normal();
        for (int i = 0; i < 3; i++) {
            operate(FaultAnswers.TARGET, FaultAnswers.MARK, 0);
            run(1);
        }
        begin("F-9");
        run(1200);
        assertThat(scorer.closed()).isTrue();
        ScoreSheet sheet = scorer.sheet();
        assertThat(sheet.totals().penalties()).isEqualTo(3);
        assertThat(sheet.totals().total()).isZero();
        assertThat(sheet.losses().get(0).reason()).isEqualTo(Reason.FAULT_ABSENT);
        assertThat(sheet.losses().get(0).lost()).isEqualTo(100);
        assertThat(sheet.losses().get(0).text().en()).contains("No fault that this task is about");
        assertThat(scorer.faultReport().orElseThrow().fault()).isEmpty();
    }

    @Test
    void theFirstFaultWithACaseCountsAndTheStateCanBeKept() {
        normal();
        begin("F-9");
        begin("F-2");
        begin("F-1");
        operate("P-2", "start", 0);
        plant.set("P-2", 1);
        run(30);
        StateWriter state = new StateWriter();
        scorer.save(state);
        scorer = TaskScorer.of(rubric, plant.table());
        StateReader reader = new StateReader(state.toByteArray());
        scorer.restore(plant, reader);
        reader.end();
        run(60);
        assertThat(scorer.faultReport().orElseThrow().fault()).contains("F-2");
        assertThat(part(FaultReport.Kind.DETECTION)).isEqualTo(15);
        assertThat(part(FaultReport.Kind.RESPONSE)).isEqualTo(40);
        assertThat(part(FaultReport.Kind.RECOVERY)).isEqualTo(20);
        assertThat(scorer.pending("pump")).as("guidance would give it away").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mark, 1", "fault, 0", "fault, 1.5", "fault, 1000", "cause, 1"})
    void whatIsNoAnswerIsRefused(String verb, double value) {
        assertThatThrownBy(() -> FaultAnswers.check(verb, value))
                .isInstanceOf(OtsException.class)
                .hasMessageContaining(verb);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"points\": 30,|\"points\": 29,|'OTS-RUBRIC-001 '",
                "\"points\": 40,|\"points\": 41,|OTS-RUBRIC-016 /faultTask/cases/1/response",
                "\"end\": \"FI-1 > 20\", \"holdS\": 60, \"keep\": \"true\", \"after\": [\"pump\"]|"
                        + "\"end\": \"FI-1 > 20\"|OTS-RUBRIC-018 /faultTask/cases/1/recovery/0",
                "\"objects\": [\"HV-9\"]|\"objects\": [\"HV-8\"]|OTS-RUBRIC-007 /faultTask/cases/0/objects",
                "\"actions\": [\"P-2\"]|\"actions\": [\"P-3\"]|OTS-RUBRIC-007 /faultTask/cases/1/response/0/actions",
                "\"end\": \"P-2 == 1\"|\"end\": \"P-3 == 1\"|OTS-EXPR-007 /faultTask/cases/1/response/0/end",
                "\"fault\": \"F-2\"|\"fault\": \"F-1\"|OTS-JSON-012 /faultTask/cases/1/fault",
                "\"fault\": \"F-2\"|\"fault\": \"F-7\"|OTS-JSON-014 /faultTask/cases/1/fault",
                "[\"F-2\"]|[\"F-2\", \"F-3\"]|OTS-JSON-012 /faultTask/units/1/faults/1",
                "\"acted\": true, \"timing\"|\"acted\": 1, \"timing\"|OTS-JSON-007 /faultTask/cases/0/response/0/acted"
            })
    void mistakesAreNamed(String text, String wrong, String found) {
        String json = new String(JSON, StandardCharsets.UTF_8);
        assertThat(json).contains(text);
        List<Finding> findings =
                RubricLint.check("x.json", json.replace(text, wrong).getBytes(StandardCharsets.UTF_8), plant.table());
        assertThat(findings).isNotEmpty();
        assertThat(findings.stream().map(finding -> finding.code().code() + " " + finding.pointer()))
                .as(findings.stream().map(f -> f.in(Locale.ENGLISH)).toList().toString())
                .contains(found);
        assertThat(RubricLint.check("x.json", JSON, plant.table())).isEmpty();
    }
}
