package org.openots.hazop.wording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openots.common.json.JsonCursor;

/** The file of a version of the wordings ({@code hazop-wordings} 1.0). */
public final class WordingsFile {
    private static final String FORMAT = "hazop-wordings";
    private static final String FORMAT_VERSION = "1.0";
    private static final int MOST_VERSIONS = 1_000_000;

    private WordingsFile() {}

    /**
     * Reads a file.
     *
     * @param root the file's root
     * @return the version in it
     */
    public static Wordings read(JsonCursor root) {
        root.requireFormat(FORMAT, FORMAT_VERSION);
        Wordings wordings = new Wordings(
                root.at("version").integer(0, MOST_VERSIONS),
                root.at("aliases").list(WordingsFile::alias),
                root.at("words")
                        .list(word -> new Wordings.Word(
                                word.at("concept").text(), word.at("text").text())));
        root.finish();
        return wordings;
    }

    private static Wordings.Alias alias(JsonCursor alias) {
        return new Wordings.Alias(
                alias.at("study").text(),
                alias.at("item").text(),
                alias.at("itemText").text(),
                alias.at("text").text());
    }

    /**
     * Writes a version.
     *
     * @param wordings the version
     * @return what {@link #read} reads
     */
    public static ObjectNode write(Wordings wordings) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT).put("formatVersion", FORMAT_VERSION).put("version", wordings.version());
        ArrayNode aliases = root.putArray("aliases");
        wordings.aliases()
                .forEach(alias -> aliases.addObject()
                        .put("study", alias.study())
                        .put("item", alias.item())
                        .put("itemText", alias.itemText())
                        .put("text", alias.text()));
        ArrayNode words = root.putArray("words");
        wordings.words()
                .forEach(
                        word -> words.addObject().put("concept", word.concept()).put("text", word.text()));
        return root;
    }
}
