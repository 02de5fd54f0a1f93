package org.openots.dcs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A link under test with the real clocks, and ways to wait for what it does. */
final class LinkTestBench implements AutoCloseable {
    static final LinkClock CLOCK = new LinkClock(InstantSource.system(), System::nanoTime);
    static final LinkSettings.Timing BRISK =
            new LinkSettings.Timing(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(20));

    final InboundRing inbox = new InboundRing(1000);
    final MqttLink link;

    LinkTestBench(LinkSettings settings) {
        link = MqttLinks.open(settings, inbox, CLOCK, new SplittableRandom(1));
    }

    LinkState await(Predicate<LinkState> wanted) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        LinkState[] found = new LinkState[1];
        link.listen(state -> {
            if (seen.getCount() > 0 && wanted.test(state)) {
                found[0] = state;
                seen.countDown();
            }
        });
        assertThat(seen.await(20, TimeUnit.SECONDS)).as("still " + link.state()).isTrue();
        return found[0];
    }

    LinkState awaitConnected() throws InterruptedException {
        return await(LinkState::connected);
    }

    LinkState awaitProblem(MqttError... codes) throws InterruptedException {
        LinkState state = await(s -> s.problem()
                .filter(problem -> List.of(codes).contains(problem.errorCode()))
                .isPresent());
        state.problem().ifPresent(problem -> {
            assertThat(problem.messageIn(java.util.Locale.CHINA))
                    .doesNotContain("{")
                    .matches("(?s).*\\p{IsHan}.*");
            assertThat(problem.messageIn(java.util.Locale.ENGLISH)).doesNotContain("{");
        });
        return state;
    }

    void subscribe(String... filters) {
        link.subscribe(
                List.of(filters).stream().map(f -> new Subscription(f, 1)).toList());
    }

    MqttLink.Published publish(String topic, String text) {
        return link.publish(new Outbound(topic, text.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    /** Publishes to oneself until it comes back, because subscriptions are made by another thread. */
    @Nullable
    Inbound echo(String topic, String text) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            publish(topic, text);
            Inbound came = inbox.take(100);
            if (came != null) {
                return came;
            }
        }
        return null;
    }

    @Override
    public void close() {
        link.close();
    }
}
