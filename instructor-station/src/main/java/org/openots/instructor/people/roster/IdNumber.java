package org.openots.instructor.people.roster;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Numbers of citizens as GB 11643-1999 forms them: 17 digits and a check character. */
final class IdNumber {
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;
    private static final int EARLIEST = 1900;

    private IdNumber() {}

    static boolean formed(String number) {
        return number.matches("\\d{17}[\\dX]");
    }

    /** The check character that the first 17 digits ask for. */
    static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    static boolean born(String number) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return day.getYear() >= EARLIEST;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What of a number may be shown: enough to find it, too little to use it. */
    static String masked(String number) {
        if (number.length() < LENGTH) {
            return "*".repeat(number.length());
        }
        return number.substring(0, SHOWN_FIRST)
                + "*".repeat(number.length() - SHOWN_FIRST - SHOWN_LAST)
                + number.substring(number.length() - SHOWN_LAST);
    }
}
