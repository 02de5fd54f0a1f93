package org.openots.hazop.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the letters of an instrument tag say (ISA-5.1, table 1: measured variable first, then functions). */
final class IsaLetters {
    private static final Map<Character, String> VARIABLES = Map.of(
            'L', "level", 'P', "pressure", 'T', "temperature", 'F', "flow", 'A', "composition", 'D', "composition");

    private IsaLetters() {}

    static List<Concept> of(String canonical, Lexicon lexicon) {
        String letters = letters(canonical);
        List<String> ids = new ArrayList<>();
        if (letters.equals("PSV") || letters.equals("PRV") || letters.equals("SV")) {
            ids.add("relief");
        } else if (letters.equals("P")) {
            ids.add("pump");
        } else if (letters.endsWith("V") && letters.length() > 1) {
            ids.add(valve(letters));
        } else if (letters.length() > 1) {
            measured(letters, ids);
        }
        return ids.stream().flatMap(id -> lexicon.concept(id).stream()).toList();
    }

    private static void measured(String letters, List<String> ids) {
        String rest = letters.substring(1);
        if (letters.startsWith("PD")) {
            ids.add("dp");
            rest = letters.substring(2);
        } else if (VARIABLES.containsKey(letters.charAt(0))) {
            ids.add(VARIABLES.get(letters.charAt(0)));
        }
        if (rest.contains("HH") || rest.contains("LL") || rest.contains("S")) {
            ids.add("interlock");
        } else if (rest.startsWith("A")) {
            ids.add("alarm");
        } else if (rest.contains("C")) {
            ids.add("control-loop");
        } else if (rest.contains("T")) {
            ids.add("transmitter");
        }
        if (rest.contains("H")) {
            ids.add("high");
        } else if (rest.contains("L")) {
            ids.add("low");
        }
    }

    private static String valve(String letters) {
        return switch (letters.charAt(0)) {
            case 'H' -> "hand-valve";
            case 'X' -> "shutoff";
            default -> "control-valve";
        };
    }

    private static String letters(String canonical) {
        int end = 0;
        while (end < canonical.length() && Character.isLetter(canonical.charAt(end))) {
            end++;
        }
        return canonical.substring(0, end);
    }
}
