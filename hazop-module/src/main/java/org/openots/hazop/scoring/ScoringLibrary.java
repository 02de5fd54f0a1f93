package org.openots.hazop.scoring;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openots.common.error.OtsException;
import org.openots.common.json.Findings;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.StrictJson;
import org.openots.hazop.embedding.SentenceEmbedding;
import org.openots.hazop.study.Study;
import org.openots.hazop.wording.Wordings;

/** The scorer as it comes with the suite: lexicon, trained models, accepted answers and, where it loads, embeddings. */
public final class ScoringLibrary {
    private static final String ROOT = "/org/openots/hazop/scoring/";
    private static final int MEMORY = 4096;

    /** Every sentence of some thousand labelled answers and their mutants, 2 kB each. */
    private static final int TRAINING_MEMORY = 60_000;

    /** Bytes of the model's digest: enough to tell versions of one file apart. */
    private static final int HASH_BYTES = 8;

    private final AnswerKeys keys;
    private final ScoringModel model;
    private final JudgedAnswers judged;
    private final Optional<OtsException> degraded;
    private final String modelHash;
    private final Wordings wordings;

    private ScoringLibrary(AnswerKeys keys, String model, Optional<OtsException> degraded) {
        this.keys = keys;
        this.model = ScoringModel.read(resource(model));
        this.modelHash = hash(StrictJson.bytes(ScoringLibrary.class, ROOT + model));
        this.degraded = degraded;
        this.judged = JudgedAnswers.read(resource("judged-answers.json"));
        this.wordings = Wordings.NONE;
    }

    private ScoringLibrary(ScoringLibrary base, Wordings wordings) {
        this.keys = base.keys.with(wordings.words());
        this.model = base.model;
        this.modelHash = base.modelHash;
        this.degraded = base.degraded;
        this.judged = base.judged;
        this.wordings = wordings;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The same scorer with what people have approved.
     *
     * @param more the wordings
     * @return the scorer; this one stays as it is
     */
    ScoringLibrary with(Wordings more) {
        return new ScoringLibrary(this, more);
    }

    /**
     * What a score was made with.
     *
     * @return versions of model and lexicon, digest of the model's file, version of the wordings where there are some
     */
    String version() {
        String base = "model " + model.version() + " " + modelHash + ", lexicon "
                + keys.lexicon().version();
        return wordings.version() == 0 ? base : base + ", wordings " + wordings.version();
    }

    /**
     * Loads the scorer.
     *
     * @param embeddings whether sentences are embedded; where the model cannot be loaded the scorer does without
     * @return the scorer
     */
    public static ScoringLibrary load(boolean embeddings) {
        if (embeddings) {
            try {
                AnswerKeys keys = new AnswerKeys(new SentenceEmbedding(MEMORY));
                return new ScoringLibrary(keys, "model-sentences.json", Optional.empty());
            } catch (IOException e) {
                OtsException told = new OtsException(ScoringError.NO_EMBEDDING, String.valueOf(e.getMessage()));
                return new ScoringLibrary(new AnswerKeys(null), "model-words.json", Optional.of(told));
            }
        }
        return new ScoringLibrary(new AnswerKeys(null), "model-words.json", Optional.empty());
    }

    /**
     * What keys are made with, without any trained model; for training.
     *
     * @param embeddings whether sentences are embedded
     * @return makes keys
     * @throws OtsException if the model of sentences cannot be loaded
     */
    public static AnswerKeys keys(boolean embeddings) {
        try {
            return new AnswerKeys(embeddings ? new SentenceEmbedding(TRAINING_MEMORY) : null);
        } catch (IOException e) {
            throw new OtsException(ScoringError.NO_EMBEDDING, String.valueOf(e.getMessage()));
        }
    }

    private static JsonCursor resource(String name) {
        return StrictJson.resource(ScoringLibrary.class, ROOT + name, Findings.throwing());
    }

    /**
     * The exchanges of words that keys are tested with.
     *
     * @return the exchanges
     */
    public static List<Mutation> mutations() {
        return Mutation.read(resource("mutations.json"));
    }

    /**
     * Why sentences are not embedded although they should be.
     *
     * @return the reason, or nothing
     */
    public Optional<OtsException> degraded() {
        return degraded;
    }

    /**
     * Makes keys.
     *
     * @return what all keys share
     */
    public AnswerKeys keys() {
        return keys;
    }

    /**
     * The trained part.
     *
     * @return the model in use
     */
    public ScoringModel model() {
        return model;
    }

    /**
     * The scorer of a study.
     *
     * @param study the study
     * @return scores answers against its key
     */
    public AnswerScorer scorer(Study study) {
        Map<String, List<String>> approved = approved(study);
        AnswerBank bank = judged.of(study).withAccepted(approved);
        return new AnswerScorer(keys.of(study, bank), model, approved);
    }

    /** Wordings that people of this station have approved for items as the study words them. */
    private Map<String, List<String>> approved(Study study) {
        Map<String, List<String>> approved = new TreeMap<>();
        study.keyItems().forEach(item -> {
            List<String> texts = wordings.aliases().stream()
                    .filter(alias -> alias.study().equals(study.id())
                            && alias.item().equals(item.id())
                            && alias.itemText().equals(item.text().zh()))
                    .map(Wordings.Alias::text)
                    .toList();
            if (!texts.isEmpty()) {
                approved.put(item.id(), texts);
            }
        });
        return approved;
    }

    /**
     * Writes what labelled sets teach as a file.
     *
     * @param courses studies with their sets
     * @return JSON text
     */
    public static String judgedJson(List<StudySets> courses) {
        return JudgedAnswers.toJson(courses);
    }
}
