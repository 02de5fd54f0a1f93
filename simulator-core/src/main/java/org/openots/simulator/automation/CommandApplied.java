package org.openots.simulator.automation;

import java.util.Map;
import java.util.Set;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationEvent;
import org.openots.simulator.operation.Command;

/**
 * A command was carried out.
 *
 * @param command the command
 * @param privileged whether the instructor gave it
 */
public record CommandApplied(Command command, boolean privileged) implements AutomationEvent {
    /** Verbs whose number says nothing. */
    private static final Set<String> WITHOUT_NUMBER = Set.of(
            "start",
            "stop",
            "reset",
            "on",
            "off",
            "press",
            "ack",
            "unshelve",
            "silence",
            "wear",
            "test",
            "strokeTest",
            "inspect",
            "report",
            "lock",
            "unlock",
            "tag",
            "untag",
            "call",
            "sample",
            "send");

    private static final Map<String, LocalText> VERBS = Map.ofEntries(
            entry("sp", "给定"),
            entry("op", "输出"),
            entry("mode", "方式"),
            entry("ratio", "比值"),
            entry("bias", "偏置"),
            entry("ff", "前馈投切"),
            entry("position", "开度"),
            entry("start", "启动"),
            entry("stop", "停止"),
            entry("reset", "复位"),
            entry("on", "合上"),
            entry("off", "断开"),
            entry("press", "按下"),
            entry("bypass", "旁路"),
            entry("proofTest", "联锁功能测试"),
            entry("strokeTest", "行程测试"),
            entry("local", "现场手轮"),
            entry("standby", "备用"),
            entry("ack", "确认报警"),
            entry("shelve", "搁置报警"),
            entry("unshelve", "取消搁置"),
            entry("silence", "消音"),
            entry("service", "停用或恢复"),
            entry("select", "选控制方案"),
            entry("wear", "穿戴"),
            entry("test", "测试"),
            entry("inspect", "检查"),
            entry("report", "巡检上报"),
            entry("lock", "上锁"),
            entry("unlock", "解锁"),
            entry("tag", "挂牌"),
            entry("untag", "摘牌"),
            entry("call", "对讲呼叫"),
            entry("sample", "取样"),
            entry("enter", "填写"),
            entry("send", "报告"));

    private static Map.Entry<String, LocalText> entry(String verb, String zh) {
        return Map.entry(verb, new LocalText(zh, verb));
    }

    @Override
    public LocalText text() {
        String number = WITHOUT_NUMBER.contains(command.verb()) ? "" : " " + Brief.number(command.value());
        String rest = number + (command.text().isEmpty() ? "" : " " + command.text());
        LocalText verb = VERBS.getOrDefault(command.verb(), new LocalText(command.verb(), command.verb()));
        return new LocalText(
                "操作 " + command.target() + " " + verb.zh() + rest,
                "operation " + command.target() + " " + verb.en() + rest);
    }
}
