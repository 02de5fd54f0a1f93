package org.openots.instructor.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.instructor.skill.SkillError;

/**
 * Results as statements of the Experience API 1.0.3. A run gives one statement a verb, whose id is made of run and verb, so that a
 * record store that gets them again keeps one.
 */
public final class XapiStatements {
    /** What names of the suite begin with when nobody says otherwise; it belongs to no domain. */
    public static final String BASE = "urn:openots";

    /** The verbs that every record store knows. */
    private static final String VERBS = "http://adlnet.gov/expapi/verbs/";

    private static final String SIMULATION = "http://adlnet.gov/expapi/activities/simulation";
    private static final String ASSESSMENT = "http://adlnet.gov/expapi/activities/assessment";
    private static final double FULL = 100;
    private static final double MILLISECONDS = 1000;
    private static final String SLASH = "/";

    private final String base;
    private final Actor actor;

    /**
     * Makes a writer.
     *
     * @param base what names of the suite begin with: an IRI
     * @param actor how people are told
     * @throws OtsException if the base is no IRI
     */
    public XapiStatements(String base, Actor actor) {
        this.base = checked(base);
        this.actor = actor;
    }

    private static String checked(String base) {
        try {
            URI uri = new URI(base);
            if (!uri.isAbsolute() || base.endsWith("#") || uri.getFragment() != null) {
                throw new OtsException(SkillError.BASE_FORM, Brief.of(base));
            }
            return base.endsWith(SLASH) ? base.substring(0, base.length() - 1) : base;
        } catch (URISyntaxException e) {
            throw new OtsException(SkillError.BASE_FORM, Brief.of(base));
        }
    }

    private String iri(String... parts) {
        String separator = base.startsWith("urn:") ? ":" : SLASH;
        return base + separator + String.join(separator, parts);
    }

    /** A verb with its words. */
    private enum Verb {
        INITIALIZED("开始", "initialized"),
        PROGRESSED("进展", "progressed"),
        SCORED("得分", "scored"),
        PASSED("通过", "passed"),
        FAILED("未通过", "failed"),
        COMPLETED("完成", "completed");

        private final String zh;
        private final String word;

        Verb(String zh, String word) {
            this.zh = zh;
            this.word = word;
        }
    }

    /**
     * The statements of a result.
     *
     * @param result a run or attempt
     * @return in order of time: one while it is open, five once it is closed
     */
    public List<ObjectNode> of(Result result) {
        List<ObjectNode> all = new ArrayList<>();
        all.add(statement(result, Verb.INITIALIZED));
        result.score().ifPresent(score -> {
            all.add(statement(result, Verb.PROGRESSED));
            all.add(statement(result, Verb.SCORED));
            all.add(statement(result, score.passed() ? Verb.PASSED : Verb.FAILED));
            all.add(statement(result, Verb.COMPLETED));
        });
        return all;
    }

    private ObjectNode statement(Result result, Verb verb) {
        ObjectNode node =
                object().put("id", NamedUuid.of(result.id() + " " + verb.word).toString());
        actor(node.putObject("actor"), result.who());
        ObjectNode said = node.putObject("verb").put("id", VERBS + verb.word);
        words(said.putObject("display"), new LocalText(verb.zh, verb.word));
        ObjectNode activity = node.putObject("object")
                .put("objectType", "Activity")
                .put("id", iri("task", result.task().id()));
        ObjectNode definition =
                activity.putObject("definition").put("type", result.kind().equals("run") ? SIMULATION : ASSESSMENT);
        words(definition.putObject("name"), result.task().title());
        result.score().ifPresent(score -> told(node, result, score, verb));
        context(node.putObject("context"), result);
        boolean begin = verb == Verb.INITIALIZED || result.times().closed() == 0;
        long at = begin ? result.times().started() : result.times().closed();
        return node.put("timestamp", Instant.ofEpochMilli(at).toString()).put("version", "1.0.3");
    }

    private void actor(ObjectNode node, Result.Who who) {
        node.put("objectType", "Agent");
        if (actor == Actor.NAME) {
            node.put("name", who.name());
        }
        node.putObject("account").put("homePage", base).put("name", actor.account(who));
    }

    private void told(ObjectNode statement, Result result, Result.Score score, Verb verb) {
        switch (verb) {
            case PROGRESSED -> {
                if (!result.items().isEmpty()) {
                    statement
                            .putObject("result")
                            .putObject("extensions")
                            .put(iri("progress"), progress(result.items()));
                }
            }
            case SCORED -> score(statement.putObject("result"), score);
            case PASSED, FAILED -> {
                ObjectNode node = statement.putObject("result").put("success", score.passed());
                score(node, score);
            }
            case COMPLETED -> {
                ObjectNode node =
                        statement.putObject("result").put("completion", true).put("duration", duration(result.times()));
                score(node, score);
            }
            default -> {
                // what has only begun has no result
            }
        }
    }

    /** Share of the items that gave all their points, %. */
    private static long progress(List<Result.Mark> items) {
        long done = items.stream().filter(one -> one.earned() >= one.points()).count();
        return Math.round(FULL * done / items.size());
    }

    private static void score(ObjectNode node, Result.Score score) {
        double points = Math.max(0, Math.min(FULL, score.points()));
        node.putObject("score")
                .put("scaled", points / FULL)
                .put("raw", points)
                .put("min", 0)
                .put("max", (int) FULL);
    }

    /** Time of the clock; where nobody knows it, that of the plant. */
    private static String duration(Result.Times times) {
        if (times.closed() > times.started()) {
            return Duration.ofMillis(times.closed() - times.started()).toString();
        }
        double seconds = Double.isFinite(times.modelSeconds()) ? times.modelSeconds() : 0;
        return Duration.ofMillis(Math.round(MILLISECONDS * seconds)).toString();
    }

    private void context(ObjectNode node, Result result) {
        Result.Task task = result.task();
        Result.Origin origin = result.origin();
        node.put("registration", NamedUuid.of(result.id()).toString()).put("platform", "OpenOTS");
        ObjectNode activities = node.putObject("contextActivities");
        ArrayNode grouping = activities.putArray("grouping");
        grouping.addObject().put("id", iri("plant", task.plant()));
        if (!origin.strategy().isEmpty()) {
            grouping.addObject().put("id", iri("strategy", origin.strategy()));
        }
        if (!task.certificate().isEmpty()) {
            ArrayNode category = activities.putArray("category");
            category.addObject().put("id", iri("certificate", task.certificate()));
            category.addObject().put("id", iri("function", task.function()));
        }
        ObjectNode more = node.putObject("extensions");
        more.put(iri("run"), result.id());
        more.put(iri("plant"), task.plant());
        more.put(iri("level"), task.level());
        more.put(iri("evidence"), origin.evidence());
        put(more, "engine", origin.engine());
        put(more, "plant-sha256", origin.plantHash());
        put(more, "rubric-sha256", origin.rubricHash());
        put(more, "strategy", origin.strategy());
        put(more, "scenario", origin.scenario());
        if (result.score().isPresent()) {
            put(more, "journal-sha256", origin.journal());
            if (Double.isFinite(result.times().modelSeconds())) {
                more.put(
                        iri("model-time"),
                        Duration.ofMillis(
                                        Math.round(MILLISECONDS * result.times().modelSeconds()))
                                .toString());
            }
        }
    }

    private void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(iri(name), value);
        }
    }

    private static void words(ObjectNode node, LocalText text) {
        node.put("zh-CN", text.zh()).put("en", text.en());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
