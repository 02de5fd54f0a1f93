package org.openots.instructor.hazop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.hazop.review.AnswerRef;
import org.openots.hazop.review.Proposal;
import org.openots.hazop.review.Regression;
import org.openots.hazop.review.ReviewError;
import org.openots.hazop.review.ReviewStore;
import org.openots.hazop.review.WordingTrial;
import org.openots.hazop.scoring.ScoringLibrary;
import org.openots.hazop.study.Column;
import org.openots.hazop.study.KeyItem;
import org.openots.hazop.study.Study;
import org.openots.hazop.wording.Wordings;
import org.openots.hazop.wording.WordingsFile;
import org.openots.hazop.worksheet.WorksheetScorer;

/**
 * New wordings: proposed by one examiner, tried by the program, approved by another, and used from then on. Every
 * version is a file of its own in the data folder.
 */
public final class WordingDesk {
    private static final Regression UNTRIED = new Regression(0, 0, 0, 0, List.of());

    private final HazopDesk desk;
    private final ReviewDesk review;
    private final ReviewStore store;
    private final WorksheetScorer plain;
    private final Path folder;

    /**
     * Makes the desk and writes the file of the present version, if it is not there.
     *
     * @param desk the studies, and the scorer in use
     * @param review finds answers
     * @param plain the scorer without wordings
     * @param folder where the files of the versions are
     */
    public WordingDesk(HazopDesk desk, ReviewDesk review, WorksheetScorer plain, Path folder) {
        this.desk = desk;
        this.review = review;
        this.store = review.store();
        this.plain = plain;
        this.folder = folder;
        keep(store.wordings());
    }

    private void keep(Wordings wordings) {
        if (wordings.version() > 0) {
            String name = String.format(Locale.ROOT, "wordings-%04d.json", wordings.version());
            byte[] json = WordingsFile.write(wordings).toPrettyString().getBytes(StandardCharsets.UTF_8);
            KeptFile.write(folder.resolve(name), json);
        }
    }

    private WorksheetScorer scorer() {
        return desk.content().scorer().orElse(plain);
    }

    /**
     * Proposes the text of an answer as an accepted wording of a key item.
     *
     * @param answer the answer
     * @param item id of a key item of its column
     * @param by account of the person
     * @return the proposal with its trial; refused when it lost
     * @throws OtsException if the item is not of that column
     */
    public Proposal proposeAlias(AnswerRef answer, String item, String by) {
        ReviewDesk.Found found = review.find(answer);
        Column column = found.column()
                .orElseThrow(() -> new OtsException(ReviewError.ITEM_UNKNOWN, answer.text(), Brief.of(item)));
        KeyItem key = item(found, column, item);
        return propose(
                new Proposal(
                        "",
                        Proposal.Kind.ALIAS,
                        found.study().id(),
                        digest(answer),
                        answer.deviation(),
                        column.word(),
                        item,
                        key.text().zh(),
                        found.score().text(),
                        by,
                        0,
                        UNTRIED),
                found.study());
    }

    private static KeyItem item(ReviewDesk.Found found, Column column, String id) {
        for (KeyItem item : found.deviation().items(column)) {
            if (item.id().equals(id)) {
                return item;
            }
        }
        throw new OtsException(ReviewError.ITEM_UNKNOWN, found.ref().text(), Brief.of(id));
    }

    private String digest(AnswerRef answer) {
        return desk.store().view(answer.sheet()).state().head().study().digest();
    }

    /**
     * Proposes a word for the lexicon.
     *
     * @param answer an answer it was met in
     * @param word the word
     * @param like a word of the lexicon, or a concept's id, that it means the same as
     * @param by account of the person
     * @return the proposal with its trial; refused when it lost
     * @throws OtsException if the lexicon has the word, or lacks the other
     */
    public Proposal proposeWord(AnswerRef answer, String word, String like, String by) {
        ReviewDesk.Found found = review.find(answer);
        Map<String, String> known = scorer().vocabulary();
        String form = scorer().normal(word);
        String meaning = known.get(form);
        if (meaning != null) {
            throw new OtsException(ReviewError.WORD_KNOWN, word, meaning);
        }
        String concept = known.get(scorer().normal(like));
        if (concept == null || concept.contains("+")) {
            throw new OtsException(ReviewError.WORD_UNKNOWN, Brief.of(like));
        }
        return propose(
                new Proposal(
                        "",
                        Proposal.Kind.WORD,
                        found.study().id(),
                        digest(answer),
                        answer.deviation(),
                        found.column().map(Column::word).orElse(""),
                        concept,
                        like,
                        form,
                        by,
                        0,
                        UNTRIED),
                found.study());
    }

    private Proposal propose(Proposal draft, Study study) {
        Regression trial = trial(draft, study);
        return store.propose(new Proposal(
                draft.id(),
                draft.kind(),
                draft.study(),
                draft.digest(),
                draft.deviation(),
                draft.column(),
                draft.target(),
                draft.targetText(),
                draft.text(),
                draft.by(),
                draft.at(),
                trial));
    }

    private Regression trial(Proposal proposal, Study study) {
        WorksheetScorer with = plain.with(store.next(proposal));
        return new WordingTrial(scorer(), with, study, ScoringLibrary.mutations()).run(store.standing(), proposal);
    }

    /**
     * Approves a proposal after another trial, and scores with it from then on.
     *
     * @param id its id
     * @param by account of a person who did not propose it
     * @return the outcome
     * @throws OtsException if the person may not, or the trial lost
     */
    public synchronized Proposal.Outcome approve(String id, String by) {
        Proposal proposal = store.proposal(id);
        if (proposal.by().equals(by)) {
            throw new OtsException(ReviewError.FOUR_EYES, id, by);
        }
        Study study = desk.study(proposal.study(), proposal.digest())
                .orElseThrow(() -> new OtsException(ReviewError.STUDY_MISSING, proposal.study(), proposal.digest()))
                .study();
        Regression trial = store.outcome(id).map(Proposal.Outcome::regression).orElseGet(() -> trial(proposal, study));
        Proposal.Outcome outcome = store.approve(id, by, trial);
        if (outcome.state() == Proposal.State.REFUSED) {
            throw new OtsException(
                    ReviewError.PROPOSAL_LOSES,
                    Brief.of(proposal.text()),
                    outcome.regression().losses().size());
        }
        Wordings wordings = store.wordings();
        keep(wordings);
        desk.scoreWith(plain.with(wordings));
        return outcome;
    }
}
