package org.openots.distillation.field3d.ui;

import java.util.Locale;
import org.openots.common.text.LocalText;
import org.openots.common.text.Localizable;

/** Words of the panels in both languages; {@code {0}} and {@code {1}} are filled in. */
public enum Word implements Localizable {
    AUTOMATIC("自动", "auto"),
    LOW("低", "low"),
    MEDIUM("中", "medium"),
    HIGH("高", "high"),
    ON("开", "on"),
    OFF("关", "off"),
    BALL_VALVE("球阀", "ball valve"),
    GLOBE_VALVE("截止阀", "globe valve"),
    GATE_VALVE("闸阀", "gate valve"),
    NEEDLE_VALVE("针形阀", "needle valve"),
    // status and task
    SEAT("学员 {0}  {1}", "Seat {0}  {1}"),
    CONNECTED("DCS 已连接", "DCS connected"),
    CONNECTING("正在连接…", "connecting…"),
    LOST("连接中断 {0} s", "link lost {0} s"),
    FROZEN("运行已冻结", "run frozen"),
    REPLAY("回放", "replay"),
    TIME_USED("用时 {0}", "time {0}"),
    TIME_LEFT("剩余 {0}", "left {0}"),
    SCORE("得分 {0} / {1}", "score {0} / {1}"),
    TASK("任务 {0}/{1}  {2}", "Task {0}/{1}  {2}"),
    STEP("步骤：{0}", "Step: {0}"),
    STEP_WRONG("做错：{0}", "Done wrong: {0}"),
    WRONG_STEPS("做错：第 {0} 步", "Done wrong: step {0}"),
    FREE_WALK("自由巡检", "Free walk"),
    AT_HAND("就在手边", "at hand"),
    PLAN("平面图", "Plan"),
    NORTH("N", "N"),
    LEVEL("标高 {0} m", "level {0} m"),
    HINTS(
            "W A S D 行走   鼠标 观察   E 操作   F 检查   Tab 工具/防护   M 地图   Esc 菜单",
            "W A S D walk   mouse look   E use   F check   Tab tools   M map   Esc menu"),
    HINTS_LADDER("W 上   S 下   上下两端自动离开爬梯", "W up   S down   at either end you step off"),
    HINTS_EYES(
            "空格 播放/暂停   J L 退/进 10 s   [ ] 慢/快   V 自由行走   G 飞行   Esc 菜单",
            "Space play/stop   J L 10 s back/on   [ ] slower/faster   V walk   G fly   Esc menu"),
    HINTS_FLYING(
            "W A S D 飞行   滚轮 + - 速度 {0} m/s   Shift 加速   G 落地   空格 播放/暂停   J L 退/进 10 s",
            "W A S D fly   wheel + - speed {0} m/s   Shift faster   G land   Space play/stop   J L 10 s back/on"),
    HINTS_REPLAY(
            "空格 播放/暂停   J L 退/进 10 s   [ ] 慢/快   V 学员视角   G 飞行   M 地图   Esc 菜单",
            "Space play/stop   J L 10 s back/on   [ ] slower/faster   V operator view   G fly   M map   Esc menu"),
    USE("E 操作", "E use"),
    READ("E 查看", "E read"),
    TOO_FAR("走近后操作", "come nearer"),
    // plates
    KIND("类型", "Kind"),
    STATE("状态", "State"),
    TURNS("手轮", "Wheel"),
    TURNS_OF("{0} / {1} 圈", "{0} / {1} turns"),
    OPENING("开度", "opening"),
    OPENED("全开", "open"),
    SHUT("全关", "shut"),
    PARTLY("部分开启", "partly open"),
    UNKNOWN("未知", "unknown"),
    OPEN_FULLY("全 开", "Open fully"),
    OPEN_MORE("按住 开 ▲", "Hold: open ▲"),
    SHUT_MORE("按住 关 ▼", "Hold: shut ▼"),
    SHUT_FULLY("全 关", "Shut fully"),
    END_SHUT("关", "shut"),
    END_OPEN("开", "open"),
    CALL_FIRST("操作前：对讲联系中控确认", "First: confirm by radio with the board"),
    LOCKED("已上锁挂牌，禁止操作", "Locked and tagged: do not operate"),
    TAGGED("已挂牌，禁止操作", "Tagged: do not operate"),
    LOCK_OUT("上锁挂牌", "Lock and tag"),
    RADIO("对讲", "Radio"),
    PLATE_KEYS("Esc 关闭   滚轮 微调   H 帮助", "Esc close   wheel fine   H help"),
    PLATE_KEYS_READ("Esc 关闭   H 帮助", "Esc close   H help"),
    BY_LOOP("由控制系统操作，现场只能查看阀位", "Moved by the control system; the stem can only be read here"),
    CONTROL_VALVE("调节阀", "control valve"),
    STEM("阀杆位置", "stem position"),
    HANDWHEEL("手轮", "handwheel"),
    RUNNING("运行", "running"),
    STOPPED("停止", "stopped"),
    TRIPPED("电机跳闸", "motor tripped"),
    STANDING_BY("备用", "standing by"),
    SPEED("转速", "Speed"),
    PERMIT("允许启动", "Permitted"),
    YES("是", "yes"),
    NO("否", "no"),
    START("启 动", "Start"),
    STOP("停 止", "Stop"),
    RESET("复 位", "Reset"),
    MACHINE("就地操作柱", "local panel"),
    NO_PANEL("没有就地操作柱，由中控操作", "No local panel: operated from the control room"),
    SWITCH("开关", "switch"),
    SWITCH_ON("合 闸", "Switch on"),
    SWITCH_OFF("分 闸", "Switch off"),
    EMERGENCY("紧急停车", "emergency stop"),
    LIFT_COVER("打开护罩", "Lift the cover"),
    LOWER_COVER("合上护罩", "Lower the cover"),
    PRESS("按下紧急停车", "Press emergency stop"),
    RELEASE("旋转复位", "Twist to release"),
    PRESSED("已按下", "pressed"),
    READY("正常", "ready"),
    ESTOP_LOSS("按下后全装置停车，误操作扣分", "Stops the whole plant; a needless stop costs points"),
    ESTOP_SURE("护罩已打开：再按一次即全装置停车", "Cover open: the next press stops the plant"),
    GAUGE("就地仪表", "local gauge"),
    LEVEL_GLASS("玻璃液位计", "level glass"),
    READING("读数", "Reading"),
    NO_READING("无读数", "no reading"),
    CANNOT_READ("看不清，无法读数", "cannot be read"),
    GLASS_BLIND("玻璃脏污或破损，读不出数值", "The glass is dirty or broken: nothing can be read"),
    DETECTOR_TEST("可燃气体报警器测试", "Gas detector test"),
    DETECTOR("可燃气体探测器", "gas detector"),
    TEST_GAS("通标气测试", "Test with gas"),
    TEST_NOTE("测试时报警已抑制，不触发联锁", "The alarm is inhibited during the test"),
    TESTED("已测试", "tested"),
    NOT_TESTED("未测试", "not tested"),
    // tasks
    SAMPLE("取样点", "sample point"),
    DRAW("取 样", "Draw a sample"),
    SAMPLE_VALVE("取样阀 {0}", "valve {0}"),
    RESULT("化验结果", "Laboratory"),
    WRITTEN("已记录", "Recorded"),
    WRITE_DOWN("记录", "Write down"),
    CHECK("检查点", "check point"),
    CHECKED("已检查", "checked"),
    NOT_CHECKED("未检查", "not checked"),
    NORMAL("正常", "Normal"),
    REPORT_DEFECT("报告异常", "Report a defect"),
    WHICH_DEFECT("发现的异常", "Which defect"),
    REPORTED("已报告：{0}", "reported: {0}"),
    BACK("返回", "Back"),
    EXTINGUISHER_NOTE("站在上风侧，对准火焰根部", "Stand upwind, aim at the foot of the flames"),
    EXTINGUISHER_CHECK(
            "有效期、铅封和压力在消防器材检查点检查并上报",
            "Date, seal and pressure are inspected and reported at the check point of the fire equipment"),
    HOSE_NOTE("先切断电源，站在上风侧，拉直水带再开阀", "Power off, stand upwind, lay the hose out, then open the valve"),
    HOSE_CHECK(
            "用水冷却设备、稀释乙醇；水带、接头和阀门在消防器材检查点检查并上报",
            "Water cools equipment and dilutes ethanol. Defects of it are reported at the check point"),
    EYEWASH_NOTE("溅到眼睛或皮肤：立即冲洗至少 15 分钟，再就医", "Splashed: rinse at once for 15 minutes, then see a doctor"),
    EYEWASH_CHECK(
            "通道不堆物，水流清洁；先用清水冲洗，同时用对讲机报告",
            "Keep the way to it free and its water clean; call on the radio while rinsing"),
    EQUIPMENT("设备铭牌", "name plate"),
    // lock and tag
    LOCK("挂 锁", "Hang the lock"),
    UNLOCK("取下锁", "Take the lock off"),
    TAG("挂 牌", "Hang the tag"),
    UNTAG("取下牌", "Take the tag off"),
    TAG_TEXT("禁止操作 有人工作", "DO NOT OPERATE: people at work"),
    LOCK_NOTE("先关阀，再上锁，再挂牌，最后试开确认", "Shut it, lock it, tag it, then try it"),
    // cabinet
    CABINET("防护用品柜", "Protective equipment"),
    CABINET_NOTE(
            "选出本岗位必须穿戴的用品；选错或漏选不能进入装置区",
            "Choose what this post requires; with a wrong or a missing item you may not enter"),
    WORN("已穿戴 {0} 件", "{0} worn"),
    DRESSED("穿戴完毕，接受检查", "Dressed: have it checked"),
    DRESS_RIGHT("已穿戴登记", "put on and noted"),
    DRESS_OPEN("尚未穿戴登记", "not put on yet"),
    // radio
    RADIO_TITLE("对讲机：呼叫中控", "Radio: call the board operator"),
    RADIO_NOTE("选择一句，内容会记入操作记录", "Choose a sentence; it goes into the record"),
    MORE("更多", "More"),
    // places
    PLACES("去哪里", "Go to"),
    PLACES_NOTE("选择地点后直接到达", "Takes you there at once"),
    // belt
    BELT("工具与防护", "Tools and protection"),
    ON_BODY("身上穿戴", "Worn"),
    NOTHING_WORN("未穿戴防护用品", "no protective equipment"),
    IN_HAND("可用工具", "At hand"),
    TOOL_RADIO("对讲机", "Radio"),
    TOOL_PLAN("平面图", "Plan"),
    TOOL_LOG("记录本", "Notebook"),
    TOOL_HELP("帮助", "Help"),
    LOCKS_HUNG("已上锁挂牌", "Locks and tags"),
    NONE_HUNG("没有", "none"),
    // menu
    MENU("菜单", "Menu"),
    RESUME("继续", "Resume"),
    SCALE("界面大小", "Panel size"),
    FIELD_OF_VIEW("视角", "Field of view"),
    MOUSE("鼠标速度", "Mouse speed"),
    SOUNDS("声音", "Sounds"),
    PRESET("画质", "Picture"),
    LANGUAGE("语言", "Language"),
    SKY("光线和天气", "Light, weather"),
    DAY("白天", "day"),
    NIGHT("夜间", "night"),
    DRY("无雨", "dry"),
    RAIN("下雨", "rain"),
    LICENCES("许可证", "Licences"),
    PAGE_UP("上一页", "Page up"),
    PAGE_DOWN("下一页", "Page down"),
    LANGUAGE_NAME("中文", "English"),
    OPEN_2D("打开二维现场页面", "Open the 2D field page"),
    QUIT("退出三维现场站", "Leave the 3D field station"),
    QUIT_NOTE("装置继续运行，可随时再次进入", "The plant runs on; you can come back"),
    // logbook
    LOGBOOK("交接班记录", "Shift log"),
    ENTER("填 入", "Enter"),
    COMPLETE("填写完整", "complete"),
    SEND_REPORT("提交报告", "Send the report"),
    REPORT_SURE("提交后不能再修改记录。确定提交吗？", "The log cannot be changed afterwards. Send it?"),
    RANGE("允许 {0} … {1} {2}", "from {0} to {1} {2}"),
    // fault and help
    FAULT("三维现场站遇到问题", "The 3D field station has a problem"),
    FAULT_WAY("可以改用浏览器里的二维现场页面，操作和评分相同", "Use the 2D field page in the browser instead: same operations, same score"),
    RECONNECT("重新连接", "Connect again"),
    HELP("帮助", "Help"),
    CLOSE("关闭", "Close");

    private final String zh;
    private final String en;

    Word(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /**
     * The words in both languages.
     *
     * @return without anything filled in
     */
    public LocalText both() {
        return new LocalText(zh, en);
    }

    /**
     * The words with something filled in.
     *
     * @param locale the language
     * @param arguments for {@code {0}}, {@code {1}} and so on
     * @return the sentence
     */
    public String in(Locale locale, String... arguments) {
        String text = in(locale);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i]);
        }
        return text;
    }
}
