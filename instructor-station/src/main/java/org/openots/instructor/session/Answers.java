package org.openots.instructor.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openots.common.error.OtsException;

/** Waiting for the host's answers. */
public final class Answers {
    /** Longest wait, s: a rewind or a disk that syncs slowly takes a few seconds at most. */
    private static final long LONGEST_SECONDS = 20;

    private Answers() {}

    /**
     * Waits for an answer.
     *
     * @param <T> its type
     * @param answer the future
     * @return the answer
     * @throws OtsException if the request was refused
     * @throws IllegalStateException if no answer came in 20 s
     */
    public static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof OtsException refused) {
                throw refused;
            }
            throw new IllegalStateException("the run failed to answer", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer in " + LONGEST_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Gives an answer that is still to come to somebody else too. */
    static <T> void follow(CompletableFuture<T> before, CompletableFuture<T> answer) {
        var unused = before.whenComplete((outcome, failure) -> {
            if (failure == null) {
                answer.complete(outcome);
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }
}
