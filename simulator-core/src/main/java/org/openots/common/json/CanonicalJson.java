package org.openots.common.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * One spelling for every JSON value: fields in natural order, no white space, whole numbers without decimals, others as
 * the shortest digits that give the same double. So the hash of a document does not depend on how it was typed.
 */
public final class CanonicalJson {
    /** Whole numbers up to this are exact in a double: 2^53. */
    private static final double EXACT_WHOLE = 9_007_199_254_740_992.0;

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @param node the value
     * @return its text
     */
    public static String text(JsonNode node) {
        StringBuilder out = new StringBuilder();
        append(node, out);
        return out.toString();
    }

    /**
     * The SHA-256 over the canonical text in UTF-8.
     *
     * @param node the value
     * @return the hash, lower-case hexadecimal
     */
    public static String sha256(JsonNode node) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(node).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void append(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            Set<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            String separator = "{";
            for (String name : names) {
                out.append(separator).append(TextNode.valueOf(name)).append(':');
                append(node.get(name), out);
                separator = ",";
            }
            out.append(names.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                append(node.get(i), out);
            }
            out.append(']');
        } else if (node.isNumber()) {
            out.append(number(node));
        } else {
            out.append(node);
        }
    }

    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        double value = node.doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
