package org.openots.hazop.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tags of a study look like, to find in its texts what looks like one and is not registered. */
public final class TagForms {
    /** Letters of the function, number, at most one letter more. */
    private static final Pattern TAG =
            Pattern.compile("(?<![A-Za-z0-9.\\-])([A-Z]{1,5})-?([0-9]{2,4})[A-Z]?(?![A-Za-z0-9])");

    /** Letters and number of digits of the registered tags. */
    private final Set<String> forms = new HashSet<>();

    private final Set<String> known = new HashSet<>();

    /**
     * The forms of a study's tags.
     *
     * @param study the study
     */
    public TagForms(Study study) {
        for (Tag tag : study.tags()) {
            Matcher matcher = TAG.matcher(tag.tag());
            if (matcher.matches()) {
                forms.add(form(matcher));
                known.add(withoutHyphen(tag.tag()));
                if (Character.isUpperCase(tag.tag().charAt(tag.tag().length() - 1))) {
                    known.add(withoutHyphen(tag.tag().substring(0, tag.tag().length() - 1)));
                }
            }
        }
        study.nodes().forEach(node -> known.add(withoutHyphen(node.id())));
        study.deviations().forEach(row -> known.add(withoutHyphen(row.id())));
    }

    /**
     * Whether a name has letters and number of digits like a registered tag, as {@code P-999} where {@code P-101A} is
     * registered.
     */
    boolean isLikeTag(String name) {
        Matcher matcher = TAG.matcher(name);
        return matcher.matches() && forms.contains(form(matcher));
    }

    /**
     * What a text names as if it were a tag of this study, although none is registered so. The common part of a pair,
     * {@code P-101} of {@code P-101A} and {@code P-101B}, is registered with them.
     *
     * @param text a text of the study
     * @return the names, each once, in the order of the text
     */
    public List<String> strangers(String text) {
        List<String> strangers = new ArrayList<>();
        Matcher matcher = TAG.matcher(text);
        while (matcher.find()) {
            if (forms.contains(form(matcher))
                    && !known.contains(withoutHyphen(matcher.group()))
                    && !strangers.contains(matcher.group())) {
                strangers.add(matcher.group());
            }
        }
        return strangers;
    }

    private static String form(Matcher matcher) {
        return matcher.group(1) + matcher.group(2).length();
    }

    private static String withoutHyphen(String tag) {
        return tag.replace("-", "");
    }
}
