package org.openots.hazop.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceEmbeddingTest {
    /** Native code that cannot be loaded ends in an error of a class's initialisation, which has no words of its own. */
    @Test
    void theCauseOfAFailureIsTold() {
        UnsatisfiedLinkError missing = new UnsatisfiedLinkError("libonnxruntime.so: cannot open shared object file");
        assertThat(SentenceEmbedding.cause(new ExceptionInInitializerError(missing)))
                .isEqualTo("libonnxruntime.so: cannot open shared object file");
        assertThat(SentenceEmbedding.cause(
                        new ExceptionInInitializerError(new RuntimeException("no library", missing))))
                .isEqualTo("no library: libonnxruntime.so: cannot open shared object file");
        assertThat(SentenceEmbedding.cause(new NoClassDefFoundError())).isEqualTo("java.lang.NoClassDefFoundError");
    }
}
