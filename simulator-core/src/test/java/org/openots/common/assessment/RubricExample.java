package org.openots.common.assessment;

/** A small rubric for tests: valve, then strictly pump, then report; one quality item; three penalties. */
final class RubricExample {
    private RubricExample() {}

    /** With a group name there is a second way beside the valve. */
    static String json(String valveGroup) {
        String bypass = valveGroup.isEmpty() ? "" : """
                {"id": "bypass", "text": {"zh": "旁路", "en": "Open HV-9"}, "hint": {"zh": "开", "en": "open"},
                 "points": 20, "end": "HV-9 >= 90", "actions": ["HV-9"]%s},""".formatted(valveGroup);
        return """
                {"format": "rubric", "formatVersion": "1.0", "id": "T-1", "version": 1, "plant": "test",
                 "initialCondition": "cold", "level": "intermediate", "title": {"zh": "测试", "en": "Test"},
                 "timeLimitS": 1000, "penaltyCap": 40,
                 "steps": [
                  {"id": "valve", "text": {"zh": "开 HV-1", "en": "Open HV-1"}, "hint": {"zh": "转", "en": "turn"},
                   "points": 20, "end": "HV-1 >= 90", "referenceS": 100, "actions": ["HV-1"]%s},
                  %s
                  {"id": "pump", "text": {"zh": "启动 P-1", "en": "Start P-1"}, "hint": {"zh": "按", "en": "press"},
                   "points": 30, "end": "P-1 == 1", "holdS": 2, "after": ["valve"], "strict": ["valve"],
                   "strictPenalty": 3, "actions": ["P-1"],
                   "partial": {"value": "FI-1", "curve": [{"at": 0, "fraction": 0}, {"at": 50, "fraction": 0.5}]}},
                  {"id": "report", "text": {"zh": "报告", "en": "Report"}, "hint": {"zh": "说", "en": "say"},
                   "points": 10, "end": "REPORT == 1", "holdS": 0, "after": ["valve"], "actions": ["REPORT"]}
                 ],
                 "quality": [
                  {"id": "temp", "text": {"zh": "温度", "en": "Temperature"}, "points": 40, "value": "TI-3",
                   "unit": "°C", "target": 80, "innerLow": -1, "innerHigh": 1, "outerLow": -3, "outerHigh": 5,
                   "fromStep": "valve", "minDurationS": 60, "guard": "E-3 == 1"}
                 ],
                 "penalties": [
                  {"id": "trip", "text": {"zh": "联锁", "en": "an interlock tripped"}, "points": 5, "max": 20,
                   "when": ["I-01.TRIP == 1", "I-02.TRIP == 1"], "severity": 3},
                  {"id": "level", "text": {"zh": "液位高", "en": "level too high"}, "points": 0.5, "per": "second",
                   "when": "LIC-2 > 90", "severity": 2},
                  {"id": "release", "text": {"zh": "泄放", "en": "release"}, "points": 10, "when": "TI-3 > 150",
                   "severity": 5, "outsideCap": true}
                 ]}""".formatted(valveGroup, bypass);
    }
}
