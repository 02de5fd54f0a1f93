package org.openots.hazop.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.openots.common.json.CanonicalJson;
import org.openots.hazop.worksheet.OperationJson;
import org.openots.hazop.worksheet.SheetHead;
import org.openots.hazop.worksheet.SheetState;

/**
 * What a student wrote as {@code hazop-record} 1.0: the file whose SHA-256 stands at the foot of the printed report. It is
 * written canonically, so that the hash of the file's bytes is the one that is printed.
 */
public final class RecordJson {
    private RecordJson() {}

    /**
     * The record.
     *
     * @param state the worksheet
     * @param author who wrote it
     * @return the root object
     */
    public static ObjectNode of(SheetState state, SheetReport.Author author) {
        SheetHead head = state.head();
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("format", "hazop-record")
                .put("formatVersion", "1.0")
                .put("id", head.id())
                .put("study", head.study().id())
                .put("studyDigest", head.study().digest())
                .put("level", head.level())
                .put("account", head.owner())
                .put("name", author.name())
                .put("openedAt", Instant.ofEpochMilli(head.opened()).toString());
        state.handIn()
                .ifPresent(done -> root.put(
                                "handedInAt", Instant.ofEpochMilli(done.at()).toString())
                        .put("receipt", done.receipt()));
        root.set("content", OperationJson.write(state.content()));
        return root;
    }

    /**
     * The file.
     *
     * @param state the worksheet
     * @param author who wrote it
     * @return canonical JSON in UTF-8
     */
    public static byte[] bytes(SheetState state, SheetReport.Author author) {
        return CanonicalJson.text(of(state, author)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The hash of the file.
     *
     * @param state the worksheet
     * @param author who wrote it
     * @return SHA-256, lower-case hexadecimal
     */
    public static String sha256(SheetState state, SheetReport.Author author) {
        return CanonicalJson.sha256(of(state, author));
    }
}
