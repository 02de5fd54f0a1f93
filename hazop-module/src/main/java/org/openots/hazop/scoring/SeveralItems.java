package org.openots.hazop.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.openots.hazop.meaning.Meaning;
import org.openots.hazop.scoring.Mark.Outcome;

/**
 * Marks a cell in which several items stand. Credit if some item has it, else the examiner if some item needs one, else
 * nothing. Whoever writes everything that comes to mind earns nothing by it.
 */
final class SeveralItems {
    /** How many answers of a cell are scored beyond the items its key has. */
    static final int MORE_THAN_KEYS = 3;

    private static final Pattern SPLIT =
            Pattern.compile("[；;\\n]+|(?<=^|[，,、。.；; ])\\(?[0-9一二三四五][.)、）]\\s*|[①②③④⑤⑥⑦⑧]");

    private SeveralItems() {}

    /**
     * Cuts a cell into its items.
     *
     * @param text what was written
     * @return the items, none empty
     */
    static List<String> cut(String text) {
        return SPLIT.splitAsStream(text)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /**
     * An item and what became of it.
     *
     * @param meaning what it says
     * @param mark its mark
     */
    record Item(Meaning meaning, Mark mark) {
        private boolean earns() {
            return mark.outcome() == Outcome.CREDIT;
        }
    }

    /**
     * Marks the cell.
     *
     * @param all the mark of the text as a whole
     * @param items those items that are scored
     * @param surplus how many more were written
     * @return the mark
     */
    static Mark together(Mark all, List<Item> items, int surplus) {
        List<Mark> credited = items.stream().filter(Item::earns).map(Item::mark).toList();
        if (credited.isEmpty()) {
            Optional<Mark> open = items.stream()
                    .map(Item::mark)
                    .filter(mark -> mark.outcome() == Outcome.EXAMINER)
                    .findFirst();
            return all.outcome() == Outcome.ZERO && open.isPresent() ? replaced(all, open.get()) : all;
        }
        switch (all.reason().code()) {
            case INSTRUCTION -> {
                return all;
            }
            case BOTH_WAYS, REPETITION, STUFFING -> {
                return examiner(all);
            }
            default -> {
                // no trick in the cell as a whole
            }
        }
        Optional<Reason.Code> spoilt = items.stream()
                .map(item -> spoilt(item, items))
                .flatMap(Optional::stream)
                .findFirst();
        if (spoilt.isPresent()) {
            return nothing(all, spoilt.get());
        }
        if (surplus > 0 && credited.size() * 2 < items.size()) {
            return nothing(all, Reason.Code.STUFFING);
        }
        return best(all, credited);
    }

    private static Mark best(Mark all, List<Mark> credited) {
        double best = credited.stream()
                .mapToDouble(mark -> mark.score().orElse(0))
                .max()
                .orElse(0);
        List<String> matched = credited.stream()
                .flatMap(mark -> mark.matchedKeyIds().stream())
                .distinct()
                .toList();
        Mark first = credited.stream()
                .filter(mark -> mark.score().orElse(0) == best)
                .findFirst()
                .orElseThrow();
        return new Mark(
                Outcome.CREDIT,
                OptionalDouble.of(best),
                matched,
                first.reason(),
                all.repairedText(),
                first.confidence());
    }

    /**
     * What costs an item its credit for what else stands in the cell.
     *
     * @param item the item
     * @param cell all items of the cell
     * @return words to the marker, or the opposite of the item unless both are right
     */
    static Optional<Reason.Code> spoilt(Item item, List<Item> cell) {
        if (cell.stream().anyMatch(other -> other.mark().reason().code() == Reason.Code.INSTRUCTION)) {
            return Optional.of(Reason.Code.INSTRUCTION);
        }
        return cell.stream()
                        .anyMatch(other -> !other.equals(item)
                                && !(item.earns() && other.earns())
                                && item.meaning().opposes(other.meaning()))
                ? Optional.of(Reason.Code.BOTH_WAYS)
                : Optional.empty();
    }

    private static Mark nothing(Mark all, Reason.Code code) {
        return new Mark(
                Outcome.ZERO, OptionalDouble.of(0), List.of(), Reason.of(code), all.repairedText(), all.confidence());
    }

    private static Mark examiner(Mark all) {
        return new Mark(
                Outcome.EXAMINER,
                OptionalDouble.empty(),
                List.of(),
                Reason.of(Reason.Code.EXAMINER),
                all.repairedText(),
                all.confidence());
    }

    private static Mark replaced(Mark all, Mark part) {
        return new Mark(
                part.outcome(),
                part.score(),
                part.matchedKeyIds(),
                part.reason(),
                all.repairedText(),
                part.confidence());
    }
}
