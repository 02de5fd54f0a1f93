package org.openots.hazop.meaning;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.hazop.language.Concept;
import org.openots.hazop.language.Lexicon;
import org.openots.hazop.language.Mention;

/**
 * One thing said of one subject.
 *
 * @param subject what it is said of: roles, devices, properties, in the order of the text
 * @param state what is said, or null when only a thing is named
 */
public record Claim(List<Mention> subject, @Nullable Mention state) {
    /** Copies the list. */
    public Claim {
        subject = List.copyOf(subject);
    }

    /**
     * The claim as numbers.
     *
     * @param lexicon numbers the concepts
     * @return what comparisons work on
     */
    Facts facts(Lexicon lexicon) {
        int[] indexes = subject.stream()
                .mapToInt(mention -> lexicon.index(mention.concept()))
                .distinct()
                .toArray();
        int[] sides = new int[Concept.Axis.COUNT];
        for (Concept.Axis axis : Concept.Axis.values()) {
            sides[axis.place()] = on(axis);
        }
        int index = state == null ? -1 : lexicon.index(state.concept());
        return new Facts(indexes, index, state != null && state.negated(), sides);
    }

    /**
     * A claim as numbers.
     *
     * @param subject indexes of the concepts it is about
     * @param state index of the state, -1 for none
     * @param negated whether it is denied
     * @param sides where it lies on each axis
     */
    record Facts(int[] subject, int state, boolean negated, int[] sides) {
        boolean opposes(Facts other) {
            for (int i = 0; i < sides.length; i++) {
                if (sides[i] * other.sides[i] < 0) {
                    return true;
                }
            }
            return false;
        }

        boolean sameSubject(Facts other) {
            return subject.length > 0
                    && subject.length == other.subject.length
                    && Arrays.stream(subject)
                            .allMatch(concept -> Arrays.stream(other.subject).anyMatch(o -> o == concept));
        }

        boolean sidesWith(Facts other) {
            for (int i = 0; i < sides.length; i++) {
                if (sides[i] * other.sides[i] > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Where the claim lies on an axis; a denied state lies on the other side of the axes of two ends.
     *
     * @param axis the axis
     * @return -1, 0 or +1
     */
    public int on(Concept.Axis axis) {
        if (state == null) {
            return 0;
        }
        int side = state.concept().on(axis);
        return state.negated() ? -side : side;
    }
}
