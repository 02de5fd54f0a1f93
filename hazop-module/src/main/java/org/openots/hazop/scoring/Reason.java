package org.openots.hazop.scoring;

import java.util.List;
import java.util.Locale;
import org.openots.common.text.LocalText;

/**
 * Why an answer was scored as it was.
 *
 * @param code what kind of reason
 * @param text the sentence for people
 */
public record Reason(Code code, LocalText text) {
    /** Kinds of reasons; {0}, {1} in the sentences are filled in. */
    public enum Code {
        /** 0 the item. */
        MATCH("命中“{0}”", "matches \"{0}\""),
        /** 0 the item, 1 what is missing. */
        HALF("部分命中“{0}”，还缺：{1}", "matches part of \"{0}\"; missing: {1}"),
        /** 0 the item, 1 what was written. */
        DIRECTION("方向写反：与“{0}”比，方向或状态相反（写了“{1}”）", "wrong direction: opposite of \"{0}\" (you wrote \"{1}\")"),
        /** 0 the item. */
        NEGATION("否定了事实：与“{0}”相反", "denies it: the opposite of \"{0}\""),
        /** 0 the item, 1 what was written. */
        EQUIPMENT("设备不对：应为“{0}”，写的是“{1}”", "wrong equipment: it should be \"{0}\", you wrote \"{1}\""),
        /** 0 the column it belongs to. */
        COLUMN("写错栏：这一条属于“{0}”栏", "wrong column: this belongs under {0}"),
        /** Too general. */
        VAGUE("太笼统，没有写明设备、参数或状态", "too general: names no equipment, parameter or state"),
        /** Does not apply. */
        NO_MATCH("与本偏离的参考答案都不符", "fits no item of this deviation"),
        /** Nothing written. */
        EMPTY("没有内容", "nothing written"),
        /** Speaks to the marker. */
        INSTRUCTION("不是答案，而是对评分者说的话", "not an answer but words to the marker"),
        /** No words. */
        NOISE("没有可读的内容", "no readable words"),
        /** Both directions. */
        BOTH_WAYS("两个相反的方向都写了，不计分", "names both directions: not scored"),
        /** The same again. */
        REPETITION("重复堆砌同样的词，不计分", "repeats the same words: not scored"),
        /** A heap of words. */
        STUFFING("堆砌词语或位号，没有说清一件事", "a heap of words or tags without a statement"),
        /** The deviation again. */
        COPY("只是重复偏离本身", "only repeats the deviation"),
        /** Sent on. */
        EXAMINER("措辞未能确认，已交考评员", "wording not certain: sent to the examiner"),
        /** May be sound. */
        OUTSIDE("参考答案里没有，可能成立，已交考评员", "not in the key but may be sound: sent to the examiner"),
        /** Its item is earned already. */
        TWICE("与另一条答的是同一点，只计一次", "the same point as another answer: counted once"),
        /** Severity and likelihood as in the key. */
        RISK_RIGHT("L 和 S 都与参考一致", "L and S as in the key"),
        /** One step off; 0 which and how far. */
        RISK_NEAR("与参考差一级，得一半：{0}", "one level off, half the points: {0}"),
        /** More than a step off; 0 which and how far. */
        RISK_WRONG("与参考差两级以上：{0}", "more than one level off: {0}"),
        /** A rating of nothing that was recognised. */
        RISK_UNFOUNDED(
                "本偏离没有得分或待判定的答案，风险等级不计分", "no answer of this deviation earned points or waits: its risk is not scored"),
        /** One item too many. */
        SURPLUS("超出本格可计分的条数，未评分", "more items than are scored in this cell");

        private final String zh;
        private final String en;

        Code(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    static Reason of(Code code, LocalText... values) {
        List<LocalText> all = List.of(values);
        return new Reason(code, new LocalText(fill(code.zh, all, Locale.CHINESE), fill(code.en, all, Locale.ENGLISH)));
    }

    private static String fill(String sentence, List<LocalText> values, Locale locale) {
        String filled = sentence;
        for (int i = 0; i < values.size(); i++) {
            filled = filled.replace("{" + i + "}", values.get(i).in(locale));
        }
        return filled;
    }
}
