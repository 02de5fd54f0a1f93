package org.openots.hazop.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.common.json.StrictJson;

/** Reads {@code hazop-study} 1.0 and 0.1 into the same records. */
public final class StudyReader {
    /** The version before the first: no proofs, no scenarios, one simulation for each row. */
    public static final String FIRST_VERSION = "0.1";

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final JsonCursor root;
    private final String version;

    private StudyReader(JsonCursor root, String version) {
        this.root = root;
        this.version = version;
    }

    /**
     * Reads a study: its form, and whether its references lead to something. What else it must obey is the business of
     * {@code StudyRules}.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @param findings where mistakes go; with any, the result must not be used
     * @return the study; nothing if the bytes are no JSON or of another format or version
     */
    public static Optional<Study> read(String file, byte[] json, Findings findings) {
        JsonCursor root = StrictJson.parse(file, json, findings);
        if (!root.isPresent()) {
            return Optional.empty();
        }
        return read(root);
    }

    /**
     * Reads a study without any mistake of form.
     *
     * @param file the name shown in messages
     * @param json the bytes in UTF-8
     * @return the study
     * @throws OtsException with all mistakes if there are any
     */
    public static Study read(String file, byte[] json) {
        Findings findings = Findings.collecting();
        Optional<Study> study = read(file, json, findings);
        findings.throwIfAny();
        return study.orElseThrow();
    }

    /** Reads from a place, for tests that ask what the reader knows. */
    static Optional<Study> read(JsonCursor root) {
        String version = root.requireFormat("hazop-study", "1.0", FIRST_VERSION);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        Study study = new StudyReader(root, version).study();
        root.finish();
        return Optional.of(study);
    }

    private Study study() {
        Organisation organisation =
                new Organisation(root.at("team").list(StudyReader::role), documents(root.at("preparation")));
        List<String> roles =
                organisation.team().stream().map(Organisation.TeamRole::role).toList();
        List<Node> nodes = nodes(root.at("nodes"));
        List<String> nodeIds = nodes.stream().map(Node::id).toList();
        Vocabulary words = new Vocabulary(terminology(), guideWords(root.at("guideWords")), parameters());
        StudyScope scope = new StudyScope(nodeIds, roles, words);
        List<Tag> tags = tags(root.at("tags"), scope);
        StudyHead head = head();
        if (!isFirst()) {
            RowReader reader = new RowReader(scope);
            List<Deviation> rows = root.at("deviations").list(reader::read);
            return new Study(head, words, organisation, nodes, tags, rows, LopaReader.read(root.at("lopa"), rows));
        }
        FirstVersionRows reader = new FirstVersionRows(scope);
        List<Deviation> rows = root.at("deviations").list(reader::read);
        Vocabulary used = new Vocabulary(words.terminology(), words.guideWords(), reader.parameters());
        return new Study(
                head, used, organisation, nodes, tags, rows, LopaReader.readFirstVersion(root.at("lopa"), rows));
    }

    private boolean isFirst() {
        return version.equals(FIRST_VERSION);
    }

    private StudyHead head() {
        List<String> languages = StudyScope.texts(root.at("language"));
        if (!languages.equals(LANGUAGES) && root.at("language").isArray()) {
            root.at("language").report(StudyError.LANGUAGES, String.join(", ", languages));
        }
        Optional<String> plant =
                isFirst() ? Optional.empty() : root.optional("plant").map(NameForm.FILE::read);
        return new StudyHead(
                version,
                NameForm.FILE.read(root.at("id")),
                plant,
                root.at("title").localText(),
                root.at("disclaimer").localText(),
                StudyScope.texts(root.at("standards")),
                isFirst() ? FirstVersionRows.matrix(root.at("riskMatrix")) : NameForm.FILE.read(root.at("riskMatrix")));
    }

    private Map<String, Vocabulary.Term> terminology() {
        Map<String, Vocabulary.Term> terms = new LinkedHashMap<>();
        root.at("terminology")
                .fields()
                .forEach((name, place) -> terms.put(
                        name,
                        new Vocabulary.Term(
                                place.at("zh").text(), place.at("iec").text())));
        return terms;
    }

    private static List<Vocabulary.GuideWord> guideWords(JsonCursor list) {
        Set<String> ids = new HashSet<>();
        return list.list(c -> new Vocabulary.GuideWord(
                StudyScope.newId(c.at("id"), ids), c.at("text").localText()));
    }

    private List<Vocabulary.Parameter> parameters() {
        if (isFirst()) {
            return List.of();
        }
        List<String> known = root.at("guideWords").items().stream()
                .map(c -> c.at("id").text())
                .toList();
        Set<String> ids = new HashSet<>();
        return root.at("parameters").list(c -> {
            String id = NameForm.FILE.read(c.at("id"));
            if (!id.isBlank() && !ids.add(id)) {
                c.at("id").report(CommonError.JSON_DUPLICATE_NAME, id);
            }
            return new Vocabulary.Parameter(
                    id,
                    c.at("text").localText(),
                    c.at("guideWords").list(word -> word.nameOf(known, StudyScope.GUIDE_WORD)));
        });
    }

    private static Organisation.TeamRole role(JsonCursor c) {
        return new Organisation.TeamRole(
                c.at("role").text(),
                c.at("name").localText(),
                c.at("required").bool(),
                c.at("duty").localText());
    }

    private static List<Organisation.Document> documents(JsonCursor list) {
        Set<String> ids = new HashSet<>();
        return list.list(c -> new Organisation.Document(
                StudyScope.newId(c.at("id"), ids),
                c.at("name").localText(),
                c.at("required").bool()));
    }

    private List<Node> nodes(JsonCursor list) {
        Set<String> ids = new HashSet<>();
        return list.list(c -> new Node(
                StudyScope.newId(c.at("id"), ids),
                c.at("name").localText(),
                c.at("boundary").localText(),
                c.at("designIntent").localText(),
                StudyScope.texts(c.at("tags")),
                isFirst() ? List.of() : StudyScope.optionalTexts(c, "units")));
    }

    private List<Tag> tags(JsonCursor list, StudyScope scope) {
        Set<String> taken = new HashSet<>();
        List<Tag> tags = new ArrayList<>();
        for (JsonCursor c : list.items()) {
            tags.add(new Tag(
                    StudyScope.newId(c.at("tag"), taken),
                    c.at("name").localText(),
                    StudyScope.lower(c.at("kind"), TagKind.class),
                    scope.node(c.at("nodeId")),
                    isFirst() ? Aliases.NONE : RowReader.aliases(c),
                    isFirst() ? Optional.empty() : c.optional("plantTag").map(JsonCursor::text),
                    !isFirst()
                            && c.optional("recommended").map(JsonCursor::bool).orElse(false)));
        }
        return tags;
    }
}
