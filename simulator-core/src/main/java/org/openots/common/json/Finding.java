package org.openots.common.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openots.common.error.CommonError;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.Messages;
import org.openots.common.error.OtsException;
import org.openots.common.text.Localizable;

/**
 * One mistake in a file.
 *
 * @param file the file's name as shown to people
 * @param pointer JSON pointer of the wrong value, empty for the whole file
 * @param code what kind of mistake; placeholder 0 of its message is the place
 * @param arguments the other values of the message, from placeholder 1 on
 * @param value what stands at the place, as JSON, shortened; empty if nothing does
 */
public record Finding(String file, String pointer, ErrorCode code, List<Object> arguments, String value)
        implements Localizable {
    /** End of a sentence: a line, a Chinese full stop, or an English one before the next word. */
    private static final Pattern SENTENCE = Pattern.compile("\\n|(?<=。)(?=.)|(?<=\\.) (?=[A-Z])");

    /** Keeps an unmodifiable copy of the arguments. */
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** A mistake where nothing stands, or where what stands is told by the message. */
    public Finding(String file, String pointer, ErrorCode code, List<Object> arguments) {
        this(file, pointer, code, arguments, "");
    }

    /**
     * Where a mistake is; the first value of the message about it.
     *
     * @param file the file's name as shown to people
     * @param pointer JSON pointer, empty for the whole file
     */
    public record Place(String file, String pointer) {
        @Override
        public String toString() {
            return file + "#" + pointer;
        }
    }

    /**
     * A refusal as a mistake of a file. One that already tells its place keeps it; any other is quoted at the place
     * given.
     *
     * @param refusal what was thrown
     * @param elsewhere where the refused value stands, for a refusal that does not say it
     * @return the mistake
     */
    public static Finding of(OtsException refusal, Place elsewhere) {
        List<Object> arguments = refusal.arguments();
        if (!arguments.isEmpty() && arguments.get(0) instanceof Place place) {
            return new Finding(
                    place.file(), place.pointer(), refusal.errorCode(), arguments.subList(1, arguments.size()));
        }
        return new Finding(
                elsewhere.file(), elsewhere.pointer(), CommonError.JSON_REFUSED, List.of(new Quoted(refusal)));
    }

    private record Quoted(OtsException refusal) implements Localizable {
        @Override
        public String in(Locale locale) {
            return refusal.errorCode().code() + " " + refusal.messageIn(locale);
        }
    }

    /**
     * Where the mistake is.
     *
     * @return file and pointer
     */
    public Place place() {
        return new Place(file, pointer);
    }

    /** Whether another finding tells the same, though one of them may not quote the value. */
    boolean isSameAs(Finding other) {
        return place().equals(other.place()) && code.equals(other.code) && arguments.equals(other.arguments);
    }

    /**
     * The mistake in the reader's language, without its code.
     *
     * @param locale the reader's language
     * @return the sentence: place, value, rule, what to do
     */
    public String messageIn(Locale locale) {
        return Messages.render(code, messageArguments(), locale);
    }

    /**
     * What is wrong and by which rule, without the place.
     *
     * @param locale the reader's language
     * @return all sentences but the last, or the only one
     */
    public String ruleIn(Locale locale) {
        List<String> sentences = sentences(locale);
        return String.join(" ", sentences.subList(0, Math.max(1, sentences.size() - 1)));
    }

    /**
     * What to do.
     *
     * @param locale the reader's language
     * @return the last sentence, empty if the message has only one
     */
    public String hintIn(Locale locale) {
        List<String> sentences = sentences(locale);
        return sentences.size() < 2 ? "" : sentences.get(sentences.size() - 1);
    }

    private List<String> sentences(Locale locale) {
        String message = messageIn(locale);
        String here = place().toString();
        String rest = message.startsWith(here) ? message.substring(here.length()) : message;
        return List.of(SENTENCE.split(rest.replaceFirst("^[:：\\s]+", "")));
    }

    /**
     * The mistake as an exception.
     *
     * @return the exception, to be thrown
     */
    public OtsException toException() {
        return new OtsException(code, messageArguments().toArray());
    }

    /**
     * Code and message in the reader's language, for example {@code OTS-JSON-003 plant.json#/trays/7/weirHeight: -0.05
     * must be greater than 0.}
     *
     * @param locale the reader's language
     * @return the message
     */
    @Override
    public String in(Locale locale) {
        return code.code() + " " + messageIn(locale);
    }

    private List<Object> messageArguments() {
        List<Object> all = new ArrayList<>();
        all.add(place());
        all.addAll(arguments);
        return all;
    }
}
