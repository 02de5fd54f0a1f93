package org.openots.hazop.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.openots.common.json.JsonCursor;

/**
 * The trained part of the scorer: three models and the thresholds between credit, zero and the examiner.
 *
 * @param version what the model is called, recorded with every score
 * @param sentences whether it was trained with embeddings of sentences
 * @param credit whether an answer earns the credit of an item
 * @param whole whether credit is whole or half
 * @param outside whether an answer that earns none may be sound all the same
 * @param thresholds where certainty begins
 */
public record ScoringModel(
        String version,
        boolean sentences,
        BoostedTrees credit,
        BoostedTrees whole,
        BoostedTrees outside,
        Thresholds thresholds) {
    private static final String FORMAT = "hazop-scoring-model";
    private static final String FORMAT_VERSION = "1.0";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where certainty begins; all are probabilities.
     *
     * @param credit from here on credit is certain
     * @param zero below this there is surely no credit
     * @param outside below this an answer without credit is surely not sound
     * @param column from here on an answer that is surely not sound here surely belongs to another column
     */
    public record Thresholds(double credit, double zero, double outside, double column) {
        /**
         * The thresholds in use, chosen on writers left out of training so that the shares of wrong credit and of
         * answers for the examiner keep their limits. Without a model of sentences the examiner gets more, so that the
         * scorer that knows less is not wrong more often.
         *
         * @param sentences whether the model is trained with embeddings
         * @return the thresholds
         */
        public static Thresholds usual(boolean sentences) {
            return sentences ? new Thresholds(0.76, 0.25, 0.3, 0.6) : new Thresholds(0.8, 0.18, 0.24, 0.6);
        }
    }

    /**
     * Reads a model.
     *
     * @param root the file's root
     * @return the model
     */
    public static ScoringModel read(JsonCursor root) {
        root.requireFormat(FORMAT, FORMAT_VERSION);
        JsonCursor limits = root.at("thresholds");
        ScoringModel model = new ScoringModel(
                root.at("version").text(),
                root.at("sentences").bool(),
                trees(root.at("credit")),
                trees(root.at("whole")),
                trees(root.at("outside")),
                new Thresholds(
                        limits.at("credit").between(0, 1),
                        limits.at("zero").between(0, 1),
                        limits.at("outside").between(0, 1),
                        limits.at("column").between(0, 1)));
        root.finish();
        return model;
    }

    private static BoostedTrees trees(JsonCursor cursor) {
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        for (JsonCursor tree : cursor.at("trees").items()) {
            trees.add(new BoostedTrees.Tree(
                    ints(tree.at("feature")),
                    doubles(tree.at("threshold")),
                    ints(tree.at("left")),
                    doubles(tree.at("value"))));
        }
        return new BoostedTrees(cursor.at("base").number(), trees);
    }

    private static int[] ints(JsonCursor list) {
        return list.items().stream()
                .mapToInt(item -> item.integer(-1, Short.MAX_VALUE))
                .toArray();
    }

    private static double[] doubles(JsonCursor list) {
        return list.items().stream().mapToDouble(JsonCursor::number).toArray();
    }

    /**
     * The model as a file.
     *
     * @return JSON text
     */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("formatVersion", FORMAT_VERSION).put("version", version);
        root.put("sentences", sentences);
        root.putObject("thresholds")
                .put("credit", thresholds.credit())
                .put("zero", thresholds.zero())
                .put("outside", thresholds.outside())
                .put("column", thresholds.column());
        write(root.putObject("credit"), credit);
        write(root.putObject("whole"), whole);
        write(root.putObject("outside"), outside);
        try {
            return JSON.writeValueAsString(root).replace("{\"feature\"", "\n{\"feature\"") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers is always JSON", e);
        }
    }

    private static void write(ObjectNode node, BoostedTrees model) {
        node.put("base", model.base());
        ArrayNode trees = node.putArray("trees");
        for (BoostedTrees.Tree tree : model.trees()) {
            ObjectNode one = trees.addObject();
            ArrayNode feature = one.putArray("feature");
            for (int f : tree.feature()) {
                feature.add(f);
            }
            numbers(one.putArray("threshold"), tree.threshold());
            ArrayNode left = one.putArray("left");
            for (int l : tree.left()) {
                left.add(l);
            }
            numbers(one.putArray("value"), tree.value());
        }
    }

    private static void numbers(ArrayNode list, double[] numbers) {
        for (double number : numbers) {
            list.add(number);
        }
    }
}
