package org.openots.common.json;

import java.util.Locale;
import java.util.regex.Pattern;
import org.openots.common.error.CommonError;
import org.openots.common.text.LocalText;

/**
 * What names in files may look like, by what becomes of them: folders and addresses, words of conditions, parts of longer
 * names. The schemas have the same patterns.
 */
public enum NameForm {
    /**
     * A plant, initial condition, substance or thing to wear: becomes a folder or file and part of an address. Devices of
     * Windows such as {@code con} cannot be files there.
     */
    FILE(
            "(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9]+(-[a-z0-9]+)*",
            "只能用小写字母、数字和单个连字符，不能是 Windows 设备名",
            "it may have lower-case letters, digits and single hyphens, and not be a device of Windows",
            "ethanol-water-rig"),
    /** What stands before the numbers of tasks and faults. */
    CODE(
            "(?=.{1,4}$)[A-Z][A-Z0-9]*",
            "只能用大写字母和数字，以字母开头，最多 4 个字符",
            "it may have up to 4 capital letters and digits, a letter first",
            "A"),
    /** A tag in the manner of ISA-5.1, which may stand in a condition: letters for the function, number, suffix. */
    TAG(
            "[A-Z][A-Z0-9]*(-[A-Z0-9]+)*",
            "位号只能用大写字母、数字和单个连字符，以字母开头",
            "a tag may have capital letters, digits and single hyphens, a letter first",
            "TIC-705"),
    /** A tag, or a signal made of one with a dot: supplies, flags, causes of interlocks. */
    SIGNAL(
            "[A-Z][A-Z0-9]*(-[A-Z0-9]+)*(\\.[A-Z][A-Z0-9]*(-[A-Z0-9]+)*)*",
            "信号名是位号，或用点连接的几段，每段用大写字母、数字和单个连字符，以字母开头",
            "a signal is a tag, or words with dots between them, each of capital letters, digits and single hyphens, a"
                    + " letter first",
            "P-701.DRY"),
    /** A fault. */
    FAULT(
            "[A-Z][A-Z0-9]*([-_][A-Z0-9]+)*",
            "故障编号只能用大写字母、数字和单个连字符或下划线，以字母开头",
            "the id of a fault may have capital letters, digits and single hyphens or underscores, a letter first",
            "A-F01"),
    /** An element of the process: variables are named after it with a dot, so that it has none itself. */
    ELEMENT(
            "[A-Za-z0-9]+(-[A-Za-z0-9]+)*",
            "只能用字母、数字和单个连字符；点用来连接元件和变量",
            "it may have letters, digits and single hyphens; a dot stands between an element and its variable",
            "feed-tank"),
    /** A part or parameter of an element, or a variable: words of elements with dots between them. */
    PART(
            "[A-Za-z0-9]+(-[A-Za-z0-9]+)*(\\.[A-Za-z0-9]+(-[A-Za-z0-9]+)*)*",
            "只能用字母、数字、单个连字符和单个点",
            "it may have letters, digits, single hyphens and single dots",
            "cw.condenser");

    private static final String LENGTH = "(?=.{1,64}$)";
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9.]+");

    private final String pattern;
    private final Pattern compiled;
    private final String zh;
    private final String en;
    private final String example;

    NameForm(String words, String zh, String en, String example) {
        this.pattern = "^" + LENGTH + words + "$";
        this.compiled = Pattern.compile(pattern);
        this.zh = zh;
        this.en = en;
        this.example = example;
    }

    /**
     * The form as a regular expression for the whole name, at most 64 characters.
     *
     * @return the expression, in the words that Java and JSON Schema share
     */
    public String pattern() {
        return pattern;
    }

    /**
     * Whether a name has this form.
     *
     * @param name any text
     * @return true when it has
     */
    public boolean fits(String name) {
        return compiled.matcher(name).matches();
    }

    /**
     * Reads a name and reports one of another form.
     *
     * @param place where it stands
     * @return the name as it is written, empty when there is no text
     */
    public String read(JsonCursor place) {
        String name = place.text();
        if (!name.isBlank() && !fits(name)) {
            place.report(CommonError.JSON_NAME, name, new LocalText(zh, en), hint(name));
        }
        return name;
    }

    /** The name as it was probably meant, or one to look at. */
    private LocalText hint(String name) {
        String hyphens = FOREIGN.matcher(name.strip()).replaceAll("-").replaceAll("-*\\.+-*", ".");
        String bare = hyphens.replaceAll("^[-.]+|[-.]+$", "");
        for (String meant : new String[] {
            bare,
            bare.replace('.', '-'),
            bare.toLowerCase(Locale.ROOT),
            bare.toLowerCase(Locale.ROOT).replace('.', '-'),
            bare.toUpperCase(Locale.ROOT)
        }) {
            if (fits(meant)) {
                return new LocalText("可能想写的是“" + meant + "”", "Maybe \"" + meant + "\" was meant");
            }
        }
        return new LocalText(
                "例如“" + example + "”，最多 64 个字符", "Write it like \"" + example + "\", with at most 64 characters");
    }
}
