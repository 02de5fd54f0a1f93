package org.openots.common.signal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who follow a source; what sources share. Safe for use by several threads, frames come from one. */
public final class Followers {
    private final List<One> all = new CopyOnWriteArrayList<>();
    private final Consumer<RuntimeException> failures;

    /**
     * Nobody yet.
     *
     * @param failures told what a follower threw, after which he follows no more
     */
    public Followers(Consumer<RuntimeException> failures) {
        this.failures = failures;
    }

    /**
     * Somebody follows from now on.
     *
     * @param follower takes the frames
     * @return ends it
     */
    public PlantSource.Following add(Consumer<PlantFrame> follower) {
        One one = new One(follower, all);
        all.add(one);
        return one;
    }

    /**
     * Hands a frame to all.
     *
     * @param frame the frame
     */
    public void accept(PlantFrame frame) {
        for (One one : all) {
            try {
                one.follower.accept(frame);
            } catch (RuntimeException e) {
                one.close();
                failures.accept(e);
            }
        }
    }

    /** Compared by identity, so that the same follower can follow twice. */
    private static final class One implements PlantSource.Following {
        private final Consumer<PlantFrame> follower;
        private final List<One> all;

        One(Consumer<PlantFrame> follower, List<One> all) {
            this.follower = follower;
            this.all = all;
        }

        @Override
        public void close() {
            all.remove(this);
        }
    }
}
