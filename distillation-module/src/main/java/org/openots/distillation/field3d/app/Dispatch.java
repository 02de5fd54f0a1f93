package org.openots.distillation.field3d.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openots.common.error.OtsException;
import org.openots.common.text.LocalText;
import org.openots.distillation.field3d.net.Outcome;
import org.openots.distillation.field3d.state.Operation;
import org.openots.distillation.field3d.ui.Hud;

/** Operations on their way, and the news about them. For one thread. */
final class Dispatch {
    /** How long news stay, s: two lines are read in three. */
    private static final double NEWS_SECONDS = 5;

    /** How long what the board says stays, s: the operator may be about to turn something. */
    private static final double CALL_SECONDS = 20;

    private static final int MOST_NEWS = 4;

    private final Wire wire;
    private final List<Sent> sent = new ArrayList<>();
    private final Deque<News> news = new ArrayDeque<>();
    private double now;
    private int refusals;
    private LocalText refusal = new LocalText("-", "-");

    private record Sent(Operation operation, CompletableFuture<Outcome> answer) {}

    private record News(Hud.Toast toast, double until) {}

    Dispatch(Wire wire) {
        this.wire = wire;
    }

    void send(Operation operation) {
        sent.add(new Sent(operation, wire.operate(operation)));
    }

    void say(Hud.Mood mood, LocalText text) {
        say(mood, text, NEWS_SECONDS);
    }

    /** The board says something on the radio. */
    void called(LocalText text) {
        say(Hud.Mood.CAUTION, text, CALL_SECONDS);
    }

    private void say(Hud.Mood mood, LocalText text, double seconds) {
        news.addFirst(new News(new Hud.Toast(mood, text), now + seconds));
        while (news.size() > MOST_NEWS) {
            news.removeLast();
        }
    }

    /** The newest first. */
    List<Hud.Toast> news() {
        return news.stream().map(News::toast).toList();
    }

    /**
     * Lets time pass and reads answers.
     *
     * @return targets of operations that were refused
     */
    List<String> advance(double seconds) {
        now += seconds;
        news.removeIf(one -> one.until() < now);
        List<String> refused = new ArrayList<>();
        for (Iterator<Sent> i = sent.iterator(); i.hasNext(); ) {
            Sent one = i.next();
            if (one.answer().isDone()) {
                i.remove();
                if (!applied(one)) {
                    refused.add(one.operation().target());
                }
            }
        }
        return refused;
    }

    private void refuse(LocalText why) {
        refusals++;
        refusal = why;
        say(Hud.Mood.BAD, why);
    }

    /** Whether operations are on their way. */
    boolean waiting() {
        return !sent.isEmpty();
    }

    /** Operations that were refused so far. */
    int refusals() {
        return refusals;
    }

    /** Why the last one was. */
    LocalText refusal() {
        return refusal;
    }

    /** A mistake in words for people. */
    static LocalText words(OtsException mistake) {
        return new LocalText(mistake.messageIn(Locale.SIMPLIFIED_CHINESE), mistake.messageIn(Locale.ENGLISH));
    }

    private boolean applied(Sent one) {
        try {
            Outcome outcome = one.answer().join();
            if (!outcome.applied()) {
                refuse(outcome.text());
            }
            return outcome.applied();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof OtsException known)) {
                throw e;
            }
            refuse(words(known));
            return false;
        }
    }
}
