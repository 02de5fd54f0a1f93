package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.Proposal;
import org.openots.hazop.review.Regression;
import org.openots.hazop.review.ReviewError;
import org.openots.hazop.review.ReviewStore;
import org.openots.hazop.wording.WordingsFile;
import org.openots.instructor.hazop.HazopDesk;
import org.openots.instructor.hazop.WordingDesk;
import org.openots.instructor.people.Person;
import org.openots.instructor.store.People;

/** New wordings: proposing, deciding, and taking the present version along. */
final class WordingRoutes {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_REASON = 500;
    private static final List<String> KINDS = List.of("alias", "word");

    private final HazopDesk desk;
    private final ReviewStore store;
    private final Optional<WordingDesk> wordings;
    private final People people;

    WordingRoutes(ServerParts parts) {
        this.desk = parts.hazop();
        this.store = parts.review().store();
        this.wordings = parts.wordings();
        this.people = new People(parts.database());
    }

    void register(RouteTable table) {
        table.add("GET", "/api/review/proposals", ReviewRoutes.EXAMINERS, this::list);
        table.add("POST", "/api/review/proposals", ReviewRoutes.EXAMINERS, this::propose);
        table.add("POST", "/api/review/proposals/{id}/approve", ReviewRoutes.EXAMINERS, this::approve);
        table.add("POST", "/api/review/proposals/{id}/reject", ReviewRoutes.EXAMINERS, this::reject);
        table.add("GET", "/api/review/wordings", ReviewRoutes.EXAMINERS, this::export);
        table.add("GET", "/api/review/words", ReviewRoutes.EXAMINERS, this::words);
    }

    private WordingDesk wordings(String what) {
        return wordings.orElseThrow(() -> new OtsException(ReviewError.NO_SCORER, what));
    }

    private void list(Context ctx) {
        ArrayNode list = Json.array();
        store.proposals().forEach(proposal -> list.insert(0, json(proposal)));
        ObjectNode node = Json.object().put("version", store.wordings().version());
        node.set("proposals", list);
        Json.answer(ctx, node);
    }

    private void propose(Context ctx) {
        JsonBody body = JsonBody.of(ctx, "kind", "sheet", "deviation", "index", "item", "word", "like");
        String kind = body.choice("kind", KINDS);
        AnswerRef answer = new AnswerRef(body.text("sheet", 1, LONGEST_ID), body.text("deviation", 1, LONGEST_ID), (int)
                body.number("index", 0, Integer.MAX_VALUE, -1));
        String by = Gatekeeper.person(ctx).account();
        WordingDesk words = wordings(kind);
        Proposal proposal = kind.equals("alias")
                ? words.proposeAlias(answer, body.text("item", 1, LONGEST_ID), by)
                : words.proposeWord(
                        answer,
                        body.text("word", 1, LONGEST_WORD).strip(),
                        body.text("like", 1, LONGEST_WORD).strip(),
                        by);
        ctx.status(201);
        Json.answer(ctx, json(proposal));
    }

    private void approve(Context ctx) {
        String id = ctx.pathParam("id");
        JsonBody.of(ctx);
        wordings(id).approve(id, Gatekeeper.person(ctx).account());
        Json.answer(ctx, json(store.proposal(id)));
    }

    private void reject(Context ctx) {
        String id = ctx.pathParam("id");
        String reason = JsonBody.of(ctx, "reason").text("reason", LONGEST_REASON, "");
        store.reject(id, Gatekeeper.person(ctx).account(), reason);
        Json.answer(ctx, json(store.proposal(id)));
    }

    private void export(Context ctx) {
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"wordings-" + store.wordings().version() + ".json\"");
        Json.answer(ctx, WordingsFile.write(store.wordings()));
    }

    /** Words of the lexicon, for whoever looks for one that means the same. */
    private void words(Context ctx) {
        ArrayNode list = Json.array();
        desk.content()
                .scorer()
                .ifPresent(scorer -> scorer.vocabulary().forEach((word, concept) -> {
                    if (!concept.contains("+") && !word.equals(concept)) {
                        list.add(word);
                    }
                }));
        Json.answer(ctx, list);
    }

    private ObjectNode json(Proposal proposal) {
        Optional<Proposal.Outcome> outcome = store.outcome(proposal.id());
        ObjectNode node = Json.object()
                .put("id", proposal.id())
                .put("kind", word(proposal.kind()))
                .put("study", proposal.study())
                .put("deviation", proposal.deviation())
                .put("column", proposal.column())
                .put("target", proposal.target())
                .put("targetText", proposal.targetText())
                .put("text", proposal.text())
                .put("by", proposal.by())
                .put("byName", name(proposal.by()))
                .put("at", Instant.ofEpochMilli(proposal.at()).toString())
                .put("state", outcome.map(one -> word(one.state())).orElse("open"));
        desk.study(proposal.study(), proposal.digest())
                .flatMap(study -> study.study().deviation(proposal.deviation()))
                .ifPresent(row -> {
                    node.set("deviationText", Json.text(row.text()));
                    row.keyItems()
                            .filter(item -> item.id().equals(proposal.target()))
                            .forEach(item -> node.set("item", Json.text(item.text())));
                });
        outcome.ifPresent(one -> node.put("decidedBy", one.by())
                .put("decidedByName", name(one.by()))
                .put("decidedAt", Instant.ofEpochMilli(one.at()).toString())
                .put("reason", one.reason())
                .put("version", one.version()));
        node.set("trial", trial(outcome.map(Proposal.Outcome::regression).orElse(proposal.regression())));
        return node;
    }

    private String name(String account) {
        return people.find(account).map(Person::name).orElse(account);
    }

    private static ObjectNode trial(Regression trial) {
        ObjectNode node = Json.object()
                .put("decided", trial.decided())
                .put("agreed", trial.agreed())
                .put("agreeing", trial.agreeing())
                .put("keyTests", trial.keyTests());
        ArrayNode losses = node.putArray("losses");
        trial.losses()
                .forEach(loss -> losses.addObject()
                        .put("lost", loss.lost())
                        .put("source", word(loss.source()))
                        .put("deviation", loss.deviation())
                        .put("column", loss.column())
                        .put("text", loss.text())
                        .put("item", loss.item()));
        return node;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
