package org.openots.common.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;

/**
 * The owner's end of one journal. Thread-safe: events become records in the order of the calls. A future completes only
 * when its event has reached the disk; it completes on the writing thread, so what depends on it must be short or run
 * elsewhere.
 */
public final class JournalWriter implements AutoCloseable {
    /** Payload written with one sync, bytes: keeps the memory of a batch small beside the heap of a station. */
    private static final int LARGEST_BATCH = 4 * 1024 * 1024;

    /** An event that is not durable yet. */
    private static final class Waiting {
        private final byte[] payload;
        private final long sequence;
        private final CompletableFuture<JournalReceipt> future;

        private Waiting(byte[] payload, long sequence, CompletableFuture<JournalReceipt> future) {
            this.payload = payload;
            this.sequence = sequence;
            this.future = future;
        }
    }

    private final String name;
    private final long epoch;
    private final JournalReport recovered;
    private final SegmentWriter segments;
    private final FileChannel lock;
    private final JournalLane lane;
    private final Object guard = new Object();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private long nextSequence;
    private boolean queued;
    private @Nullable OtsException refusal;
    private volatile JournalReceipt head;

    JournalWriter(JournalReport recovered, long epoch, SegmentWriter segments, FileChannel lock, JournalLane lane) {
        this.name = recovered.journal();
        this.epoch = epoch;
        this.recovered = recovered;
        this.segments = segments;
        this.lock = lock;
        this.lane = lane;
        this.nextSequence = recovered.lastSequence() + 1;
        this.head = new JournalReceipt(recovered.lastSequence(), recovered.head());
    }

    /**
     * Appends an event.
     *
     * @param json the event as JSON text
     * @return completes with its receipt once it is durable; fails with an {@link OtsException} when the journal was
     *     taken over, closed, or cannot be written
     */
    public CompletableFuture<JournalReceipt> append(String json) {
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        if (payload.length > JournalFormat.LARGEST_PAYLOAD) {
            return CompletableFuture.failedFuture(new OtsException(
                    CommonError.JOURNAL_TOO_LARGE, name, payload.length, JournalFormat.LARGEST_PAYLOAD));
        }
        CompletableFuture<JournalReceipt> future = new CompletableFuture<>();
        synchronized (guard) {
            if (refusal != null) {
                return CompletableFuture.failedFuture(refusal);
            }
            waiting.add(new Waiting(payload, nextSequence, future));
            nextSequence++;
            wake();
        }
        return future;
    }

    /**
     * The journal's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The epoch this owner writes under.
     *
     * @return the epoch, from 1
     */
    public long epoch() {
        return epoch;
    }

    /**
     * The last durable record.
     *
     * @return its receipt; sequence 0 in a new journal
     */
    public JournalReceipt head() {
        return head;
    }

    /**
     * What was found when the journal was opened; an incomplete end was cut off then.
     *
     * @return the report
     */
    public JournalReport recovered() {
        return recovered;
    }

    /** Writes what is waiting, then closes the files; later events are refused. */
    @Override
    public void close() {
        end(new OtsException(CommonError.JOURNAL_CLOSED, name, new LocalText("已关闭", "it was closed")), false);
    }

    /** Refuses everything from now on because a later owner has taken over in this process. */
    void fence(long newEpoch) {
        end(new OtsException(CommonError.JOURNAL_STALE_EPOCH, name, epoch, newEpoch), true);
    }

    private void end(OtsException reason, boolean dropWaiting) {
        synchronized (guard) {
            if (refusal == null) {
                refusal = reason;
            }
            if (dropWaiting) {
                failWaiting(reason);
            }
            wake();
        }
        ended.join();
    }

    private void wake() {
        if (!queued) {
            queued = true;
            lane.wake(this);
        }
    }

    /** Writes everything that has gathered; called by the lane's thread only. */
    void writeWaiting() {
        List<Waiting> batch = takeBatch();
        while (!batch.isEmpty()) {
            writeBatch(batch);
            batch = takeBatch();
        }
        closeIfRefused();
    }

    private List<Waiting> takeBatch() {
        List<Waiting> batch = new ArrayList<>();
        synchronized (guard) {
            long bytes = 0;
            while (!waiting.isEmpty() && (batch.isEmpty() || bytes < LARGEST_BATCH)) {
                Waiting next = waiting.removeFirst();
                bytes += next.payload.length;
                batch.add(next);
            }
            if (batch.isEmpty()) {
                queued = false;
            }
        }
        return batch;
    }

    private void writeBatch(List<Waiting> batch) {
        OtsException failure;
        try {
            long current = segments.currentEpoch();
            if (current == epoch) {
                acknowledge(
                        batch, segments.write(batch.stream().map(w -> w.payload).toList()));
                return;
            }
            failure = new OtsException(CommonError.JOURNAL_STALE_EPOCH, name, epoch, current);
        } catch (IOException e) {
            // After a failed write or sync nobody knows what is on the disk: only opening anew finds out.
            failure = new OtsException(CommonError.FILE_UNWRITABLE, name, e.toString());
        }
        synchronized (guard) {
            refusal = failure;
            failWaiting(failure);
        }
        for (Waiting lost : batch) {
            lost.future.completeExceptionally(failure);
        }
    }

    private void acknowledge(List<Waiting> batch, List<byte[]> hashes) {
        for (int i = 0; i < batch.size(); i++) {
            JournalReceipt receipt = new JournalReceipt(batch.get(i).sequence, JournalFormat.hex(hashes.get(i)));
            head = receipt;
            batch.get(i).future.complete(receipt);
        }
    }

    private void failWaiting(OtsException reason) {
        waiting.forEach(lost -> lost.future.completeExceptionally(reason));
        waiting.clear();
    }

    private void closeIfRefused() {
        synchronized (guard) {
            if (refusal == null || ended.isDone()) {
                return;
            }
        }
        try {
            segments.close();
            lock.close();
        } catch (IOException e) {
            ended.completeExceptionally(new OtsException(CommonError.FILE_UNWRITABLE, name, e.toString()));
        }
        ended.complete(null);
    }
}
