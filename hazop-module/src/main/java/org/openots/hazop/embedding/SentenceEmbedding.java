package org.openots.hazop.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/**
 * The model bge-small-zh-v1.5, quantised to 8 bits (BAAI, MIT licence): 512 numbers for a sentence, of length 1. Needs
 * ONNX Runtime's native code; nothing leaves this process. May be used by several threads.
 */
public final class SentenceEmbedding implements AutoCloseable {
    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    private final Map<String, float[]> remembered;

    /**
     * Loads the model; takes about a second.
     *
     * @param memory how many sentences are remembered, at 2 kB each, because the same answers come again and again
     * @throws IOException if the model or its native code cannot be loaded
     */
    public SentenceEmbedding(int memory) throws IOException {
        remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                return size() > memory;
            }
        });
        try (InputStream model = open(MODEL);
                InputStream tokenizer = open(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            pieces = new WordPiece(tokenizer);
            environment = OrtEnvironment.getEnvironment();
            session = environment.createSession(model.readAllBytes(), options);
        } catch (OrtException | LinkageError e) {
            throw new IOException("ONNX Runtime: " + cause(e), e);
        }
    }

    /** What went wrong in the loader of the native code, which wraps it in errors without words. */
    static String cause(Throwable failure) {
        List<String> words = new ArrayList<>();
        for (Throwable told = failure; told != null; told = told.getCause()) {
            String message = told.getMessage();
            if (message != null && words.stream().noneMatch(said -> said.contains(message))) {
                words.add(message);
            }
        }
        return words.isEmpty() ? failure.getClass().getName() : String.join(": ", words);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = SentenceEmbedding.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("the embedding model " + resource + " is not on the class path");
        }
        return stream;
    }

    /**
     * Embeds a sentence.
     *
     * @param text normalised text, in lower case
     * @return its numbers
     */
    public float[] embed(String text) {
        float[] known = remembered.get(text);
        if (known == null) {
            known = compute(text);
            remembered.put(text, known);
        }
        return known;
    }

    private float[] compute(String text) {
        long[] ids = pieces.ids(text);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return normalised(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model failed on a text of " + ids.length + " pieces", e);
        }
    }

    private static float[] normalised(float[] vector) {
        double square = 0;
        for (float v : vector) {
            square += v * v;
        }
        float scale = (float) (1 / FastMath.sqrt(square));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    /**
     * How alike two sentences are, rounded to three decimals because the last digits differ between processors.
     *
     * @param a numbers of one
     * @param b numbers of the other
     * @return -1..1
     */
    public static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return FastMath.rint(sum * 1000) / 1000;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be closed", e);
        }
    }
}
