package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** Real journals on a disk that can be told to be full. */
final class FailingJournals implements RunJournals {
    private final RunJournals real;
    private volatile boolean full;

    FailingJournals(RunJournals real) {
        this.real = real;
    }

    void fail() {
        full = true;
    }

    void heal() {
        full = false;
    }

    @Override
    public RunJournal create(String run) {
        return new Failing(real.create(run));
    }

    @Override
    public RunJournal open(String run) {
        return new Failing(real.open(run));
    }

    @Override
    public List<JournalEvent> read(String run) {
        return real.read(run);
    }

    @Override
    public List<String> runs() {
        return real.runs();
    }

    @Override
    public void close() {
        real.close();
    }

    private final class Failing implements RunJournal {
        private final RunJournal inner;

        Failing(RunJournal inner) {
            this.inner = inner;
        }

        @Override
        public void append(String kind, JsonNode body, Receipt receipt) {
            if (full) {
                receipt.done(0, new IOException("no space left on device"));
            } else {
                inner.append(kind, body, receipt);
            }
        }

        @Override
        public String head() {
            return inner.head();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
