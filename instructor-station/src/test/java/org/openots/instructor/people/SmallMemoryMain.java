package org.openots.instructor.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.openots.common.error.OtsException;
import org.openots.instructor.people.roster.Roster;

/** Reads a list in a program that has 64 MB, and says what came of it. */
public final class SmallMemoryMain {
    private SmallMemoryMain() {}

    /** Takes the path of the list. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        try {
            Roster roster = Roster.read(String.valueOf(file.getFileName()), Files.readAllBytes(file), "", "");
            System.out.println(roster.rows().size() + " rows, " + roster.wrong().size() + " wrong");
        } catch (OtsException e) {
            System.out.println(e.errorCode().code() + " " + e.messageIn(Locale.ENGLISH));
        }
    }
}
