package org.openots.hazop.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openots.common.text.LocalText;

/**
 * How the columns of a worksheet of another tool become ours.
 *
 * @param id its name
 * @param title what it is for
 * @param layout where headings and items are
 * @param columns pattern of the heading of each of our columns
 * @param strip what is taken off the texts of a column before they are read; a group in it is the id of what stands there
 * @param words the words of deviations
 * @param beside what else the workbook tells
 */
public record ColumnProfile(
        String id,
        LocalText title,
        Layout layout,
        Map<Field, Pattern> columns,
        Map<Field, Pattern> strip,
        Words words,
        Beside beside) {
    /** Keeps unmodifiable copies. */
    public ColumnProfile {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        strip = Collections.unmodifiableMap(new LinkedHashMap<>(strip));
    }

    /** Our columns. */
    public enum Field {
        /** Running number; not kept. */
        NUMBER,
        /** Node; the sheet's name when there is no such column. */
        NODE,
        /** Parameter, or parameter and guide word in one. */
        PARAMETER,
        /** Guide word. */
        GUIDE_WORD,
        /** Deviation in words. */
        DEVIATION,
        /** Causes. */
        CAUSE,
        /** Consequences. */
        CONSEQUENCE,
        /** Severity without safeguards. */
        SEVERITY,
        /** Likelihood without safeguards. */
        LIKELIHOOD,
        /** Their product; checked, not kept. */
        RISK,
        /** Existing safeguards. */
        SAFEGUARDS,
        /** Severity with the existing safeguards. */
        EXISTING_SEVERITY,
        /** Likelihood with the existing safeguards. */
        EXISTING_LIKELIHOOD,
        /** Their product; checked, not kept. */
        EXISTING_RISK,
        /** Recommendations. */
        RECOMMENDATIONS,
        /** Who carries them out. */
        OWNER,
        /** Until when. */
        DUE,
        /** Severity after the recommendations. */
        AFTER_SEVERITY,
        /** Likelihood after the recommendations. */
        AFTER_LIKELIHOOD,
        /** Their product; checked, not kept. */
        AFTER_RISK,
        /** Remarks; not kept. */
        REMARKS
    }

    /**
     * Where headings and items are.
     *
     * @param headerRows numbers of rows of headings to try, in this order
     * @param searchRows rows from the top in which the headings begin
     * @param carryDown columns of which an empty cell means the one above
     * @param separators what stands between several items of a cell
     * @param numbering what may stand before an item
     */
    public record Layout(
            List<Integer> headerRows, int searchRows, List<Field> carryDown, Pattern separators, Pattern numbering) {
        /** Keeps unmodifiable copies. */
        public Layout {
            headerRows = List.copyOf(headerRows);
            carryDown = List.copyOf(carryDown);
        }
    }

    /**
     * The words of deviations.
     *
     * @param guideWords words by the id of the guide word
     * @param parameters parameters by their id
     */
    public record Words(Map<String, List<String>> guideWords, Map<String, Parameter> parameters) {
        /** Keeps unmodifiable copies. */
        public Words {
            guideWords = Collections.unmodifiableMap(new LinkedHashMap<>(guideWords));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * A parameter.
     *
     * @param text its name
     * @param words how worksheets call it
     */
    public record Parameter(LocalText text, List<String> words) {
        /** Keeps an unmodifiable copy. */
        public Parameter {
            words = List.copyOf(words);
        }
    }

    /**
     * What a workbook tells beside the rows of its table; a profile may leave all of it out.
     *
     * @param unpaired a cause that says that the consequences beside it belong to no scenario
     * @param notes what is written of the node above the headings of its sheet; the group is the text
     * @param tags headings of the register of tags
     */
    public record Beside(Optional<Pattern> unpaired, Map<Note, Pattern> notes, Map<TagColumn, Pattern> tags) {
        /** Nothing. */
        public static final Beside NOTHING = new Beside(Optional.empty(), Map.of(), Map.of());

        /** Keeps unmodifiable copies. */
        public Beside {
            notes = Map.copyOf(notes);
            tags = Map.copyOf(tags);
        }
    }

    /** What is written of a node above the headings of its sheet. */
    public enum Note {
        /** From where to where it reaches. */
        BOUNDARY,
        /** What it is meant to do. */
        INTENT,
        /** Its tags, with spaces between them. */
        TAGS
    }

    /** Columns of a register of tags. */
    public enum TagColumn {
        /** The tag. */
        TAG,
        /** What it is. */
        NAME,
        /** Id of its node. */
        NODE
    }

    /**
     * The column a heading stands for.
     *
     * @param heading text of the heading's rows, from the top, with {@code /} between them
     * @return the column, or nothing
     */
    Optional<Field> column(String heading) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(heading).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
