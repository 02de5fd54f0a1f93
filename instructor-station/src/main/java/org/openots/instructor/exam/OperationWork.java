package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.json.CanonicalJson;
import org.openots.instructor.error.StationError;
import org.openots.instructor.session.Answers;
import org.openots.instructor.session.Control;
import org.openots.instructor.session.FaultOrder;
import org.openots.instructor.session.Pace;
import org.openots.instructor.session.RunExam;
import org.openots.instructor.session.RunJournals;
import org.openots.instructor.session.RunOrder;
import org.openots.instructor.session.RunRules;
import org.openots.instructor.session.RunStory;
import org.openots.instructor.session.RunStrategy;
import org.openots.instructor.session.RunView;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.strategy.Strategy;

/** Items that are runs of a plant. */
final class OperationWork implements ExamWork {
    private final SessionHost host;
    private final RunJournals journals;

    OperationWork(SessionHost host, RunJournals journals) {
        this.host = host;
        this.journals = journals;
    }

    @Override
    public String begin(ExamPlan plan, String account, int number, PaperItem item) {
        RunExam exam = new RunExam(plan.id(), number);
        String run = begun(account, exam).orElseGet(() -> start(plan, account, exam, item));
        item.hidden().ifPresent(hidden -> arm(run, hidden));
        return run;
    }

    private Optional<String> begun(String account, RunExam exam) {
        return host.open().stream()
                .map(RunView::spec)
                .filter(spec -> spec.owner().equals(account)
                        && spec.exam().filter(exam::equals).isPresent())
                .map(spec -> spec.id())
                .findFirst();
    }

    private String start(ExamPlan plan, String account, RunExam exam, PaperItem item) {
        Strategy strategy = plan.strategy();
        RunStrategy by = new RunStrategy(strategy.id(), strategy.version(), plan.hash(), Optional.of(exam));
        // the exam's clock ends it, so that time that was given back is not cut off by model time
        return host.start(new RunOrder(
                item.unit(), item.initialCondition(), item.task(), account, 0, rules(strategy), Optional.of(by)));
    }

    /** What a candidate may do besides operating. */
    static RunRules rules(Strategy strategy) {
        Strategy.SimControl control = strategy.simControl();
        Strategy.TimeScale scale = control.timeScale();
        boolean goesOn = strategy.connectivity().onClientLoss() == Strategy.Connectivity.OnClientLoss.KEEP_RUNNING;
        return new RunRules(
                scale.studentMaySet() ? scale.min() : scale.standard(),
                scale.studentMaySet() ? scale.max() : scale.standard(),
                control.freezeBy().contains(Strategy.SimControl.Who.STUDENT),
                control.backtrackBy().contains(Strategy.SimControl.Who.STUDENT),
                control.resetBy().contains(Strategy.SimControl.Who.STUDENT),
                strategy.assist().hints() != Strategy.Assist.Hints.OFF,
                strategy.assist().liveScore() == Strategy.Assist.LiveScore.VISIBLE,
                goesOn
                        ? RunRules.NEVER_HELD
                        : Math.max(1, strategy.connectivity().graceSec()));
    }

    /** Sets the drawn fault, once: the station may have stopped between the start and this. */
    private void arm(String run, PaperItem.HiddenFault hidden) {
        if (host.observe(run).faults().isEmpty()) {
            Answers.await(host.arm(
                    run,
                    Pace.STATION,
                    new FaultOrder(
                            "",
                            hidden.fault(),
                            hidden.severity(),
                            hidden.rampSeconds(),
                            hidden.delaySeconds(),
                            "",
                            0)));
        }
    }

    @Override
    public ObjectNode end(String run) {
        JsonNode closing;
        try {
            closing = Answers.await(host.close(run, Pace.STATION));
        } catch (OtsException e) {
            if (e.errorCode() != StationError.RUN_UNKNOWN && e.errorCode() != StationError.RUN_CLOSED) {
                throw e;
            }
            closing = closed(run).orElseThrow(() -> e);
        }
        return proof(closing);
    }

    private Optional<JsonNode> closed(String run) {
        return Optional.ofNullable(RunStory.of(run, journals.read(run)).closing());
    }

    /** What of a run's end goes into the exam's journal: enough to add up the mark, and to see whether a replay agrees. */
    static ObjectNode proof(JsonNode closing) {
        ObjectNode proof = ExamCodec.node()
                .put("score", closing.path("score").asDouble())
                .put("time", closing.path("time").asDouble())
                .put("stateHash", closing.path("stateHash").asText())
                .put("sheetSha256", CanonicalJson.sha256(closing.path("sheet")));
        ArrayNode penalties = proof.putArray("penalties");
        for (JsonNode penalty : closing.path("sheet").path("penalties")) {
            if (penalty.path("count").asInt() > 0) {
                penalties.add(penalty.path("id").asText());
            }
        }
        return proof;
    }

    @Override
    public void pace(String run, boolean stopped) {
        RunView view = host.observe(run);
        boolean frozen =
                view.pace().state() == Pace.State.FROZEN && view.pace().by().equals(Pace.STATION);
        if (stopped != frozen) {
            Answers.await(host.control(run, stopped ? Control.FREEZE : Control.RUN, Pace.STATION, 0));
        }
    }

    @Override
    public Optional<Double> percent(ItemTrack item) {
        return Optional.of(item.closing().path("score").asDouble());
    }

    @Override
    public long saved(String run) {
        return host.observe(run).saved();
    }
}
