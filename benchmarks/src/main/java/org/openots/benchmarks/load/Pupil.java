package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.openots.benchmarks.measure.Times;

/** A robot student: signs in with all others at once, has a column of his own, and operates it until the time is over. */
final class Pupil implements Runnable {
    private static final double SHORTEST_SECONDS = 2;
    private static final double LONGEST_SECONDS = 5;
    private static final double NANO = 1e9;

    private final Lesson lesson;
    private final String account;
    private final SplittableRandom random;
    private final Browser browser;
    private final Screen screen = new Screen();
    private String run = "";
    private long begun;
    private double modelSeconds;
    private double ranSeconds;
    private volatile String trouble = "";

    /**
     * What a class has in common.
     *
     * @param task what is practised
     * @param plant description of its plant
     * @param tally counts operations
     * @param signIns time of each sign-in
     * @param gate opens when all sign in
     * @param inside counted down by everybody who is signed in
     * @param ready counted down by everybody whose column moves
     * @param end opens when the time is over
     */
    record Lesson(
            String task,
            JsonNode plant,
            Tally tally,
            Times signIns,
            CountDownLatch gate,
            CountDownLatch inside,
            CountDownLatch ready,
            CountDownLatch end) {}

    Pupil(Lesson lesson, String account, String base, Executor executor, SplittableRandom random) {
        this.lesson = lesson;
        this.account = account;
        this.random = random;
        this.browser = new Browser(base, executor);
    }

    @Override
    public void run() {
        try {
            lesson.gate().await();
            enter();
            begin();
            WebSocket socket = browser.socket("/ws/runs/" + run, screen);
            lesson.ready().countDown();
            work();
            finish(socket);
        } catch (IOException | RuntimeException e) {
            trouble = account + ": " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lesson.inside().countDown();
            lesson.ready().countDown();
        }
    }

    private void enter() throws IOException, InterruptedException {
        long before = System.nanoTime();
        browser.signIn(account, School.PASSWORD).need("sign-in");
        lesson.signIns().add(System.nanoTime() - before);
        lesson.inside().countDown();
    }

    private void begin() throws IOException, InterruptedException {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("task", lesson.task());
        run = browser.post("/api/my/runs", wish).need("start").path("id").asText();
        begun = System.nanoTime();
    }

    private void work() throws IOException, InterruptedException {
        Hands hands = new Hands(lesson.plant(), account, random);
        while (!lesson.end().await(pause(), TimeUnit.NANOSECONDS)) {
            operate(hands.next(screen));
        }
    }

    private long pause() {
        return (long) (random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS) * NANO);
    }

    private void operate(ObjectNode operation) throws IOException, InterruptedException {
        lesson.tally().sent();
        long before = System.nanoTime();
        Browser.Answer answer;
        try {
            answer = browser.post("/api/runs/" + run + "/commands", operation);
        } catch (IOException e) {
            lesson.tally().unanswered();
            throw e;
        }
        // "saved" is the promise, whether the plant did what was asked or told why not
        if (answer.body().has("saved")) {
            lesson.tally().acknowledged(run, operation.path("cid").asText(), System.nanoTime() - before);
        } else {
            lesson.tally().refused(answer.body().path("code").asText(Integer.toString(answer.status())));
        }
    }

    private void finish(WebSocket socket) throws IOException, InterruptedException {
        JsonNode closed = browser.post("/api/runs/" + run + "/close").need("close");
        ranSeconds = (System.nanoTime() - begun) / NANO;
        modelSeconds = closed.path("modelTime").asDouble();
        socket.abort();
    }

    Screen screen() {
        return screen;
    }

    /** Id of his run; empty when he never got one. */
    String runId() {
        return run;
    }

    /** Model time as a part of the time that went by while his column was there. */
    double pace() {
        return ranSeconds > 0 ? modelSeconds / ranSeconds : 0;
    }

    /** What kept him from going on; empty when nothing did. */
    String trouble() {
        return trouble;
    }
}
