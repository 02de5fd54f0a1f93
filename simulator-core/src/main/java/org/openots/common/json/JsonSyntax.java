package org.openots.common.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openots.common.text.LocalText;

/** Says in both languages what kind of mistake a JSON parser met; its own words are English and meant for programmers. */
public final class JsonSyntax {
    static final LocalText EMPTY = new LocalText("文件是空的", "the file is empty");
    static final LocalText TRAILING = new LocalText("结尾之后还有多余的文字", "there is text after the end");
    private static final LocalText TOO_EARLY =
            new LocalText("文件在此处中断，缺少右括号或引号", "the file ends here, but a bracket or quote is still open");
    private static final LocalText TOO_MUCH =
            new LocalText("嵌套层数、文字或数字超出允许的长度", "it is nested too deeply, or a text or number is too long");

    /** Kinds by the beginning of the parser's message; what the parser quotes is shown to the user. */
    private static final List<Kind> KINDS = List.of(
            new Kind("(?s).*\\(non-standard\\).*comment.*()", "JSON 不能有注释", "JSON has no comments"),
            new Kind(
                    "Non-standard token '([^']*)'.*",
                    "“%s”不是 JSON 的数字，JSON 只有有限的数",
                    "\"%s\" is not a number of JSON, which has only finite ones"),
            new Kind(
                    "Unrecognized token '([^']*)'.*",
                    "不认识“%s”，文字要加双引号",
                    "\"%s\" is not understood; a text needs double quotes"),
            new Kind("(?s)Duplicate field '(.*?)'.*", "字段“%s”重复", "the field \"%s\" is there twice"),
            new Kind(
                    "Unexpected character \\('(.+?)' \\(code.*",
                    "此处不应出现字符“%s”",
                    "the character \"%s\" is not expected here"),
            new Kind(
                    "Unexpected close marker '(.)'.*",
                    "括号“%s”与左括号不配对",
                    "the bracket \"%s\" does not match the one that is open"),
            new Kind(
                    "(?s)Illegal unquoted character.*()",
                    "文字中有换行或控制字符，或缺少右引号",
                    "a text contains a line break or control character, or its closing quote is missing"),
            new Kind(
                    "Unrecognized character escape '?(.)?.*",
                    "反斜杠后的字符“%s”不正确",
                    "the character \"%s\" after a backslash is not allowed"),
            new Kind(
                    "(?:Invalid numeric value|Leading zeroes|Decimal point).*()",
                    "数字写法不正确",
                    "a number is not written correctly"),
            new Kind("Illegal character.*()", "有不允许的控制字符", "there is a control character"));

    private static final LocalText OTHER = new LocalText("写法不符合 JSON 语法", "it breaks the grammar of JSON");

    private JsonSyntax() {}

    private record Kind(Pattern words, String zh, String en) {
        Kind(String words, String zh, String en) {
            this(Pattern.compile(words), zh, en);
        }
    }

    /**
     * What kind of mistake stopped the parser.
     *
     * @param stopped what it threw
     * @return the kind in both languages
     */
    public static LocalText kindOf(JsonProcessingException stopped) {
        if (stopped instanceof JsonEOFException) {
            return TOO_EARLY;
        }
        if (stopped instanceof StreamConstraintsException) {
            return TOO_MUCH;
        }
        String words = String.valueOf(stopped.getOriginalMessage());
        for (Kind kind : KINDS) {
            Matcher matcher = kind.words().matcher(words);
            if (matcher.matches()) {
                String quoted = String.valueOf(matcher.group(1));
                return new LocalText(kind.zh().formatted(quoted), kind.en().formatted(quoted));
            }
        }
        return OTHER;
    }
}
