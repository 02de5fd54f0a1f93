package org.openots.dcs.influx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.dcs.tag.SampleSink;
import org.openots.dcs.value.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands samples to a database in line protocol. Never blocks: when the queue is full, further samples are dropped and
 * counted. A batch that is not taken is tried again with longer and longer pauses until it is.
 */
public final class InfluxSink implements SampleSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxSink.class);
    private static final long POLL_MILLIS = 200;
    private static final long SHORTEST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 30_000;
    private static final long CLOSE_SECONDS = 12;

    private final InfluxSettings settings;
    private final LineProtocol lines;
    private final LineTarget target;
    private final BlockingQueue<String> queue;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private final Thread worker;
    private volatile @Nullable OtsException problem;

    /**
     * Begins to write.
     *
     * @param settings where and how
     */
    public InfluxSink(InfluxSettings settings) {
        this.settings = settings;
        lines = new LineProtocol(settings.measurement(), settings.tags());
        target = LineTarget.of(settings.target());
        queue = new ArrayBlockingQueue<>(settings.queue());
        worker = new Thread(this::work, "influx");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void accept(String tag, Sample sample, boolean historical) {
        if (!queue.offer(lines.line(tag, sample, historical))) {
            dropped.incrementAndGet();
        }
    }

    private void work() {
        List<String> batch = new ArrayList<>();
        try {
            while (closing.getCount() > 0 || !queue.isEmpty()) {
                String first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    if (queue.size() < settings.batch()) {
                        closing.await(settings.flush().toMillis(), TimeUnit.MILLISECONDS);
                    }
                    batch.add(first);
                    queue.drainTo(batch, settings.batch() - 1);
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dropped.addAndGet(batch.size() + queue.size());
        queue.clear();
    }

    /** Tries until it is taken, refused, or the sink is closed. */
    private void write(List<String> batch) throws InterruptedException {
        long pause = SHORTEST_PAUSE;
        while (true) {
            try {
                target.write(batch);
                written.addAndGet(batch.size());
                problem = null;
                return;
            } catch (LineTarget.Refused e) {
                refused.addAndGet(batch.size());
                tell(new OtsException(
                        InfluxError.REFUSED, settings.target().shown(), batch.size(), String.valueOf(e.getMessage())));
                return;
            } catch (IOException e) {
                tell(new OtsException(InfluxError.NOT_TAKEN, settings.target().shown(), e.toString()));
            }
            if (closing.getCount() == 0) {
                dropped.addAndGet(batch.size());
                return;
            }
            retries.incrementAndGet();
            closing.await(pause, TimeUnit.MILLISECONDS);
            pause = Math.min(LONGEST_PAUSE, 2 * pause);
        }
    }

    /** The log is told of a change, not of every attempt. */
    private void tell(OtsException found) {
        OtsException before = problem;
        if (before == null || before.errorCode() != found.errorCode()) {
            LOG.warn("{}", found.getMessage());
        }
        problem = found;
    }

    /**
     * How it is.
     *
     * @return the counts
     */
    public InfluxStatus status() {
        return new InfluxStatus(
                written.get(), dropped.get(), refused.get(), retries.get(), queue.size(), Optional.ofNullable(problem));
    }

    /** Writes what waits, once, and ends. */
    @Override
    public void close() {
        closing.countDown();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            worker.interrupt();
            target.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("{}", e.toString());
        }
    }
}
