package org.openots.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.openots.benchmarks.measure.Times;

/** A robot candidate: enters, sits, works at his paper, comes back whenever the station was gone, and hands in. */
final class Candidate implements Runnable {
    private static final String MINE = "/api/my/exam";
    private static final double SHORTEST_SECONDS = 2;
    private static final double LONGEST_SECONDS = 5;
    private static final double NANO = 1e9;
    private static final long LOOK_MILLIS = 50;
    /** Waits of a browser between two attempts to connect again, s, as the pages have them. */
    private static final int[] WAITS = {1, 2, 3};

    private static final double PATIENCE_SECONDS = 120;

    private final Paper paper;
    private final String account;
    private final SplittableRandom random;
    private final Browser browser;
    private final List<Return> returns = new CopyOnWriteArrayList<>();
    private Invitation invitation = new Invitation();
    private Screen screen = new Screen();
    private String shown = "";
    private volatile String receipt = "";
    private volatile String trouble = "";

    /**
     * What the room has in common.
     *
     * @param plant description of the plant
     * @param tally counts operations
     * @param signIns time of each sign-in
     * @param gate opens when all sign in
     * @param seated counted down by everybody who sits
     * @param working counted down by everybody whose first part moves
     * @param half opens when the second part is due
     * @param end opens when the work is to be handed in
     */
    record Paper(
            JsonNode plant,
            Tally tally,
            Times signIns,
            CountDownLatch gate,
            CountDownLatch seated,
            CountDownLatch working,
            CountDownLatch half,
            CountDownLatch end) {}

    /**
     * The station was gone and is there again for this candidate.
     *
     * @param nanos when his work went on
     * @param heard when the last picture before came
     * @param before exam time left when he heard of it last, s
     * @param after exam time left when his work went on, s
     */
    record Return(long nanos, long heard, double before, double after) {}

    Candidate(Paper paper, String account, String base, Executor executor, SplittableRandom random) {
        this.paper = paper;
        this.account = account;
        this.random = random;
        this.browser = new Browser(base, executor);
    }

    @Override
    public void run() {
        try {
            paper.gate().await();
            long before = System.nanoTime();
            browser.signIn(account, School.PASSWORD).need("sign-in");
            paper.signIns().add(System.nanoTime() - before);
            follow();
            browser.post(MINE + "/sit").need("sit");
            paper.seated().countDown();
            awaitWorking();
            show();
            paper.working().countDown();
            work();
            JsonNode done = persistent(MINE + "/hand-in", JsonNodeFactory.instance.objectNode());
            receipt = done.at("/exam/receipt").asText();
        } catch (IOException | RuntimeException e) {
            trouble = account + ": " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            paper.seated().countDown();
            paper.working().countDown();
        }
    }

    private void follow() throws IOException {
        Invitation fresh = new Invitation();
        browser.socket("/ws/my/exam", fresh);
        invitation = fresh;
    }

    private void show() throws IOException {
        shown = invitation.run();
        Screen fresh = new Screen();
        browser.socket("/ws/runs/" + shown, fresh);
        screen = fresh;
    }

    private void awaitWorking() throws IOException, InterruptedException {
        long end = System.nanoTime() + (long) (PATIENCE_SECONDS * NANO);
        while (!invitation.working()) {
            if (invitation.closed() || System.nanoTime() > end) {
                throw new IOException("no work in front of " + account);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void work() throws IOException, InterruptedException {
        Hands hands = new Hands(paper.plant(), account, random);
        while (!pause()) {
            if (paper.half().getCount() == 0 && invitation.item() == 1) {
                persistent(MINE + "/next", JsonNodeFactory.instance.objectNode().put("item", 1));
                awaitNext();
            }
            operate(hands.next(screen));
        }
    }

    private void awaitNext() throws IOException, InterruptedException {
        while (invitation.item() == 1 || invitation.run().isEmpty()) {
            if (lost()) {
                comeBack();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        if (!invitation.run().equals(shown)) {
            show();
        }
    }

    /** Waits as a student thinks, and looks whether the station is there; true when the time is over. */
    private boolean pause() throws InterruptedException {
        long until = System.nanoTime() + (long) (random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS) * NANO);
        while (System.nanoTime() < until) {
            if (paper.end().await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
            if (lost()) {
                comeBack();
            }
        }
        return false;
    }

    private boolean lost() {
        return invitation.closed();
    }

    private void operate(ObjectNode operation) throws InterruptedException {
        paper.tally().sent();
        long before = System.nanoTime();
        String run = shown;
        Browser.Answer answer = answered("/api/runs/" + run + "/commands", operation, true);
        if (answer.body().has("saved")) {
            paper.tally().acknowledged(run, operation.path("cid").asText(), System.nanoTime() - before);
        } else {
            paper.tally().refused(answer.body().path("code").asText(Integer.toString(answer.status())));
        }
    }

    /** Sends until there is an answer, as the page keeps what could not be sent: the same words, with the same id. */
    private Browser.Answer answered(String path, JsonNode words, boolean counted) throws InterruptedException {
        while (true) {
            try {
                return browser.post(path, words);
            } catch (IOException e) {
                if (counted) {
                    paper.tally().again();
                }
                comeBack();
            }
        }
    }

    private JsonNode persistent(String path, JsonNode words) throws InterruptedException {
        return answered(path, words, false).need(path);
    }

    /** Connects again with the waits of the pages, until there is work in front of him again. */
    private void comeBack() throws InterruptedException {
        long heard = invitation.heard();
        double before = invitation.left();
        for (int attempt = 0; ; attempt++) {
            TimeUnit.SECONDS.sleep(WAITS[Math.min(attempt, WAITS.length - 1)]);
            try {
                browser.get("/api/me").need("me");
                follow();
                awaitWorking();
                returns.add(new Return(System.nanoTime(), heard, before, invitation.left()));
                show();
                return;
            } catch (IOException e) {
                if (attempt > PATIENCE_SECONDS) {
                    throw new IllegalStateException("the station is not there for " + account, e);
                }
            }
        }
    }

    /** When and how he came back, once for each time the station was gone. */
    List<Return> returns() {
        return returns;
    }

    String receipt() {
        return receipt;
    }

    String trouble() {
        return trouble;
    }
}
