package org.openots.benchmarks.faultlab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openots.dcs.agent.NativeReader;
import org.openots.dcs.agent.NativeReceiver;
import org.openots.dcs.agent.ReceiverStatus;
import org.openots.dcs.frame.Frame;
import org.openots.dcs.frame.FrameArchive;
import org.openots.dcs.map.TagMap;
import org.openots.dcs.mqtt.Inbound;
import org.openots.dcs.tag.Intake;
import org.openots.dcs.tag.TagStore;

/** Sender, receiver, archive, intake and store of one rig in the native profile, as in the bridge. */
final class NativeRig implements AutoCloseable {
    private final AtomicLong frames = new AtomicLong();
    private final LabFeed feed;
    private final OwnSender sender;
    private final Intake intake;
    private final NativeReceiver receiver;

    NativeRig(Path folder, int port, int tags, double rate) throws IOException {
        TagMap map = new TagMap("lab", 1, LabTags.of(tags, 1 / rate, ForeignRun.TIMEOUT_SECONDS));
        intake = new Intake(
                map,
                new Intake.Clocks(InstantSource.system(), System::nanoTime),
                notice -> {},
                List.of(new TagStore(map.tags(), System::nanoTime)));
        receiver = new NativeReceiver(
                LabReceiver.TOPICS,
                LabReceiver.CONSUMER,
                LabReceiver.link(port, "lab-receiver", 5),
                new FrameArchive(folder.resolve("archive"), 16L << 20, 100),
                this::received,
                LabReceiver.CLOCK,
                new SplittableRandom());
        feed = new LabFeed(tags, rate);
        sender = new OwnSender(folder.resolve("journal"), LabReceiver.link(port, "lab-sender", 5), feed);
    }

    private void received(Frame frame, Inbound arrival, boolean historical) {
        frames.incrementAndGet();
        intake.items(LabTags.TOPIC, NativeReader.items(frame, historical), OptionalLong.of(frame.time()));
    }

    /** Ends the feed and waits until all has arrived. Returns how long that took, s. */
    double drain(double patience) throws InterruptedException {
        sender.feedEnds();
        long begun = System.nanoTime();
        while (!(sender.done() && frames.get() == feed.produced()) && System.nanoTime() - begun < patience * 1e9) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return (System.nanoTime() - begun) * 1e-9;
    }

    long produced() {
        return feed.produced();
    }

    /** Frames handed on by the receiver. */
    long received() {
        return frames.get();
    }

    ReceiverStatus status() {
        return receiver.status();
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
