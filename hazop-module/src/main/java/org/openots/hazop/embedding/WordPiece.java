package org.openots.hazop.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokenizer of Chinese BERT models: every Chinese character and punctuation mark by itself, other words cut into the
 * longest pieces of the vocabulary (Devlin et al., BERT, NAACL 2019, and the vocabulary file of the model).
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int start;
    private final int end;
    private final int unknown;

    /**
     * Reads the vocabulary.
     *
     * @param tokenizer a {@code tokenizer.json} as Hugging Face writes it
     * @throws IOException if it cannot be read
     */
    WordPiece(InputStream tokenizer) throws IOException {
        JsonNode vocab = new ObjectMapper().readTree(tokenizer).path("model").path("vocab");
        vocab.properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        start = vocabulary.getOrDefault("[CLS]", -1);
        end = vocabulary.getOrDefault("[SEP]", -1);
        unknown = vocabulary.getOrDefault("[UNK]", -1);
        if (start < 0 || end < 0 || unknown < 0) {
            throw new IOException("the vocabulary has no [CLS], [SEP] and [UNK]");
        }
    }

    /**
     * Cuts a text.
     *
     * @param text normalised text, in lower case
     * @return ids of its pieces between start and end
     */
    long[] ids(String text) {
        List<Integer> ids = new ArrayList<>();
        ids.add(start);
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                i++;
            } else if (isWordLetter(c)) {
                int from = i;
                while (i < text.length() && isWordLetter(text.charAt(i))) {
                    i++;
                }
                pieces(text.substring(from, i), ids);
            } else {
                ids.add(vocabulary.getOrDefault(String.valueOf(c), unknown));
                i++;
            }
        }
        ids.add(end);
        return ids.stream().mapToLong(Integer::longValue).toArray();
    }

    private static boolean isWordLetter(char c) {
        return Character.isLetterOrDigit(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.HAN;
    }

    private void pieces(String word, List<Integer> ids) {
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer id = null;
            while (to > from) {
                id = vocabulary.get((from > 0 ? "##" : "") + word.substring(from, to));
                if (id != null) {
                    break;
                }
                to--;
            }
            if (id == null) {
                break;
            }
            found.add(id);
            from = to;
        }
        if (from == word.length()) {
            ids.addAll(found);
        } else {
            ids.add(unknown);
        }
    }
}
