package org.openots.instructor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.instructor.exam.CandidateState;
import org.openots.instructor.exam.CandidateView;
import org.openots.instructor.exam.ExamDesk;
import org.openots.instructor.exam.ExamPhase;
import org.openots.instructor.exam.ExamResults;
import org.openots.instructor.exam.ExamView;
import org.openots.instructor.exam.Grant;
import org.openots.instructor.exam.PaperItem;
import org.openots.instructor.session.SessionHost;
import org.openots.instructor.strategy.ExamRules;
import org.openots.instructor.strategy.Strategy;

/** Exams as they cross the edge: to candidates without anything that was drawn, to the room without what is hidden. */
final class ExamJson {
    private static final double SECOND = 1000;

    private final ExamDesk desk;
    private final SessionHost host;

    ExamJson(ExamDesk desk, SessionHost host) {
        this.desk = desk;
        this.host = host;
    }

    private static ObjectNode head(ExamView view) {
        Strategy strategy = view.plan().strategy();
        ObjectNode node = Json.object().put("id", view.plan().id());
        node.set("title", Json.text(strategy.title()));
        node.put("phase", view.phase().word());
        node.set("phaseText", Json.text(view.phase().text()));
        node.put("room", view.plan().room())
                .put(
                        "plannedStart",
                        Instant.ofEpochMilli(view.plan().plannedStart()).toString())
                .put("strategy", strategy.id())
                .put("version", strategy.version())
                .put("totalS", strategy.time().totalSec())
                .put("stopped", view.stopped());
        return node;
    }

    /** An exam in a list. */
    static ObjectNode brief(ExamView view) {
        ObjectNode node = head(view).put("candidates", view.candidates().size());
        long done = view.candidates().stream()
                .filter(one -> one.state() == CandidateState.HANDED_IN)
                .count();
        return node.put("handedIn", done).put("commitment", view.plan().commitment());
    }

    // ---- candidate --------------------------------------------------------------------------------------------

    /** What a candidate sees of his exam; nothing of what was drawn. */
    ObjectNode mine(ExamView view, String account) {
        CandidateView me = view.candidate(account).orElseThrow();
        Strategy strategy = view.plan().strategy();
        ObjectNode node = head(view).put("seat", me.seat()).put("name", me.name());
        node.put("state", me.state().word())
                .set("stateText", Json.text(me.state().text()));
        node.put("lateEntryS", strategy.time().lateEntrySec().orElse(0));
        node.put("earlyHandIn", ExamRulesJson.early(strategy))
                .put("passMark", strategy.scoring().passMark());
        ArrayNode warnings = node.putArray("warnAtS");
        strategy.time().warnAtRemainingSec().orElse(List.of()).forEach(warnings::add);
        node.put(
                "blurWarnings",
                strategy.security().map(ExamRules.Security::blurWarnings).orElse(0));
        node.put("blurs", me.blurs()).put("hand", me.handRaised().isPresent());
        node.put("receipt", me.receipt()).put("bound", me.bound());
        items(node.putArray("items"), strategy, me);
        Optional<Integer> present = me.present();
        node.put("item", present.map(item -> item + 1).orElse(0));
        node.put("leftS", me.leftMillis() / SECOND).put("leftInAllS", me.leftInAll() / SECOND);
        node.put("still", me.stopped() || view.stopped())
                .put("waits", !me.undecided().isEmpty());
        node.put("page", present.map(item -> page(me, item)).orElse(""));
        node.put("saved", saved(me));
        if (view.phase() == ExamPhase.RELEASED) {
            result(node, view, account);
        }
        if (me.state() != CandidateState.WORKING) {
            others(node.putArray("others"), view, account);
        }
        return node;
    }

    /** The candidate's other exams, the nearest first; who is at work has nothing to choose. */
    private void others(ArrayNode list, ExamView shown, String account) {
        for (ExamView view : desk.allOf(account)) {
            if (!view.plan().id().equals(shown.plan().id())) {
                CandidateView me = view.candidate(account).orElseThrow();
                list.add(head(view)
                        .put("seat", me.seat())
                        .put("state", me.state().word())
                        .set("stateText", Json.text(me.state().text())));
            }
        }
    }

    private static void items(ArrayNode list, Strategy strategy, CandidateView me) {
        if (me.paper().isEmpty()) {
            // before entry the parts are told, as the notice of the exam does
            for (ExamRules.Section section :
                    strategy.paper().map(ExamRules.Paper::sections).orElse(List.of())) {
                ObjectNode node = list.addObject().put("section", section.id());
                node.set("title", Json.text(section.title()));
                node.put("weight", section.weight()).put("limitS", section.timeLimitSec());
            }
            return;
        }
        for (int i = 0; i < me.paper().size(); i++) {
            PaperItem item = me.paper().get(i);
            boolean begun = i < me.items().size();
            boolean ended = begun && me.items().get(i).ended().isPresent();
            ObjectNode node = list.addObject().put("no", i + 1).put("section", item.section());
            node.set("title", Json.text(item.title()));
            node.put("kind", StrategyJson.word(item.kind()))
                    .put("weight", item.weight())
                    .put("limitS", item.limitSeconds())
                    .put("state", ended ? "done" : begun ? "now" : "later");
        }
    }

    private static String page(CandidateView me, int item) {
        String work = me.items().get(item).work();
        return me.paper().get(item).kind() == PaperItem.Kind.HAZOP ? "/hazop-task/" + work : "/run/" + work;
    }

    private void result(ObjectNode node, ExamView view, String account) {
        ExamResults results = desk.results(view);
        results.candidates().stream()
                .filter(result -> result.candidate().account().equals(account))
                .findFirst()
                .ifPresent(result -> {
                    result.mark().ifPresent(mark -> node.put("mark", mark));
                    result.passed().ifPresent(passed -> node.put("passed", passed));
                    ArrayNode works = node.putArray("works");
                    for (ExamResults.Item item : result.items()) {
                        ObjectNode one = works.addObject()
                                .put("section", item.item().section())
                                .put("points", item.points())
                                .put("weight", item.item().weight());
                        one.set("title", Json.text(item.item().title()));
                        item.track().ifPresent(track -> one.put("work", track.work()));
                    }
                });
    }

    /** Number of the last input that is certainly kept; 0 when nobody can tell now. */
    private long saved(CandidateView me) {
        try {
            return desk.saved(me);
        } catch (OtsException e) {
            // the run is being closed at this moment; the next picture knows
            return 0;
        }
    }

    // ---- room -------------------------------------------------------------------------------------------------

    /** The room as an invigilator sees it. */
    ObjectNode room(ExamView view) {
        ObjectNode node = head(view).put("commitment", view.plan().commitment());
        node.put("clockS", view.clockMillis() / SECOND).put("outageS", view.outageMillis() / SECOND);
        node.set("rules", ExamRulesJson.of(view.plan().strategy()));
        node.put("lateEntryS", view.plan().strategy().time().lateEntrySec().orElse(0));
        node.put(
                "blurWarnings",
                view.plan()
                        .strategy()
                        .security()
                        .map(ExamRules.Security::blurWarnings)
                        .orElse(0));
        if (view.startedAt() > 0) {
            node.put("startedAt", Instant.ofEpochMilli(view.startedAt()).toString());
        }
        ArrayNode sections = node.putArray("sections");
        for (ExamRules.Section section :
                view.plan().strategy().paper().map(ExamRules.Paper::sections).orElse(List.of())) {
            ObjectNode one = sections.addObject().put("id", section.id());
            one.set("title", Json.text(section.title()));
            one.put("weight", section.weight()).put("limitS", section.timeLimitSec());
        }
        ArrayNode seats = node.putArray("seats");
        view.candidates().forEach(candidate -> seat(seats.addObject(), view, candidate));
        ArrayNode incidents = node.putArray("incidents");
        view.incidents()
                .forEach(incident -> incidents
                        .addObject()
                        .put("at", Instant.ofEpochMilli(incident.at()).toString())
                        .put("clockS", incident.clock() / SECOND)
                        .put("account", incident.account())
                        .put("code", incident.code())
                        .put("text", incident.text())
                        .put("by", incident.by()));
        return node;
    }

    private void seat(ObjectNode node, ExamView view, CandidateView one) {
        node.put("seat", one.seat()).put("account", one.account()).put("name", one.name());
        node.put("state", one.state().word())
                .set("stateText", Json.text(one.state().text()));
        node.put("item", one.present().map(item -> item + 1).orElse(0))
                .put("items", one.paper().size());
        node.put("progress", progress(one));
        node.put("leftS", one.leftMillis() / SECOND).put("leftInAllS", one.leftInAll() / SECOND);
        node.put("stopped", one.stopped()).put("stoppedAlone", one.stoppedAlone());
        one.lostSince().ifPresent(since -> node.put("lostS", (view.clockMillis() - since) / SECOND));
        one.handRaised().ifPresent(since -> node.put("handS", (view.clockMillis() - since) / SECOND));
        node.put("blurs", one.blurs()).put("saved", saved(one)).put("receipt", one.receipt());
        one.handover()
                .ifPresent(asked -> node.putObject("handover")
                        .put("address", asked.address())
                        .put("askedAt", Instant.ofEpochMilli(asked.askedAt()).toString())
                        .put("approved", asked.approvedAt() > 0));
        ArrayNode grants = node.putArray("grants");
        for (Grant grant : one.grants()) {
            grants.addObject()
                    .put("id", grant.id())
                    .put("kind", StrategyJson.word(grant.kind()))
                    .put("seconds", grant.millis() / SECOND)
                    .put("reason", grant.reason())
                    .put("by", grant.by())
                    .put("state", StrategyJson.word(grant.state()))
                    .put("decidedBy", grant.decidedBy());
        }
    }

    /** How much of his paper a candidate has done, 0 to 1: items, and steps of a run. */
    private double progress(CandidateView one) {
        if (one.paper().isEmpty()) {
            return 0;
        }
        double done =
                one.items().stream().filter(item -> item.ended().isPresent()).count();
        double part = one.present()
                .filter(item -> one.paper().get(item).kind() == PaperItem.Kind.OPERATION)
                .map(item -> steps(one.items().get(item).work()))
                .orElse(0.0);
        return (done + part) / one.paper().size();
    }

    private double steps(String run) {
        try {
            JsonNode steps = host.observe(run).progress().path("steps");
            long done = 0;
            for (JsonNode step : steps) {
                done += step.path("state").asText().startsWith("DONE") ? 1 : 0;
            }
            return steps.isEmpty() ? 0 : done / (double) steps.size();
        } catch (OtsException e) {
            // the run is being closed at this moment; the next picture knows
            return 0;
        }
    }
}
