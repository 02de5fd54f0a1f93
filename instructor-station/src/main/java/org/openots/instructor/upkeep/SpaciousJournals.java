package org.openots.instructor.upkeep;

import java.util.List;
import java.util.Optional;
import org.openots.instructor.session.JournalEvent;
import org.openots.instructor.session.RunEnds;
import org.openots.instructor.session.RunJournal;
import org.openots.instructor.session.RunJournals;

/** Journals of runs that begin only while there is space for another run; open ones go on. */
public final class SpaciousJournals implements RunJournals {
    private final RunJournals journals;
    private final DiskWatch disk;

    /**
     * Guards journals.
     *
     * @param journals the journals; closed by whoever opened them
     * @param disk knows the space
     */
    public SpaciousJournals(RunJournals journals, DiskWatch disk) {
        this.journals = journals;
        this.disk = disk;
    }

    @Override
    public RunJournal create(String run) {
        disk.requireSpace();
        return journals.create(run);
    }

    @Override
    public RunJournal open(String run) {
        return journals.open(run);
    }

    @Override
    public List<JournalEvent> read(String run) {
        return journals.read(run);
    }

    @Override
    public Optional<RunEnds> ends(String run) {
        return journals.ends(run);
    }

    @Override
    public List<String> runs() {
        return journals.runs();
    }

    @Override
    public void close() {
        journals.close();
    }
}
