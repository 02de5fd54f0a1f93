package org.openots.hazop.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;

/**
 * Everything a report prints, in one language and in order. Immutable.
 *
 * @param head what it is about
 * @param words its language
 * @param matrix its risk matrix
 * @param scope what the analysis covers, how it was done, by whom, and from which documents
 * @param nodes parts of the plant with their rows
 * @param actions recommendations to be carried out
 * @param extras layer-of-protection analyses and tags
 */
public record Report(
        Head head,
        ReportWords words,
        RiskMatrix matrix,
        Scope scope,
        List<Node> nodes,
        List<Action> actions,
        Extras extras) {
    /** Keeps unmodifiable copies. */
    public Report {
        nodes = List.copyOf(nodes);
        actions = List.copyOf(actions);
    }

    /**
     * What a report is about.
     *
     * @param id id of the study or worksheet
     * @param title its name
     * @param subtitle what kind of document it is
     * @param notice what it must not be used for
     * @param facts labels and values for the cover
     * @param date day of the print, ISO
     * @param digest SHA-256 of the canonical JSON of what is printed, lower-case hexadecimal
     */
    public record Head(
            String id, String title, String subtitle, String notice, List<Fact> facts, String date, String digest) {
        /** Keeps an unmodifiable copy. */
        public Head {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A labelled value.
     *
     * @param label what it is
     * @param value the value
     */
    public record Fact(String label, String value) {}

    /**
     * How the analysis was done.
     *
     * @param standards standards it follows
     * @param guideWords guide words with what they mean
     * @param team who takes part
     * @param documents what it is made from
     */
    public record Scope(List<String> standards, List<Fact> guideWords, List<Member> team, List<Document> documents) {
        /** Keeps unmodifiable copies. */
        public Scope {
            standards = List.copyOf(standards);
            guideWords = List.copyOf(guideWords);
            team = List.copyOf(team);
            documents = List.copyOf(documents);
        }
    }

    /**
     * A role in the team.
     *
     * @param name its name
     * @param need whether a study cannot do without, in words; empty when not told
     * @param duty what it does; empty when not told
     */
    public record Member(String name, String need, String duty) {}

    /**
     * A document.
     *
     * @param name its name
     * @param need whether a study cannot do without, in words
     */
    public record Document(String name, String need) {}

    /**
     * A part of the plant.
     *
     * @param id its id
     * @param name its name
     * @param boundary from where to where
     * @param intent what it is meant to do
     * @param tags tags in it
     * @param deviations its rows
     */
    public record Node(
            String id, String name, String boundary, String intent, List<String> tags, List<Deviation> deviations) {
        /** Keeps unmodifiable copies. */
        public Node {
            tags = List.copyOf(tags);
            deviations = List.copyOf(deviations);
        }
    }

    /**
     * A deviation.
     *
     * @param id its id
     * @param parameter the parameter
     * @param guideWord the guide words
     * @param text the deviation in words
     * @param causes its causes; empty when nothing is written
     */
    public record Deviation(String id, String parameter, String guideWord, String text, List<Cause> causes) {
        /** Keeps an unmodifiable copy. */
        public Deviation {
            causes = List.copyOf(causes);
        }

        /**
         * Everything that names the deviation, in one line.
         *
         * @return id, parameter and guide words, and its text
         */
        public String title() {
            return id + "   " + parameter + " + " + guideWord + "   " + text;
        }
    }

    /**
     * A cause with what it leads to.
     *
     * @param text the cause
     * @param lines one for each consequence, at least one
     */
    public record Cause(String text, List<Line> lines) {
        /** Keeps an unmodifiable copy. */
        public Cause {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of the worksheet: a scenario.
     *
     * @param consequence what the cause leads to
     * @param initial risk without safeguards
     * @param safeguards what exists against it
     * @param shared whether the safeguards are those of the line above, in one cell with them
     * @param existing risk with the safeguards
     * @param plan what is recommended
     * @param after risk when it is carried out
     */
    public record Line(
            String consequence,
            Optional<Rating> initial,
            String safeguards,
            boolean shared,
            Optional<Rating> existing,
            Plan plan,
            Optional<Rating> after) {}

    /**
     * Recommendations of a line.
     *
     * @param text what to do, an item a line
     * @param owner who does it
     * @param due until when
     */
    public record Plan(String text, String owner, String due) {
        /** Nothing recommended. */
        public static final Plan NONE = new Plan("", "", "");
    }

    /**
     * A recommendation to be carried out.
     *
     * @param deviation id of the deviation it comes from
     * @param text what to do
     * @param owner who does it
     * @param due until when
     * @param status how far it is
     */
    public record Action(String deviation, String text, String owner, String due, String status) {}

    /**
     * Further sheets.
     *
     * @param lopa layer-of-protection analyses
     * @param tags tags with their names
     * @param scores what the answers earned; empty in a report without scores
     */
    public record Extras(List<Lopa> lopa, List<Tag> tags, List<Score> scores) {
        /** Keeps unmodifiable copies. */
        public Extras {
            lopa = List.copyOf(lopa);
            tags = List.copyOf(tags);
            scores = List.copyOf(scores);
        }
    }

    /**
     * What an answer, or a whole deviation, earned.
     *
     * @param deviation id of the deviation
     * @param column where the answer stands; empty for a whole deviation
     * @param text the answer
     * @param points points earned of those possible
     * @param reason why, with what became of an appeal
     * @param decided who decided; empty for a whole deviation
     */
    public record Score(String deviation, String column, String text, String points, String reason, String decided) {}

    /**
     * A layer-of-protection analysis.
     *
     * @param id its id
     * @param scenario cause and consequence
     * @param steps labels and figures from the initiating event to the frequency that is left
     * @param result whether that is tolerable and what is missing
     * @param met whether it is tolerable
     */
    public record Lopa(String id, String scenario, List<Fact> steps, String result, boolean met) {
        /** Keeps an unmodifiable copy. */
        public Lopa {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A tag.
     *
     * @param tag the tag
     * @param name what it is
     * @param node id of the node it lies in
     */
    public record Tag(String tag, String name, String node) {}

    /**
     * All lines.
     *
     * @return node by node
     */
    public Stream<Line> lines() {
        return nodes.stream()
                .flatMap(node -> node.deviations().stream())
                .flatMap(row -> row.causes().stream())
                .flatMap(cause -> cause.lines().stream());
    }
}
