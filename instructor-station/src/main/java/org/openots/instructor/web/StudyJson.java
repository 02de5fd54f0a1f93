package org.openots.instructor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.openots.hazop.risk.RiskBand;
import org.openots.hazop.risk.RiskMatrix;
import org.openots.hazop.study.Deviation;
import org.openots.hazop.study.Study;
import org.openots.hazop.study.Tag;
import org.openots.instructor.catalog.OfferedStudy;
import org.openots.instructor.hazop.SheetScope;
import org.openots.instructor.hazop.StudyFrame;

/**
 * What a student may know of a study: its parts, words, tags and matrix. It is put together field by field, so that
 * nothing of the key can come along: no cause, consequence, safeguard, recommendation, rating, and no tag that only
 * exists in a recommendation.
 */
final class StudyJson {
    /** How studies of version 0.1 mark a tag that does not exist yet. */
    private static final String RECOMMENDED = "建议";

    private StudyJson() {}

    static ObjectNode summary(OfferedStudy offered) {
        Study study = offered.study();
        ObjectNode node = Json.object().put("id", study.id());
        study.head().plant().ifPresent(plant -> node.put("plant", plant));
        node.set("title", Json.text(study.head().title()));
        node.set("disclaimer", Json.text(study.head().disclaimer()));
        ArrayNode nodes = node.putArray("nodes");
        study.nodes().forEach(part -> nodes.addObject().put("id", part.id()).set("name", Json.text(part.name())));
        ArrayNode scopes = node.putArray("scopes");
        for (SheetScope scope : SheetScope.of(study)) {
            ObjectNode one = scopes.addObject().put("level", scope.level().word());
            scope.nodes().forEach(one.putArray("nodes")::add);
            scope.deviations().forEach(one.putArray("deviations")::add);
        }
        return node;
    }

    /** A study as a reader may see it; what a task asks him for is left out. */
    static ObjectNode whole(OfferedStudy offered, StudyFrame frame) {
        Study study = offered.study();
        ObjectNode node = Json.object().put("id", study.id()).put("digest", offered.digest());
        study.head().plant().ifPresent(plant -> node.put("plant", plant));
        node.set("title", Json.text(study.head().title()));
        node.set("disclaimer", Json.text(study.head().disclaimer()));
        nodes(node.putArray("nodes"), study, frame.nodes());
        ArrayNode tags = node.putArray("tags");
        Stream<Tag> known = study.tags().stream().filter(StudyJson::exists);
        // a study has its tags node by node
        (frame.nodes() ? known : known.sorted(Comparator.comparing(Tag::tag)))
                .forEach(tag -> tag(tags.addObject(), tag, frame.nodes()));
        ArrayNode deviations = node.putArray("deviations");
        study.deviations().stream()
                .filter(row -> frame.tells(row.id()))
                .forEach(row -> deviation(deviations.addObject(), row, study));
        ArrayNode team = node.putArray("team");
        if (frame.team()) {
            study.organisation()
                    .team()
                    .forEach(role -> team.addObject().put("role", role.role()).set("name", Json.text(role.name())));
        }
        node.set("matrix", matrix(offered.matrix()));
        return node;
    }

    private static void nodes(ArrayNode array, Study study, boolean told) {
        study.nodes().forEach(part -> {
            ObjectNode one = array.addObject().put("id", part.id());
            one.set("name", Json.text(part.name()));
            one.set("designIntent", Json.text(part.designIntent()));
            ArrayNode units = one.putArray("units");
            if (told) {
                one.set("boundary", Json.text(part.boundary()));
                part.units().forEach(units::add);
            }
        });
    }

    private static boolean exists(Tag tag) {
        return !tag.recommended() && !tag.name().zh().contains(RECOMMENDED);
    }

    private static void tag(ObjectNode node, Tag tag, boolean told) {
        node.put("tag", tag.tag())
                .put("plantTag", tag.inPlant())
                .put("kind", tag.kind().name().toLowerCase(Locale.ROOT))
                .put("node", told ? tag.nodeId() : "");
        node.set("name", Json.text(tag.name()));
        ObjectNode aliases = node.putObject("aliases");
        tag.aliases().zh().forEach(aliases.putArray("zh")::add);
        tag.aliases().en().forEach(aliases.putArray("en")::add);
    }

    private static void deviation(ObjectNode node, Deviation row, Study study) {
        node.put("id", row.id()).put("node", row.nodeId());
        node.set("text", Json.text(row.text()));
        study.vocabulary()
                .parameter(row.head().parameter())
                .ifPresent(parameter -> node.set("parameter", Json.text(parameter.text())));
        study.vocabulary()
                .guideWord(row.head().guideWord())
                .ifPresent(word -> node.set("guideWord", Json.text(word.text())));
    }

    private static ObjectNode matrix(RiskMatrix matrix) {
        ObjectNode node = Json.object().put("id", matrix.id());
        node.set("title", Json.text(matrix.title()));
        ArrayNode severities = node.putArray("severities");
        for (RiskMatrix.Severity severity : matrix.severities()) {
            ObjectNode one = severities.addObject();
            one.set("name", Json.text(severity.name()));
            one.set("people", Json.text(severity.people()));
            one.set("asset", Json.text(severity.asset()));
        }
        ArrayNode likelihoods = node.putArray("likelihoods");
        for (RiskMatrix.Likelihood likelihood : matrix.likelihoods()) {
            ObjectNode one = likelihoods.addObject();
            one.set("name", Json.text(likelihood.name()));
            one.set("meaning", Json.text(likelihood.meaning()));
        }
        ArrayNode bands = node.putArray("bands");
        for (RiskBand band : matrix.bands()) {
            bands.addObject()
                    .put("id", band.id())
                    .put("max", band.highestScore())
                    .set("text", Json.text(band.text()));
        }
        return node.put("limit", matrix.limitBand());
    }
}
