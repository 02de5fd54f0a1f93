package org.openots.hazop.language;

/** Takes the commonest endings off English words, so that trips, tripped and tripping are one. */
final class Stemmer {
    private static final int SHORTEST = 4;

    private Stemmer() {}

    static String stem(String word) {
        String stem = word;
        if (stem.length() >= SHORTEST && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.length() > SHORTEST + 1 && stem.endsWith("ing")) {
            stem = undouble(stem.substring(0, stem.length() - 3));
        } else if (stem.length() > SHORTEST && stem.endsWith("ed")) {
            stem = undouble(stem.substring(0, stem.length() - 2));
        }
        return stem.length() > SHORTEST - 1 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        boolean doubled =
                last > 1 && stem.charAt(last) == stem.charAt(last - 1) && "aeiouls".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
