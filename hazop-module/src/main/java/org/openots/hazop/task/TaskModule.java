package org.openots.hazop.task;

/** Modules of the certificate's software. */
public enum TaskModule {
    /** M1 工艺异常处理. */
    ABNORMAL_HANDLING("M1"),
    /** M2 分析准备. */
    PREPARATION("M2"),
    /** M3 案例. */
    CASE("M3"),
    /** M4 分析工具应用. */
    TOOL("M4"),
    /** M5 在线评分. */
    ONLINE_SCORING("M5");

    private final String code;

    TaskModule(String code) {
        this.code = code;
    }

    /**
     * Its number.
     *
     * @return {@code M1} to {@code M5}
     */
    public String code() {
        return code;
    }
}
