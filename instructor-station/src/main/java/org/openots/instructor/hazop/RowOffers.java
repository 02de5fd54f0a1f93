package org.openots.instructor.hazop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.openots.hazop.verification.RowDemonstration;
import org.openots.hazop.worksheet.AnswerScore;
import org.openots.hazop.worksheet.CauseRow;
import org.openots.hazop.worksheet.CellRef;
import org.openots.hazop.worksheet.DeviationScore;
import org.openots.hazop.worksheet.ScenarioLine;
import org.openots.hazop.worksheet.SheetColumn;
import org.openots.hazop.worksheet.SheetState;

/** Finds what of a worksheet can be played: only rows that are scored, only with what was matched in them. */
final class RowOffers {
    private final SheetState state;
    private final RowDemonstration demonstration;

    RowOffers(SheetState state, RowDemonstration demonstration) {
        this.state = state;
        this.demonstration = demonstration;
    }

    /** Row by row in the order of the worksheet. */
    List<RowOffer> all() {
        List<RowOffer> offers = new ArrayList<>();
        for (String deviation : state.head().deviations()) {
            DeviationScore score = state.scores().get(deviation);
            if (score != null) {
                state.content().of(deviation).forEach(row -> offers.add(offer(score, row)));
            }
        }
        return offers;
    }

    private RowOffer offer(DeviationScore score, CauseRow row) {
        List<RowOffer.Choice> causes =
                choices(score, new CellRef(row.id(), SheetColumn.CAUSE), demonstration::playable);
        causes.removeIf(cause -> cause.item().isEmpty());
        List<RowOffer.Choice> safeguards = new ArrayList<>();
        List<RowOffer.Choice> consequences = new ArrayList<>();
        for (ScenarioLine line : row.lines()) {
            safeguards.addAll(choices(score, new CellRef(line.id(), SheetColumn.SAFEGUARDS), demonstration::removable));
            consequences.addAll(choices(score, new CellRef(line.id(), SheetColumn.CONSEQUENCE), item -> true));
        }
        safeguards.removeIf(guard -> guard.item().isEmpty());
        RowOffer.State found = causes.isEmpty()
                ? RowOffer.State.NOT_MATCHED
                : causes.stream().anyMatch(RowOffer.Choice::possible)
                        ? RowOffer.State.READY
                        : RowOffer.State.NOT_MODELLED;
        return new RowOffer(score.deviation(), row.id(), causes, safeguards, consequences, found);
    }

    private List<RowOffer.Choice> choices(DeviationScore score, CellRef cell, Predicate<String> possible) {
        List<RowOffer.Choice> found = new ArrayList<>();
        for (AnswerScore answer : score.answers()) {
            if (answer.cell().equals(cell.text())) {
                // what waits for a person is matched with nothing yet; a second wording of the same item is matched
                String item = answer.matched().isEmpty() ? "" : answer.matched().get(0);
                found.add(new RowOffer.Choice(
                        answer.text(),
                        item,
                        !item.isEmpty() && possible.test(item),
                        demonstration.named(answer.text())));
            }
        }
        return found;
    }
}
